import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileMime, ScanState } from '#platform';

export const ATTACHMENT_KINDS = ['document', 'ecg', 'photo'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** One file of a request. Its name is sealed under the patient's key; its content lies sealed in the file store. */
@Entity('attachment')
export class AttachmentRow {
  @PrimaryColumn('uuid') tenantId: string;
  /** Made by the client: the idempotency key of the upload. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('uuid', { nullable: true }) visitId: string | null;
  @Column('uuid') patientId: string;
  @Column('text') kind: AttachmentKind;
  @Column('text') mime: FileMime;
  @Column('int') sizeBytes: number;
  /** Of the sealed file: its name in the store. */
  @Column('bytea') sha256: Buffer;
  @Column('text') scan: ScanState;
  @Column('uuid') uploadedBy: string;
  @Column('timestamptz') uploadedAt: Date;
  @Column('bytea') sealed: Buffer;
}
