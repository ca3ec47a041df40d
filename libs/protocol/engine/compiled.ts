import type { PriorityClass } from '#contracts/enums';
import { atomsOf, type Expression } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { canonicalJson } from '../hash/canonical-json.ts';
import { sha256 } from '../hash/sha256.ts';
import type { Protocol, ProtocolRule } from '../protocol.ts';

export interface CompiledRule {
  rule: ProtocolRule;
  condition: Expression;
}

export interface CompiledProtocol {
  protocol: Protocol;
  rules: CompiledRule[];
  /** Every finding or measure id that a rule reads. */
  ids: ReadonlySet<string>;
  sha256: string;
}

const compiled = new WeakMap<Protocol, CompiledProtocol>();
const expressions = new Map<string, Expression>();

/** Reads a condition once; conditions outside rules (derivations, missing data) share the same memory. */
export function conditionOf(source: string): Expression {
  const known = expressions.get(source);
  if (known) return known;
  const expression = parseExpression(source);
  expressions.set(source, expression);
  return expression;
}

/** Reads every condition of a protocol once. @throws ExpressionError on the first one that cannot be read. */
export function compile(protocol: Protocol): CompiledProtocol {
  const known = compiled.get(protocol);
  if (known) return known;
  const rules = protocol.rules.map((rule) => ({ rule, condition: parseExpression(rule.when) }));
  const ids = new Set(rules.flatMap(({ condition }) => atomsOf(condition).map(({ atom }) => atom.id)));
  const result = { protocol, rules, ids, sha256: sha256(canonicalJson(protocol)) };
  compiled.set(protocol, result);
  return result;
}

/** 0 for P0, 4 for P4. */
export const rank = (priority: PriorityClass): number => Number(priority.charAt(1));

/** Gravest class first, then earliest due, then id: an order that does not depend on the order of the table. */
export function bySeverity(
  a: { class: PriorityClass; dueRange: { minHours: number }; id: string },
  b: { class: PriorityClass; dueRange: { minHours: number }; id: string },
): number {
  return rank(a.class) - rank(b.class) || a.dueRange.minHours - b.dueRange.minHours || (a.id < b.id ? -1 : 1);
}
