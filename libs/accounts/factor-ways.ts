/** How a second factor may be shown, the best first. */
export const FACTOR_WAYS = ['webauthn', 'totp', 'recovery'] as const;
export type FactorWay = (typeof FACTOR_WAYS)[number];
