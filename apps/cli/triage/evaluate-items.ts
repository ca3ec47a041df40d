import { evaluate, protocolFor, type EvaluationMode, type Proposal } from '#protocol';
import { factsFromItem, idOf, ItemError } from './item-to-facts.ts';
import { BrokenItem } from './parse-items.ts';

/** One answer, keys as published. */
export type Answer = Record<string, unknown>;

export function toAnswer(id: string | number | null, proposal: Proposal): Answer {
  return {
    id,
    class: proposal.class,
    red_flag: proposal.redFlag,
    due_in_hours: proposal.dueInHours,
    info_missing: proposal.missing.length > 0,
    missing: proposal.missing.map(({ id: item }) => item),
    flags: [...new Set(proposal.flags.map(({ flag }) => flag))],
    rules: proposal.rules.map((rule) => ({
      id: rule.id,
      protocol: rule.protocol,
      version: rule.version,
      class: rule.class,
      reason: rule.reason,
      source: rule.source,
      datum: rule.datum,
    })),
    proposed_findings: proposal.proposedFindings.map(({ id: finding, state, quote }) => ({
      id: finding,
      state,
      quote,
    })),
  };
}

const errorAnswer = (id: string | number | null, code: string, message: string, field: string): Answer => ({
  id,
  error: { code, message, field },
});

function evaluateItem(item: unknown, mode: EvaluationMode, now: Date): Answer {
  if (item instanceof BrokenItem) return errorAnswer(null, 'invalid_json', item.message, '');
  const id = idOf(item);
  try {
    if (id === null) throw new ItemError('required', 'L’identifiant de la demande est obligatoire.', 'id');
    const facts = factsFromItem(item);
    const at = facts.receivedAt === undefined ? now : new Date(facts.receivedAt);
    return toAnswer(id, evaluate(facts, protocolFor(facts.specialty), at, { mode }));
  } catch (error) {
    if (error instanceof ItemError) return errorAnswer(id, error.code, error.message, error.field);
    throw error;
  }
}

/** Answers in the order of the items; one that cannot be evaluated is answered by its error, the others go on. */
export function evaluateItems(
  items: unknown[],
  mode: EvaluationMode,
  now: Date,
): { answers: Answer[]; failed: number } {
  const answers = items.map((item) => evaluateItem(item, mode, now));
  return { answers, failed: answers.filter((answer) => 'error' in answer).length };
}
