import type { ActionFamily } from './audit-words.ts';

export const REVIEW_VERDICTS = ['legitimate', 'to_explain', 'abuse'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export class TrailPersonView {
  id: string;
  name: string;
  role: string;
}

export class TrailSubjectView {
  id: string;
  name: string;
  birthDate: string;
}

export class TrailLineView {
  id: string;
  at: string;
  /** Null: the service itself. */
  actor: TrailPersonView | null;
  action: string;
  actionLabel: string;
  reasonLabel: string;
  /** Of a line about a patient. */
  patient: TrailSubjectView | null;
  /** Of a line about a request. */
  reference: string | null;
  /** Number in the chain; null in the second before it is sealed. */
  seq: number | null;
}

export class TrailPageView {
  lines: TrailLineView[];
  /** Give it as `after` for the next page; null at the end. */
  next: string | null;
}

export class TrailActionView {
  action: string;
  label: string;
  family: ActionFamily;
}

/** What the filters may choose from. */
export class TrailFiltersView {
  people: TrailPersonView[];
  actions: TrailActionView[];
}

export class TrailPatientView {
  id: string;
  name: string;
  birthDate: string;
  /** Of the request that was asked for. */
  reference: string | null;
}

export class RetentionRunView {
  day: string;
  doneAt: string | null;
  counts: { says: string; count: number }[];
}

export class ChainHeadView {
  seq: number;
  /** Its first letters. */
  hash: string;
}

export class ChainAnchorView {
  count: number;
  at: string;
  seq: number | null;
  broken: boolean;
}

export class ChainStateView {
  /** Number and first letters of the hash of the last sealed line. */
  head: ChainHeadView | null;
  lastSealedAt: string | null;
  unsealed: number;
  oldestUnsealedAt: string | null;
  /** More than a minute without a seal: the worker is not running. */
  late: boolean;
  /** Null: the file of anchors is not on this machine. */
  anchor: ChainAnchorView | null;
  retention: RetentionRunView | null;
}

export class ChainCheckView {
  verdict: 'intact' | 'broken' | 'unanchored';
  /** One sentence for each thing that was looked at. */
  sentences: string[];
  verified: number;
  seconds: number;
  at: string;
}

export class ReviewLinkView {
  kind: 'same-name' | 'phone' | 'address' | 'employer';
  words: string;
}

export class ReviewGivenView {
  verdict: ReviewVerdict;
  at: string;
  byName: string;
  /** Null when the file was erased since. */
  note: string | null;
}

export class ReviewItemView {
  kind: 'exceptional' | 'link';
  /** Of the exceptional access, or of the first line of the day. */
  id: string;
  at: string;
  until: string;
  /** Files opened. */
  times: number;
  person: { id: string; name: string; role: string };
  patient: { id: string; name: string; birthDate: string | null };
  links: ReviewLinkView[];
  reasonLabel: string;
  /** What was written to open an exceptional access. */
  text: string | null;
  /** Waits for more than seven days. */
  late: boolean;
  /** One does not review oneself. */
  own: boolean;
  review: ReviewGivenView | null;
}

export class ReviewsView {
  items: ReviewItemView[];
  toReview: number;
  late: number;
  /** First day looked at. */
  since: string;
  /** What no rule can compare, in words. */
  notCompared: string[];
}
