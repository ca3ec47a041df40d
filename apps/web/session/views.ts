import type { components } from '../api/schema.d.ts';

/** Where somebody is in signing in; the session is there at the last stage only. */
export type SignInView = components['schemas']['SignInView'];
/** The proofs a person may give after his password, or instead of asking it. */
export type FactorWay = SignInView['factors'][number];
