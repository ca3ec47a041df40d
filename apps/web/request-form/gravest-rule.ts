import { evaluate, protocolFor } from '#protocol';
import type { Facts, FiredRule } from '#protocol';

/** The rule that makes of these facts a vital emergency, or null: the very rules that the worker reads. */
export function gravestRule(facts: Facts, now: Date): FiredRule | null {
  try {
    const proposal = evaluate(facts, protocolFor(facts.specialty), now);
    return proposal.class === 'P0' ? (proposal.rules[0] ?? null) : null;
  } catch {
    // A fault of the rules never takes the form away: the vital signs speak alone, and the server reads the rules again.
    return null;
  }
}
