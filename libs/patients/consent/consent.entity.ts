import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentKind, ConsentRecordMode } from '#contracts/patient';

/** What the patient was told or said, with its date and its way; never changed, the last word counts. */
@Entity('consent')
export class ConsentRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') patientId: string;
  @Column('text') kind: ConsentKind;
  @Column('text') mode: ConsentRecordMode;
  @Column('timestamptz') at: Date;
  @Column('timestamptz') recordedAt: Date;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  /** The request whose form said so. */
  @Column('uuid', { nullable: true }) requestId: string | null;
  /** A few words, under the patient's key. */
  @Column('bytea', { nullable: true }) sealed: Buffer | null;
}
