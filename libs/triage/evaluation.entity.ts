import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PriorityClass, TriageMode } from '#contracts/enums';

/** One evaluation, immutable: it replays to the same result for ever. Result and snapshot are sealed under the patient's key. */
@Entity('evaluation')
export class EvaluationRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('timestamptz') at: Date;
  @Column('text') mode: TriageMode;
  @Column('text') class: PriorityClass;
  @Column('text', { nullable: true }) protocolId: string | null;
  @Column('text', { nullable: true }) protocolVersion: string | null;
  @Column('text', { nullable: true }) protocolSha256: string | null;
  @Column('text') engineVersion: string;
  @Column('bytea') sealed: Buffer;
}
