import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CircleKind } from '#contracts/patient';

/** Somebody of a patient's circle: a professional known here, or a relative who is known only under his key. */
@Entity('circle_member')
export class CircleMemberRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') patientId: string;
  @Column('text') kind: CircleKind;
  @Column('uuid', { nullable: true }) professionalId: string | null;
  @Column('bytea') sealed: Buffer;
  /** YYYY-MM-DD, both days within. */
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('timestamptz') addedAt: Date;
  @Column('uuid', { nullable: true }) addedBy: string | null;
  /** Out at once, whatever the period said. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
}
