import type { Atom, ComparisonNode, Expression, Operator } from '../expression/expression.ts';
import type { Value, World } from './seen.ts';

type Seen = Pick<World, 'present' | 'values'>;

/** A node that made a condition true; `value` is the measure that did. */
export interface Cause {
  atom: Atom;
  negated: boolean;
  value?: Value;
}

export function compare(value: number, operator: Operator, threshold: number): boolean {
  if (operator === '>=') return value >= threshold;
  if (operator === '<=') return value <= threshold;
  return operator === '>' ? value > threshold : value < threshold;
}

function matching(node: ComparisonNode, world: Seen): Value | undefined {
  const values = world.values.get(node.id) ?? [];
  const all = values.filter(({ value }) => compare(value, node.operator, node.threshold));
  return node.operator.startsWith('>') ? all.at(-1) : all[0];
}

/** Two-valued logic: only a present sign is true, an absent measure makes its comparison false. */
export function holds(expression: Expression, world: Seen): boolean {
  switch (expression.kind) {
    case 'finding':
      return world.present.has(expression.id);
    case 'comparison':
      return matching(expression, world) !== undefined;
    case 'not':
      return !holds(expression.operand, world);
    case 'and':
      return expression.operands.every((operand) => holds(operand, world));
    case 'or':
      return expression.operands.some((operand) => holds(operand, world));
  }
}

function negatedCauses(expression: Expression, world: Seen): Cause[] {
  if (expression.kind === 'not') return causes(expression.operand, world);
  if ('operands' in expression)
    return expression.operands.filter((operand) => !holds(operand, world)).flatMap((o) => negatedCauses(o, world));
  return [{ atom: expression, negated: true }];
}

/** Every atom that made a true condition true, left to right. */
export function causes(expression: Expression, world: Seen): Cause[] {
  switch (expression.kind) {
    case 'finding':
      return [{ atom: expression, negated: false }];
    case 'comparison': {
      const value = matching(expression, world);
      return value ? [{ atom: expression, negated: false, value }] : [];
    }
    case 'not':
      return negatedCauses(expression.operand, world);
    case 'and':
      return expression.operands.flatMap((operand) => causes(operand, world));
    case 'or':
      return expression.operands.filter((operand) => holds(operand, world)).flatMap((o) => causes(o, world));
  }
}
