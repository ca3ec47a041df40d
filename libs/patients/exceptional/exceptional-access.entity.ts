import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExceptionalReason } from '#contracts/patient';

/** « Accès exceptionnel »: one person, one patient, an hour at most; the reason in words is sealed under his key. */
@Entity('exceptional_access')
export class ExceptionalAccessRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') patientId: string;
  @Column('uuid') professionalId: string;
  @Column('text') reasonCode: ExceptionalReason;
  @Column('bytea') sealed: Buffer;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
