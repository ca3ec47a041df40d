import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentMode, Doer, Outcome, ReceptionKind, ReportKind, WithoutEss } from '#contracts/care';

/** A signed answer. Its text is sealed under the patient's key; it is withdrawn, never edited. */
@Entity('report')
export class ReportRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('uuid') patientId: string;
  @Column('uuid', { nullable: true }) actId: string | null;
  @Column('text') kind: ReportKind;
  @Column('uuid') authorId: string;
  @Column('timestamptz') signedAt: Date;
  /** The requester sees it once the undo window has passed. */
  @Column('timestamptz') visibleAt: Date;
  @Column('int') requestVersion: number;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('bytea') sealed: Buffer;
}

/** A proof that somebody received a report, shown as what it is. */
@Entity('reception')
export class ReceptionRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') reportId: string;
  @Column('uuid') requestId: string;
  @Column('text') kind: ReceptionKind;
  @Column('uuid') byId: string;
  @Column('timestamptz') at: Date;
  @Column('bytea', { nullable: true }) sealedToldTo: Buffer | null;
}

@Entity('outcome')
export class OutcomeRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') requestId: string;
  @Column('text') happened: Outcome;
  @Column('text', { nullable: true }) withoutEss: WithoutEss | null;
  @Column('uuid') toldBy: string;
  @Column('timestamptz') toldAt: Date;
}

/** « Qui fait quoi, pour quand ». */
export interface ReportTask {
  who: Doer;
  what: string;
  when: string;
}

/** Sealed content. Fields that do not belong to a kind stay empty. */
export interface ReportContent {
  question: string;
  /** Advice, findings of a reading, or the text of a consultation. */
  answer: string;
  conclusions: string;
  tasks: ReportTask[];
  callBackWhen: string;
  call15When: string;
  /** Technical incidents; empty means none. */
  incidents: string;
  informed: boolean;
  informedOn: string | null;
  consent: ConsentMode | null;
  consentOn: string | null;
  /** Redirection: to whom. Admission: which service. Handover: to whom it was told. */
  resource: string;
  contact: string;
  when: string;
}

export const EMPTY_CONTENT: ReportContent = {
  question: '',
  answer: '',
  conclusions: '',
  tasks: [],
  callBackWhen: '',
  call15When: '',
  incidents: '',
  informed: false,
  informedOn: null,
  consent: null,
  consentOn: null,
  resource: '',
  contact: '',
  when: '',
};
