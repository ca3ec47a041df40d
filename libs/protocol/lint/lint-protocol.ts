import { FINDINGS } from '../dictionary/findings.data.ts';
import { DERIVED, MEASUREMENTS } from '../dictionary/measurements.data.ts';
import { rank } from '../engine/compiled.ts';
import { ExpressionError, atomsOf, type Expression } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Protocol, ProtocolRule } from '../protocol.ts';
import { implies, isPossible } from './clauses.ts';

export interface LintProblem {
  rule?: string;
  code:
    | 'syntax'
    | 'unknown_id'
    | 'duplicate_id'
    | 'unreachable'
    | 'class_below_broader'
    | 'threshold_out_of_range'
    | 'no_source'
    | 'unknown_source'
    | 'due_against_class';
  severity: 'error' | 'warning';
  /** French, says what to correct. */
  message: string;
  line?: number;
  column?: number;
}

interface Parsed {
  rule: ProtocolRule;
  condition: Expression;
}

const problem = (
  rule: string | undefined,
  code: LintProblem['code'],
  message: string,
  severity: LintProblem['severity'] = 'error',
): LintProblem => ({ ...(rule === undefined ? {} : { rule }), code, severity, message });

function lintSyntax(rule: ProtocolRule): LintProblem[] {
  try {
    parseExpression(rule.when);
    return [];
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return [{ ...problem(rule.id, 'syntax', error.message), line: error.line, column: error.column }];
  }
}

function lintAtoms({ rule, condition }: Parsed): LintProblem[] {
  return atomsOf(condition).flatMap(({ atom }) => {
    if (atom.kind === 'finding')
      return Object.hasOwn(FINDINGS, atom.id)
        ? []
        : [problem(rule.id, 'unknown_id', `signe inconnu\u00a0: ${atom.id}`)];
    const known = Object.hasOwn(MEASUREMENTS, atom.id)
      ? MEASUREMENTS[atom.id]
      : Object.hasOwn(DERIVED, atom.id)
        ? DERIVED[atom.id]
        : undefined;
    if (!known) return [problem(rule.id, 'unknown_id', `mesure inconnue\u00a0: ${atom.id}`)];
    if (atom.threshold >= known.min && atom.threshold <= known.max) return [];
    const text = `seuil de ${atom.id} (${atom.threshold}) hors de la plage plausible ${known.min}–${known.max}`;
    return [problem(rule.id, 'threshold_out_of_range', text)];
  });
}

function lintSources(rule: ProtocolRule, protocol: Protocol): LintProblem[] {
  if (rule.sources.length === 0) return [problem(rule.id, 'no_source', 'règle sans source')];
  return rule.sources
    .filter((key) => !Object.hasOwn(protocol.sources, key))
    .map((key) => problem(rule.id, 'unknown_source', `source non décrite\u00a0: ${key}`));
}

function lintDue(rule: ProtocolRule): LintProblem[] {
  const { minHours, maxHours } = rule.due;
  const isOrdered = minHours <= maxHours && minHours >= 0;
  const fits = rule.class === 'P0' ? maxHours === 0 : minHours > 0;
  return isOrdered && fits ? [] : [problem(rule.id, 'due_against_class', 'délai incompatible avec la classe')];
}

/**
 * A rule whose condition implies another rule's, yet gives a lower class, never decides: the broader rule always speaks
 * first. Two rules of one class are an overlap that the tables intend.
 */
function lintClasses(parsed: Parsed[]): LintProblem[] {
  return parsed.flatMap(({ rule, condition }) =>
    parsed
      .filter(
        (other) =>
          other.rule !== rule && rank(other.rule.class) < rank(rule.class) && implies(condition, other.condition),
      )
      .map((other) =>
        problem(
          rule.id,
          'class_below_broader',
          `classe ${rule.class} plus basse que celle de la règle plus large ${other.rule.id} (${other.rule.class})`,
        ),
      ),
  );
}

function lintDuplicates(protocol: Protocol): LintProblem[] {
  const ids = protocol.rules.map((rule) => rule.id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => problem(id, 'duplicate_id', 'deux règles portent cet identifiant'));
}

function lintConditions(protocol: Protocol): LintProblem[] {
  const conditions = protocol.discriminants.flatMap((group) => [
    group.when,
    ...group.items.flatMap((item) => item.when ?? []),
  ]);
  return conditions.flatMap((when) => {
    try {
      parseExpression(when);
      return [];
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return [problem(undefined, 'syntax', `donnée discriminante\u00a0: ${error.message}`)];
    }
  });
}

/** What is wrong, or to be read again, in a protocol. Empty: nothing found. */
export function lintProtocol(protocol: Protocol): LintProblem[] {
  const syntax = protocol.rules.flatMap(lintSyntax);
  const broken = new Set(syntax.map(({ rule }) => rule));
  const parsed = protocol.rules
    .filter((rule) => !broken.has(rule.id))
    .map((rule) => ({ rule, condition: parseExpression(rule.when) }));
  const unreachable = parsed
    .filter(({ condition }) => !isPossible(condition))
    .map(({ rule }) => problem(rule.id, 'unreachable', 'condition impossible à remplir'));
  return [
    ...syntax,
    ...lintDuplicates(protocol),
    ...parsed.flatMap(lintAtoms),
    ...unreachable,
    ...protocol.rules.flatMap((rule) => lintSources(rule, protocol)),
    ...protocol.rules.flatMap(lintDue),
    ...lintClasses(parsed),
    ...lintConditions(protocol),
  ];
}
