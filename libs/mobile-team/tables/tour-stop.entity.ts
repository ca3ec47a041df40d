import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotDoneReason, VisitStatus } from '#contracts/care';

/** What was announced for a visit, and what became of it. Its sheet is sealed under the patient's key. */
@Entity('tour_stop')
export class TourStopRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') actId: string;
  @Column('uuid') requestId: string;
  @Column('uuid') patientId: string;
  @Column('uuid') teamId: string;
  @Column('date') day: string;
  /** Null once withdrawn or not done. */
  @Column('int', { nullable: true }) position: number | null;
  @Column('timestamptz') arriveAt: Date;
  @Column('timestamptz') startAt: Date;
  @Column('timestamptz') endAt: Date;
  @Column('int') travelSeconds: number;
  @Column('int') travelMeters: number;
  /** The promise. */
  @Column('timestamptz') fromAt: Date;
  @Column('timestamptz') toAt: Date;
  @Column('timestamptz') publishedAt: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('text') status: VisitStatus;
  /** Times of the telephone. */
  @Column('timestamptz', { nullable: true }) enRouteAt: Date | null;
  @Column('timestamptz', { nullable: true }) arrivedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) notDoneReason: NotDoneReason | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column('timestamptz', { nullable: true }) sheetSavedAt: Date | null;
  @Column('bytea', { nullable: true }) sealed: Buffer | null;
}
