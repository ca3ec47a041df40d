export { evaluate, replay } from './evaluate.ts';
export { compile } from './engine/compiled.ts';
export { ENGINE_VERSION } from './engine/version.ts';
export { protocolFor, shippedProtocols } from './protocols/registry.ts';
export { CONTEXT } from './dictionary/context.data.ts';
export { FINDINGS } from './dictionary/findings.data.ts';
export { MEASUREMENTS } from './dictionary/measurements.data.ts';
export { SPECIALTY_LABELS, specialtyFrom } from './dictionary/specialties.ts';
export { describeRule } from './explain/describe-rule.ts';
export { lintProtocol } from './lint/lint-protocol.ts';
export type { LintProblem } from './lint/lint-protocol.ts';
export { ExpressionError } from './expression/expression.ts';
export { parseExpression } from './expression/parse-expression.ts';
export { normaliseMeasurement } from './measures/normalise.ts';
export { readText } from './text/read-text.ts';
export type {
  DueRange,
  EvaluationMode,
  Facts,
  FiredRule,
  Measurement,
  MissingItem,
  Proposal,
  ProposalFlag,
  ProposedFinding,
  Snapshot,
} from './facts.ts';
export type { NormalisedMeasurement, UsableMeasurement } from './measures/normalise.ts';
export type { Protocol, ProtocolRule, ProtocolSource } from './protocol.ts';
export type { ReadingOptions, ReadMeasurement, TextReading } from './text/reading.ts';
