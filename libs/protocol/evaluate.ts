import type { Specialty } from '#contracts/enums';
import { bySeverity, compile, type CompiledProtocol, type CompiledRule } from './engine/compiled.ts';
import { contradictions, withoutReassurance } from './engine/contradictions.ts';
import { daysAlreadyWaited, dueOf, DUPLICATE_DAYS } from './engine/due.ts';
import { causes, holds } from './engine/holds.ts';
import { intakeFacts, type IntakeFacts, type Origin } from './engine/intake-facts.ts';
import { jsonSafe } from './engine/json-safe.ts';
import { ageScope, redirectScope, vitalElsewhere } from './engine/scope.ts';
import type { World } from './engine/seen.ts';
import { ENGINE_VERSION } from './engine/version.ts';
import { buildWorld, contextNumber } from './engine/world.ts';
import { datumPhrase, leadingPhrase } from './explain/datum.ts';
import { reasonSentence, sourceLabels } from './explain/reason.ts';
import { wouldBecomeP0 } from './explain/would-become-p0.ts';
import type {
  DueRange,
  EvaluationMode,
  Facts,
  FiredRule,
  MissingItem,
  Proposal,
  ProposalFlag,
  Snapshot,
} from './facts.ts';
import { missingData, missingFromFlags } from './missing/missing-data.ts';
import type { Protocol, ProtocolRule } from './protocol.ts';
import { protocolFor } from './protocols/registry.ts';

interface Fired {
  compiled: CompiledRule;
  line: FiredRule;
}

/** Shown when no rule is true: the lowest class, never without a word of explanation. */
const NO_RULE: ProtocolRule = {
  id: 'AUCUNE',
  group: 'aucune',
  when: '',
  class: 'P4',
  due: { minHours: 2160, maxHours: 2160 },
  label: 'Aucune règle ne s’applique',
  advice: 'informations insuffisantes, à compléter\u00a0; à défaut, avis sous 90\u00a0jours',
  sources: [],
};

const UNEXPLAINED: MissingItem = {
  id: 'discriminating_data',
  label: 'motif, signes et mesures',
  question: 'Quels signes et quelles mesures motivent cette demande\u00a0?',
};

/** The text adds to the boxes; a sign present in either is present. */
function merged(structured: Origin, text: Origin): Origin {
  const present = new Set([...structured.present, ...text.present]);
  const denied = new Set([...structured.denied, ...text.denied].filter((id) => !present.has(id)));
  return { present, denied, measurements: [...structured.measurements, ...text.measurements] };
}

/**
 * Every reading of the facts that must be heard: a rule fires when it is true in one of them. The boxes alone are kept
 * beside boxes and text, so that words which lift an alarm (« ECG normal ») never lower what the boxes say.
 */
function readings(facts: Facts, intake: IntakeFacts, mode: EvaluationMode): { widest: World; worlds: World[] } {
  const { ageYears } = intake;
  const build = (origin: Origin): World => buildWorld({ ...origin, ageYears, context: facts.context });
  const widest = build(merged(intake.structured, intake.text));
  const hasText = intake.reading.findings.length + intake.reading.measurements.length > 0;
  const worlds = mode === 'both' && hasText ? [widest, build(intake.structured)] : [widest];
  const graver = worlds.map(withoutReassurance).filter((world) => world !== undefined);
  return { widest, worlds: [...worlds, ...graver] };
}

function fire(compiled: CompiledRule, protocol: Protocol, world: World, facts: Facts, now: Date): Fired {
  const { rule, condition } = compiled;
  const because = causes(condition, world);
  const datum = datumPhrase(because, world, now);
  const dueRange = dueOf(rule, protocol, facts.context);
  const line: FiredRule = {
    id: rule.id,
    protocol: protocol.id,
    version: protocol.version,
    class: rule.class,
    reason: reasonSentence(rule, protocol, leadingPhrase(because, world, now), dueRange),
    label: rule.label,
    source: sourceLabels(rule, protocol),
    datum,
    dueRange,
  };
  return { compiled, line };
}

function pseudoRule(protocol: Protocol, facts: Facts): FiredRule {
  const dueRange = dueOf(NO_RULE, protocol, facts.context);
  const { id, label, advice } = NO_RULE;
  const datum = 'aucun signe ni mesure du protocole';
  const reason = `P4 – ${datum}\u00a0: ${advice} (règle ${id}, protocole ${protocol.label} v${protocol.version})`;
  const source = `protocole ${protocol.label}`;
  return { id, protocol: protocol.id, version: protocol.version, class: 'P4', reason, label, source, datum, dueRange };
}

function duplicateFlags(context: Facts['context']): ProposalFlag[] {
  const of = context['duplicate_of'];
  const days = contextNumber(context, 'days_since_first_request');
  if (typeof of !== 'string' || of === '' || (days !== undefined && days >= DUPLICATE_DAYS)) return [];
  const kept = daysAlreadyWaited(context);
  const clock = kept > 0 ? `\u00a0; l’échéance court depuis la première réception, il y a ${kept}\u00a0jours` : '';
  const detail = `Une demande est déjà ouverte pour le même patient et le même motif${clock}\u00a0: fusion proposée.`;
  return [{ flag: 'possible_duplicate', field: 'duplicate_of', detail }];
}

