import type { components } from '../api/schema.d.ts';

/** What is decided and answered, as the server tells it. */
type Schemas = components['schemas'];
export type DecisionView = Schemas['DecisionView'];
export type ActView = Schemas['ActView'];
export type ModalityView = Schemas['ModalityView'];
export type ColleagueView = Schemas['ColleagueView'];
export type ReportsView = Schemas['ReportsView'];
export type VisitSheetView = Schemas['VisitSheetView'];
export type ReportView = Schemas['ReportView'];
export type AnswerBody = Schemas['AnswerDto'];
export type ReadingBody = Schemas['ReadingDto'];
export type OutcomeBody = Pick<Schemas['ReceptionDto'], 'happened' | 'withoutEss'>;
export type FollowUpBody = Omit<ReadingBody, 'findings'>;
