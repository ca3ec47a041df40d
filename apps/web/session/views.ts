import type { SessionView } from '../api/views.ts';

/** The proofs a person may give after his password, or instead of asking it. */
export type FactorWay = 'webauthn' | 'totp' | 'recovery';

/** Where somebody is in signing in; the session is there at the last stage only. */
export interface SignInView {
  stage: 'open' | 'factor' | 'enrol' | 'exercice';
  session: SessionView | null;
  factors: FactorWay[];
  mayTrustDevice: boolean;
  displayName: string | null;
  exercices: { index: number; label: string }[];
}