/** Deadlines of the rules that need a date nobody gave. */
function missingDates(fired: Fired[], protocol: Protocol, context: Facts['context']): MissingItem[] {
  const all = protocol.discriminants.flatMap((group) => group.items);
  return fired.flatMap(({ compiled }) => {
    const { needs } = compiled.rule.due;
    if (needs === undefined || contextNumber(context, needs) !== undefined) return [];
    return all.filter((item) => item.id === needs).map(({ id, label, question }) => ({ id, label, question }));
  });
}

function earliest(ranges: DueRange[]): DueRange {
  return {
    minHours: Math.min(...ranges.map((range) => range.minHours)),
    maxHours: Math.min(...ranges.map((range) => range.maxHours)),
  };
}

const uniqueBy = <T>(items: T[], key: (item: T) => string): T[] =>
  [...new Map([...items].reverse().map((item) => [key(item), item])).values()].reverse();

const flagKey = ({ flag, field, detail }: ProposalFlag): string => `${flag} ${field ?? ''} ${detail}`;

function firedRules(own: CompiledProtocol, worlds: World[], facts: Facts, now: Date): Fired[] {
  return own.rules.flatMap((compiled) => {
    const world = worlds.find((candidate) => holds(compiled.condition, candidate));
    return world ? [fire(compiled, own.protocol, world, facts, now)] : [];
  });
}

function snapshotOf(
  facts: Facts,
  intake: IntakeFacts,
  own: CompiledProtocol,
  now: Date,
  mode: EvaluationMode,
): Snapshot {
  return {
    facts: { ...facts, measurements: intake.converted },
    now: now.toISOString(),
    mode,
    protocolId: own.protocol.id,
    protocolVersion: own.protocol.version,
    protocolSha256: own.sha256,
    engineVersion: ENGINE_VERSION,
  };
}

/**
 * Ranks a request: the gravest true rule gives the class, the earliest delay of the true rules gives the due date.
 * Pure and deterministic; never throws on facts, whatever they hold. Semantics: triage protocol, §2.
 * @throws ExpressionError when a condition of the protocol cannot be read.
 */
export function evaluate(
  given: Facts,
  protocol: Protocol,
  now: Date,
  options: { mode?: EvaluationMode } = {},
): Proposal {
  const mode = options.mode ?? 'both';
  const facts = jsonSafe(given);
  const own = compile(protocol);
  const intake = intakeFacts(facts, mode, now);
  const { widest, worlds } = readings(facts, intake, mode);
  const fired = firedRules(own, worlds, facts, now);
  const elsewhere = vitalElsewhere(widest, own);
  const borrowed = elsewhere.map((other) => fire(other.rule, other.protocol, other.world, facts, now));
  const lines = uniqueBy(
    [...fired, ...borrowed].map(({ line }) => line),
    ({ id }) => id,
  ).sort(bySeverity);
  const isExplained = lines.length > 0;
  const rules = isExplained ? lines : [pseudoRule(protocol, facts)];
  const priority = rules[0]?.class ?? 'P4';
  const dueRange = earliest(rules.map((rule) => rule.dueRange));
  const flags = [
    ...intake.flags,
    ...contradictions(intake, widest, own, facts.sex),
    ...duplicateFlags(facts.context),
    ...ageScope(protocol, intake.ageYears),
    ...redirectScope(
      fired.map(({ compiled }) => compiled),
      elsewhere,
    ),
  ];
  if (!isExplained) {
    const detail =
      'Aucune règle ne s’applique\u00a0: les informations reçues ne suffisent pas à proposer une priorité.';
    flags.push({ flag: 'insufficient_information', detail });
  }
  flags.sort((a, b) => (flagKey(a) < flagKey(b) ? -1 : 1));
  const missing = [
    ...missingData(protocol, { world: widest, context: facts.context, reason: facts.reason }),
    ...missingDates(fired, protocol, facts.context).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...missingFromFlags(flags, own.ids),
    ...(isExplained ? [] : [UNEXPLAINED]),
  ];
  const groups = new Set([facts.reason ?? '', ...fired.map(({ compiled }) => compiled.rule.group)]);
  return {
    class: priority,
    redFlag: priority === 'P0',
    dueInHours: priority === 'P0' ? 0 : dueRange.minHours,
    dueRange,
    rules,
    missing: uniqueBy(missing, ({ id }) => id),
    flags: uniqueBy(flags, flagKey),
    proposedFindings: intake.reading.findings,
    wouldBecomeP0: priority === 'P0' ? [] : wouldBecomeP0(protocol, widest, groups),
    snapshot: snapshotOf(facts, intake, own, now, mode),
  };
}

/** The proposal of a snapshot, again. `protocols` gives the version that was used; by default the shipped one. */
export function replay(snapshot: Snapshot, protocols: (id: Specialty) => Protocol = protocolFor): Proposal {
  const protocol = protocols(snapshot.protocolId);
  return evaluate(snapshot.facts, protocol, new Date(snapshot.now), { mode: snapshot.mode });
}
