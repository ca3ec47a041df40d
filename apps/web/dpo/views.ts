import type { components, operations } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type TrailLine = Schemas['TrailLineView'];
export type TrailPatient = Schemas['TrailPatientView'];
export type PatientAsked = Schemas['TrailPatientDto'];
export type ChainState = Schemas['ChainStateView'];
export type ChainCheck = Schemas['ChainCheckView'];
export type ReviewItem = Schemas['ReviewItemView'];
export type ReviewList = Schemas['ReviewsView'];
export type Verdict = Schemas['ReviewDto']['verdict'];
type Narrowing = NonNullable<operations['AuditController_page']['parameters']['query']>;

/** What the trail is narrowed to; an empty word narrows nothing. */
export interface TrailQuery {
  from: string;
  to: string;
  actor: string;
  family: NonNullable<Narrowing['family']> | '';
  action: string;
  patient: TrailPatient | null;
}
