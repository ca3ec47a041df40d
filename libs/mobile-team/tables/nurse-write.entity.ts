import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NurseWriteKind = 'status' | 'sheet' | 'done' | 'not_done';

/** Key of one write of the telephone: sent again, it changes nothing. */
@Entity('nurse_write')
export class NurseWriteRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') key: string;
  @Column('uuid') actId: string;
  @Column('text') kind: NurseWriteKind;
  /** Of what was sent, under the patient's key. */
  @Column('bytea') fingerprint: Buffer;
  @Column('uuid') byId: string;
  @Column('timestamptz') at: Date;
}
