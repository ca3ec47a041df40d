import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActKind, ActState, Exam, ExamDoer } from '#contracts/care';

/** What one decision sets going. At most one act of a request is open: its result leads to the next. */
@Entity('act')
export class ActRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('uuid') patientId: string;
  @Column('text') kind: ActKind;
  @Column('text') state: ActState;
  @Column('uuid') orderedBy: string;
  @Column('timestamptz') orderedAt: Date;
  /** Version of the request that opened it; an undo finds it by this. */
  @Column('int') openedVersion: number;
  @Column('int', { nullable: true }) endedVersion: number | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz') dueAt: Date;
  @Column('bytea') sealed: Buffer;
}

export interface Appointment {
  /** ISO instant. */
  at: string;
  minutes: number;
  place: string;
  withId: string | null;
}

/** Sealed under the patient's key. */
export interface ActDetail {
  question: string;
  instructions: string;
  exams: Exam[];
  doer: ExamDoer | null;
  /** Time at the bedside, in minutes. */
  minutes: number | null;
  /** The specialist who should receive the patient. */
  withId: string | null;
  appointment: Appointment | null;
}

export const EMPTY_DETAIL: ActDetail = {
  question: '',
  instructions: '',
  exams: [],
  doer: null,
  minutes: null,
  withId: null,
  appointment: null,
};
