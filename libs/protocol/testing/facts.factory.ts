import type { FindingState, Specialty } from '#contracts/enums';
import { evaluate } from '../evaluate.ts';
import type { EvaluationMode, Facts, Measurement, Proposal } from '../facts.ts';
import { protocolFor } from '../protocols/registry.ts';

export const NOW = new Date('2026-05-06T09:00:00Z');

/** A woman of 72 and nothing else known. */
export function factsOf(part: Partial<Facts> = {}): Facts {
  return { specialty: 'cardiologie', age: 72, sex: 'F', findings: {}, measurements: [], context: {}, ...part };
}

export const states = (state: FindingState, ids: readonly string[]): Record<string, FindingState> =>
  Object.fromEntries(ids.map((id) => [id, state]));
export const present = (...ids: string[]): Record<string, FindingState> => states('present', ids);
export const denied = (...ids: string[]): Record<string, FindingState> => states('denied', ids);

export function measure(name: string, value: number | string, unit: string | null, at?: string): Measurement {
  return { name, value, unit, ...(at === undefined ? {} : { at }) };
}

/** Evaluates with the shipped protocol of the specialty. */
export function propose(part: Partial<Facts>, mode: EvaluationMode = 'structured'): Proposal {
  const facts = factsOf(part);
  return evaluate(facts, protocolFor(facts.specialty), NOW, { mode });
}

export const ruleIds = (proposal: Proposal): string[] => proposal.rules.map(({ id }) => id);
export const flagsOf = (proposal: Proposal): string[] => proposal.flags.map(({ flag }) => flag);
export const missingOf = (proposal: Proposal): string[] => proposal.missing.map(({ id }) => id);

/** An adult, or a child where the protocol is for children. */
export const ageFor = (specialty: Specialty): Partial<Facts> => (specialty === 'pediatrie' ? { age: 6 } : { age: 60 });
