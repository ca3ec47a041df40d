import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
/** Who the patient is, in the traits that identify him. */
export type Traits = Schemas['TraitsView'];
export type CircleMember = Schemas['CirclePersonView'];
export type ConsentEntry = Schemas['ConsentView'];
export type PatientRequest = Schemas['PatientRequestView'];
export type PatientChange = Schemas['PatientChangeView'];
export type PatientPage = Schemas['PatientPageView'];
export type DuplicatePerson = Schemas['DuplicatePersonView'];
export type DuplicatePair = Schemas['DuplicatePairView'];
export type ExceptionalHit = Schemas['ExceptionalHitView'];
export type OpenedAccess = Schemas['ExceptionView'];
