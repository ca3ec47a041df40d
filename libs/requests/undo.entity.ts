import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The columns of a move as JSON keeps them: dates are ISO texts. */
export type MovedJson = Record<string, string | null>;

/** The last act on a request that its author may still take back, and the columns as they were before it. */
@Entity('undo')
export class UndoRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') requestId: string;
  @Column('uuid') eventId: string;
  @Column('uuid') actorId: string;
  @Column('timestamptz') madeAt: Date;
  @Column('int') versionAfter: number;
  @Column('jsonb') before: MovedJson;
}
