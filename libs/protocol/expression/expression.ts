/** A condition of a rule, once read. Grammar: `CONVENTIONS`, rules language. */
export type Operator = '>=' | '<=' | '>' | '<';

export interface FindingNode {
  kind: 'finding';
  id: string;
  at: number;
}
export interface ComparisonNode {
  kind: 'comparison';
  id: string;
  operator: Operator;
  threshold: number;
  at: number;
}
export interface NotNode {
  kind: 'not';
  operand: Expression;
}
export interface GroupNode {
  kind: 'and' | 'or';
  operands: Expression[];
}
export type Expression = FindingNode | ComparisonNode | NotNode | GroupNode;
export type Atom = FindingNode | ComparisonNode;

/** A condition that cannot be read. `line` and `column` start at 1 and point at the first wrong character. */
export class ExpressionError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'ExpressionError';
    this.line = line;
    this.column = column;
  }
}

/** Every atom of a condition, left to right, with whether a `not` stands over it. */
export function atomsOf(expression: Expression, negated = false): { atom: Atom; negated: boolean }[] {
  if (expression.kind === 'not') return atomsOf(expression.operand, !negated);
  if ('operands' in expression) return expression.operands.flatMap((operand) => atomsOf(operand, negated));
  return [{ atom: expression, negated }];
}
