import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is being typed, sealed under the key of the ESS until it has a patient. */
@Entity('draft')
export class DraftRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') authorId: string;
  @Column('int') step: number;
  @Column('int') version: number;
  @Column('timestamptz') savedAt: Date;
  @Column('bytea') sealed: Buffer;
}
