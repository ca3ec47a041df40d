import type { FindingState, PriorityClass, Sex, Specialty, TriageFlag } from '#contracts/enums';

/** A measure as typed or as received. `value` may be « 12/8 » for `bp`, `sbp` or `dbp`; `at` is an ISO date. */
export interface Measurement {
  name: string;
  value: number | string;
  unit: string | null;
  at?: string;
  /** What was typed, when `value` and `unit` have been converted (snapshots only). */
  from?: { value: number | string; unit: string | null };
}

/** What is known of one request. Nothing here identifies the patient. */
export interface Facts {
  specialty: Specialty;
  requester?: string;
  /** ISO instant. */
  receivedAt?: string;
  age?: number;
  ageUnit?: 'years' | 'months' | 'days';
  sex: Sex;
  /** Absent key: not asked. An unknown or unasked sign is never taken for an absent one. */
  findings: Partial<Record<string, FindingState>>;
  measurements: Measurement[];
  /** Main reason of the form; selects the data asked in `missing`. */
  reason?: string;
  /** Keys of the context dictionary; others are kept and never used to rank. */
  context: Record<string, unknown>;
  /** Read by the French text reader in modes `text` and `both`. */
  freeText?: string;
}

/** `structured` ignores the text; `text` ignores structured signs and measures; `both` lets the text raise the class. */
export type EvaluationMode = 'structured' | 'text' | 'both';

export interface DueRange {
  minHours: number;
  maxHours: number;
}

export interface FiredRule {
  id: string;
  /** Specialty id of the protocol that holds the rule. */
  protocol: string;
  version: string;
  class: PriorityClass;
  /** One French sentence: class, datum, what to do, rule, protocol, source. */
  reason: string;
  /** Title of the rule, in French. */
  label: string;
  source: string;
  /** What made the rule true: signs, values with unit and date. */
  datum: string;
  dueRange: DueRange;
}

export interface MissingItem {
  id: string;
  label: string;
  /** The question to put to the requester, in French. */
  question: string;
}

export interface ProposalFlag {
  flag: TriageFlag;
  /** French sentence. */
  detail: string;
  /** Finding, measure or context id the flag is about. */
  field?: string;
}

/** A sign read in the text: `start` and `end` are offsets of `quote` in the text given. */
export interface ProposedFinding {
  id: string;
  state: FindingState;
  quote: string;
  start: number;
  end: number;
}

/** All that is needed to get the same proposal again, for ever. JSON-safe. */
export interface Snapshot {
  facts: Facts;
  now: string;
  mode: EvaluationMode;
  protocolId: Specialty;
  protocolVersion: string;
  protocolSha256: string;
  engineVersion: string;
}

export interface Proposal {
  class: PriorityClass;
  /** Show « Appelez le 15 »: true when, and only when, the class is P0. */
  redFlag: boolean;
  /** Hours from reception; the lower end of the range, 0 for P0. */
  dueInHours: number;
  dueRange: DueRange;
  /** Never empty; most severe first. */
  rules: FiredRule[];
  missing: MissingItem[];
  flags: ProposalFlag[];
  proposedFindings: ProposedFinding[];
  /** French phrases: what would raise this request to P0. */
  wouldBecomeP0: string[];
  snapshot: Snapshot;
}
