import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The plan of one day, all teams together. Its version guards against a stale screen. */
@Entity('tour')
export class TourRow {
  @PrimaryColumn('uuid') tenantId: string;
  /** YYYY-MM-DD */
  @PrimaryColumn('date') day: string;
  @Column('int') version: number;
  @Column('uuid') changedBy: string;
  @Column('timestamptz') changedAt: Date;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}
