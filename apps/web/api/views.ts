import type { components } from './schema.d.ts';

/** The shapes the server answers with, from its own description. */
type Schemas = components['schemas'];
export type SessionView = Schemas['SessionView'];
export type MembershipView = Schemas['MembershipView'];
export type ContextView = Schemas['ContextView'];
export type CommuneView = Schemas['CommuneView'];
export type PatientHitView = Schemas['PatientHitView'];
export type PatientIdentityView = Schemas['PatientIdentityView'];
export type ProfessionalHitView = Schemas['ProfessionalHitView'];
export type DraftView = Schemas['DraftView'];
export type OpenRequestView = Schemas['OpenRequestView'];
export type SentView = Schemas['SentView'];
export type FollowUpItemView = Schemas['FollowUpItemView'];
export type RequestView = Schemas['RequestFileView'];
export type CallerDto = Schemas['CallerDto'];
export type DemonstrationAccountView = Schemas['DemonstrationAccountView'];
