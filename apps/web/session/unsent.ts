import { deviceStore } from './device-store.ts';

/** Keys of what a nurse wrote on the road; each person of each team has his own. */
export const tourKeys = (professionalId: string, ess: string) => {
  const prefix = `tournee:${professionalId}:${ess}:`;
  return {
    prefix,
    queue: `${prefix}file`,
    view: `${prefix}vue`,
    sheet: (actId: string) => `${prefix}feuille:${actId}`,
  };
};

const PART = /^(tournee:[^:]+:[^:]+:)(file|feuille)/;
const waits = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null && 'dirty' in value && value.dirty === true;

/**
 * What the server does not have yet, and what it was written from. It outlives « Se déconnecter », for the same person
 * alone: it leaves when he signs in again. Nobody else is shown it.
 */
export async function unsentKeys(): Promise<string[]> {
  const parts = (await deviceStore.keys()).filter((key) => PART.test(key));
  const waiting = await Promise.all(parts.map(async (key) => (waits(await deviceStore.read(key)) ? key : '')));
  const prefixes = new Set(waiting.flatMap((key) => PART.exec(key)?.[1] ?? []));
  return parts.filter((key) => prefixes.has(PART.exec(key)?.[1] ?? ''));
}
