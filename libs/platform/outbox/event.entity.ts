import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventType } from '#contracts';

/** One thing that happened to a request: outbox, timeline and source of the indicators. No health text, no identity. */
@Entity('event')
export class EventRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  /** Null for a notice. */
  @Column('uuid', { nullable: true }) requestId: string | null;
  /** What a notice is about. */
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('text') type: EventType;
  @Column('int') version: number;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) actorId: string | null;
  /** Classes, owners and codes only. */
  @Column('jsonb') data: Record<string, string | number | boolean | null>;
}
