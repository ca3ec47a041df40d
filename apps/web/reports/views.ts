import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type ReportsView = Schemas['ReportsView'];
export type ReportView = Schemas['ReportView'];
export type ReceptionView = Schemas['ReceptionView'];
export type OutcomeView = Schemas['OutcomeView'];
export type ReceptionBody = Schemas['ReceptionDto'];
export type OutcomeBody = Schemas['OutcomeDto'];
