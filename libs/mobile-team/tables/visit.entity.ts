import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a visit stands in the coordinator's plan; day, team, position and start are all there, or none is. */
@Entity('visit')
export class VisitRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') actId: string;
  @Column('uuid') requestId: string;
  @Column('uuid') patientId: string;
  @Column('date', { nullable: true }) day: string | null;
  @Column('uuid', { nullable: true }) teamId: string | null;
  @Column('int', { nullable: true }) position: number | null;
  @Column('timestamptz', { nullable: true }) startsAt: Date | null;
  @Column('boolean') locked: boolean;
}
