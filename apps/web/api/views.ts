import type { components } from './schema.d.ts';

/** The shapes the server answers with, from its own description. */
type Schemas = components['schemas'];
/** What the description of the server does not say yet. */
interface SessionGains {
  kind: 'professional' | 'patient';
  patients: { ess: { slug: string; name: string } }[];
  platformAdmin: boolean;
  method: 'password' | 'psc';
  hasPassword: boolean;
  factorAt: string | null;
}
export type SessionView = Schemas['SessionView'] & SessionGains;
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
export type DemonstrationAccountView = Schemas['DemonstrationAccountView'] & {
  /** The present code of the second factor, and how long it lasts. */
  code?: string | null;
  codeSecondsLeft?: number | null;
};
