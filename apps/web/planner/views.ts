import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type Span = Schemas['WindowView'];
/** A visit ordered by a specialist, placed or not. */
export type VisitView = Schemas['VisitView'];
export type StopView = Schemas['StopView'];
export type TeamView = Schemas['TeamView'];
export type ViolationView = Schemas['ViolationView'];
export type DayView = Schemas['DayView'];
export type DraftedView = Schemas['DraftedView'];
export type MoveView = Schemas['MoveView'];
export type OptionView = Schemas['OptionView'];

/** Where a visit would go; no team: back among the visits to place. */
export interface Target {
  teamId: string | null;
  position?: number;
  startAt?: string;
}
