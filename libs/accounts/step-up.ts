import { DomainError } from '#contracts';
import type { Principal } from './principal.ts';

/** How long a second factor just shown is good for the acts that ask for one. */
export const STEP_UP_MINUTES = 5;

/**
 * Asks for a fresh second factor. While the first one is being set up there is none to show.
 * @throws session.step-up-required
 */
export function requireStepUp({ stage, factorAt }: Pick<Principal, 'stage' | 'factorAt'>, now: Date): void {
  if (stage === 'enrol') return;
  if (factorAt && now.getTime() - factorAt.getTime() <= STEP_UP_MINUTES * 60_000) return;
  throw new DomainError(
    'session.step-up-required',
    'Cette action demande une nouvelle preuve. Saisissez un code, ou utilisez votre clé.',
  );
}
