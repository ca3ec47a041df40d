import { DomainError } from '#contracts';

/** Why Pro Santé Connect did not open the door: for the log, never for the screen. */
export const PSC_REFUSALS = [
  'round',
  'state',
  'provider',
  'token',
  'acr',
  'identity',
  'unknown-person',
  'other-person',
  'not-fresh',
  'replayed',
] as const;
export type PscRefusalReason = (typeof PSC_REFUSALS)[number];

const AGAIN = 'La connexion avec Pro Santé Connect n’a pas abouti. Recommencez depuis la page de connexion.';
const WORDS: Partial<Record<PscRefusalReason, string>> = {
  'unknown-person':
    'Pro Santé Connect vous a reconnu, mais aucun compte d’ici ne porte votre numéro RPPS. Demandez à votre équipe de vous inviter, ou de compléter votre numéro.',
  'other-person':
    'Pro Santé Connect a reconnu une autre personne que celle de cette session. Reprenez avec votre carte ou votre e-CPS.',
  'not-fresh': 'Pro Santé Connect n’a pas redemandé qui vous êtes. Recommencez, et confirmez sur votre téléphone.',
};

export class PscRefusal extends DomainError {
  readonly reason: PscRefusalReason;

  constructor(reason: PscRefusalReason, cause?: unknown) {
    super('psc.refused', WORDS[reason] ?? AGAIN);
    this.reason = reason;
    this.cause = cause;
  }
}
