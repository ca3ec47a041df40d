import { MEASUREMENTS, DERIVED } from '../dictionary/measurements.data.ts';
import type { Expression } from '../expression/expression.ts';

/** What a clause asks of one measure: an open or closed interval, or that no value be in one. */
interface Interval {
  low: number;
  high: number;
}

/** One way to make a condition true: signs to have, signs not to have, intervals to be in. */
export interface Clause {
  present: Set<string>;
  absent: Set<string>;
  intervals: Map<string, Interval>;
}

const MOST_CLAUSES = 2_000;
/** Strict bounds as closed ones: finer than any measure is written. */
const STEP = 1e-6;

function rangeOf(operator: string, threshold: number): Interval {
  const isClosed = operator.endsWith('=');
  if (operator.startsWith('>')) return { low: isClosed ? threshold : threshold + STEP, high: Infinity };
  return { low: -Infinity, high: isClosed ? threshold : threshold - STEP };
}

function single(expression: Expression, negated: boolean): Clause {
  const clause: Clause = { present: new Set(), absent: new Set(), intervals: new Map() };
  if (expression.kind === 'finding') (negated ? clause.absent : clause.present).add(expression.id);
  if (expression.kind === 'comparison' && !negated)
    clause.intervals.set(expression.id, rangeOf(expression.operator, expression.threshold));
  return clause;
}

function join(a: Clause, b: Clause): Clause {
  const intervals = new Map(a.intervals);
  for (const [id, range] of b.intervals) {
    const known = intervals.get(id);
    intervals.set(id, known ? { low: Math.max(known.low, range.low), high: Math.min(known.high, range.high) } : range);
  }
  return { present: new Set([...a.present, ...b.present]), absent: new Set([...a.absent, ...b.absent]), intervals };
}

/** Disjunctive normal form. A denied comparison asks nothing: an absent measure makes it true. */
export function clausesOf(expression: Expression, negated = false): Clause[] {
  if (expression.kind === 'not') return clausesOf(expression.operand, !negated);
  if (!('operands' in expression)) return [single(expression, negated)];
  const parts = expression.operands.map((operand) => clausesOf(operand, negated));
  if ((expression.kind === 'or') !== negated) return parts.flat();
  return parts.reduce((all, part) =>
    all.flatMap((left) => part.map((right) => join(left, right))).slice(0, MOST_CLAUSES),
  );
}

function isClausePossible({ present, absent, intervals }: Clause): boolean {
  if ([...present].some((id) => absent.has(id))) return false;
  return [...intervals].every(([id, { low, high }]) => {
    const known = MEASUREMENTS[id] ?? DERIVED[id];
    return Math.max(low, known?.min ?? -Infinity) <= Math.min(high, known?.max ?? Infinity);
  });
}

/** Can any patient fill the condition? */
export const isPossible = (condition: Expression): boolean => clausesOf(condition).some(isClausePossible);

function covers(wide: Clause, narrow: Clause): boolean {
  return (
    [...wide.present].every((id) => narrow.present.has(id)) &&
    [...wide.absent].every((id) => narrow.absent.has(id)) &&
    [...wide.intervals].every(([id, range]) => {
      const inner = narrow.intervals.get(id);
      return inner !== undefined && inner.low >= range.low && inner.high <= range.high;
    })
  );
}

/** Is `wide` true each time `narrow` is? Sound, not complete: a doubt answers no. */
export function implies(narrow: Expression, wide: Expression): boolean {
  const wideClauses = clausesOf(wide);
  const possible = clausesOf(narrow).filter(isClausePossible);
  return possible.length > 0 && possible.every((clause) => wideClauses.some((other) => covers(other, clause)));
}
