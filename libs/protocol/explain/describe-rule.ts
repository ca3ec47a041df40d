import { parseExpression } from '../expression/parse-expression.ts';
import type { Expression } from '../expression/expression.ts';
import type { Protocol, ProtocolRule } from '../protocol.ts';
import { atomPhrase } from './datum.ts';
import { formatDelay } from './french.ts';

function inWords(expression: Expression, inside = false): string {
  if (expression.kind === 'not')
    return `pas « ${inWords(expression.operand, true)} »`.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»');
  if (!('operands' in expression)) return atomPhrase(expression);
  const text = expression.operands
    .map((operand) => inWords(operand, true))
    .join(expression.kind === 'and' ? ' ET ' : ' OU ');
  return inside ? `(${text})` : text;
}

/** Everything a medical lead needs to dispute a rule, in French, a few lines. */
export function describeRule(rule: ProtocolRule, protocol: Protocol): string {
  const delay = rule.class === 'P0' ? 'appelez le 15' : formatDelay(rule.due.minHours, rule.due.maxHours);
  const signed = protocol.validator
    ? `validé par ${protocol.validator} le ${protocol.validatedAt}`
    : 'non validé par un clinicien';
  const sources = rule.sources.map((key) => {
    const source = protocol.sources[key];
    return source ? `  ${source.label} – ${source.title}${source.url ? ` – ${source.url}` : ''}` : `  ${key}`;
  });
  return [
    `${rule.id} – ${rule.class} – ${rule.label}`,
    `Protocole\u00a0: ${protocol.label} v${protocol.version}, ${signed}`,
    `Délai\u00a0: ${delay}`,
    `Condition\u00a0: ${rule.when}`,
    `En clair\u00a0: ${inWords(parseExpression(rule.when))}`,
    'Sources\u00a0:',
    ...sources,
    '',
  ].join('\n');
}
