import type { DueRange } from '../facts.ts';
import type { Protocol, ProtocolRule } from '../protocol.ts';
import { asClause, formatDelay } from './french.ts';

/** Names of the documents behind a rule. */
export function sourceLabels(rule: ProtocolRule, protocol: Protocol): string {
  return rule.sources.map((key) => protocol.sources[key]?.label ?? key).join(', ');
}

/** « règle HF06, protocole Cardiologie v1.0.0, NICE NG106 ». */
export function citation(rule: ProtocolRule, protocol: Protocol): string {
  return `règle ${rule.id}, protocole ${protocol.label} v${protocol.version}, ${sourceLabels(rule, protocol)}`;
}

function adviceOf(rule: ProtocolRule, due: DueRange): string {
  if (rule.advice) return rule.advice;
  const delay = rule.class === 'P0' ? 'appelez le 15' : `avis ${formatDelay(due.minHours, due.maxHours)}`;
  return `${asClause(rule.label)}, ${delay}`;
}

/** The one French sentence of a fired rule: class, datum, what to do, where it comes from. */
export function reasonSentence(rule: ProtocolRule, protocol: Protocol, datum: string, due: DueRange): string {
  return `${rule.class} – ${datum}\u00a0: ${adviceOf(rule, due)} (${citation(rule, protocol)})`;
}
