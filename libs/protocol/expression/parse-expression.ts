import type { Expression } from './expression.ts';
import { fail, tokenise, type Token } from './tokens.ts';

/** Deeper than any rule a person can read; keeps a hostile condition from exhausting the stack. */
const MAX_DEPTH = 50;

class Parser {
  private readonly tokens: Token[];
  private next = 0;
  private depth = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
    this.tokens = tokenise(source);
  }

  parse(): Expression {
    const expression = this.group('or');
    const token = this.peek();
    if (token.kind !== 'end') this.refuse(token, 'opérateur «\u00a0and\u00a0» ou «\u00a0or\u00a0» attendu');
    return expression;
  }

  private group(kind: 'or' | 'and'): Expression {
    const operand = (): Expression => (kind === 'or' ? this.group('and') : this.negation());
    const first = operand();
    const operands = [first];
    while (this.peek().kind === kind) {
      this.take();
      operands.push(operand());
    }
    return operands.length === 1 ? first : { kind, operands };
  }

  private negation(): Expression {
    const token = this.peek();
    if (token.kind !== 'not') return this.primary();
    this.take();
    return this.nested(token, () => ({ kind: 'not', operand: this.negation() }));
  }

  private primary(): Expression {
    const token = this.take();
    if (token.kind === 'id') return this.atom(token.text, token.at);
    if (token.kind !== '(') return this.refuse(token, 'signe, mesure ou «\u00a0(\u00a0» attendu');
    return this.nested(token, () => {
      const inside = this.group('or');
      const close = this.take();
      return close.kind === ')' ? inside : this.refuse(close, 'parenthèse fermante attendue');
    });
  }

  private atom(id: string, at: number): Expression {
    const operator = this.peek();
    if (operator.kind !== 'operator') return { kind: 'finding', id, at };
    this.take();
    const threshold = this.take();
    if (threshold.kind !== 'number')
      return this.refuse(threshold, `nombre attendu après «\u00a0${operator.text}\u00a0»`);
    return { kind: 'comparison', id, operator: operator.operator, threshold: threshold.value, at };
  }

  private nested(token: Token, read: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.refuse(token, 'condition trop imbriquée');
    const expression = read();
    this.depth -= 1;
    return expression;
  }

  private peek(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '', at: this.source.length };
  }

  private take(): Token {
    const token = this.peek();
    this.next += 1;
    return token;
  }

  private refuse(token: Token, message: string): never {
    const found = token.kind === 'end' ? 'fin de la condition' : `«\u00a0${token.text}\u00a0»`;
    return fail(this.source, token.at, `${message}, ${found} trouvé`);
  }
}

/**
 * Reads a condition: ids, comparisons `id >= number`, `not` > `and` > `or`, parentheses. No code is ever run.
 * @throws ExpressionError with line and column (from 1) and a French message.
 */
export function parseExpression(source: string): Expression {
  return new Parser(source).parse();
}
