import type { PriorityClass, Specialty } from '#contracts/enums';
import type { DueRange } from './facts.ts';

/** Where a rule comes from. `verified: false`: recalled by the authors, the document itself was not read. */
export interface ProtocolSource {
  label: string;
  title: string;
  url?: string;
  verified: boolean;
}

/** A delay in hours from reception. */
export interface RuleDue extends DueRange {
  /** Context key counted from: « sortie + 14 j » runs from the discharge, not from the request. */
  since?: string;
  /** Context key of the date the delay hangs on: asked for when it is unknown. */
  needs?: string;
}

export interface ProtocolRule {
  id: string;
  /** Family of the rule, shared with the reasons of the form. */
  group: string;
  /** Condition in the rules language. */
  when: string;
  class: PriorityClass;
  due: RuleDue;
  /** Title shown at the desk. */
  label: string;
  /** End of the explanation, after the datum; made from the title and the delay when absent. */
  advice?: string;
  /** Keys of `sources`. */
  sources: string[];
  /** Where such a patient should go instead: raises `out_of_scope`. */
  redirect?: string;
}

/** One thing to know about a reason. It is known as soon as one of these holds. */
export interface Discriminant {
  id: string;
  label: string;
  question: string;
  /** Asked only when this condition is true. */
  when?: string;
  /** Known when one of these signs is present. */
  anyPresent?: string[];
  /** Known when one of these signs is present or denied. */
  anyAnswered?: string[];
  /** Known when one of these signs is denied. */
  anyDenied?: string[];
  /** Known when every one of these signs is present or denied. */
  allAnswered?: string[];
  /** Known when one of these measures has a usable value. */
  measurements?: string[];
  /** Known when one of these context keys is given and is not `false`. */
  context?: string[];
}

/** What must be known before a reason can be ranked with confidence. */
export interface DiscriminantGroup {
  group: string;
  /** Reasons of the request form that open the group. */
  reasons: string[];
  /** Condition that opens the group whatever the reason. */
  when: string;
  items: Discriminant[];
}

/** Dates fixed outside the team: every delay ends `leadDays` before them. */
export interface ExternalDeadline {
  context: string;
  leadDays: number;
}

export interface Protocol {
  id: Specialty;
  label: string;
  /** Semantic version of the clinical content. */
  version: string;
  author: string;
  /** Null until a clinician has signed. */
  validator: string | null;
  /** ISO date of the signature. */
  validatedAt: string | null;
  /** ISO date of the content. */
  date: string;
  /** Ages served, in years: outside, `out_of_scope`. */
  ages: { from?: number; below?: number };
  sources: Record<string, ProtocolSource>;
  deadlines: ExternalDeadline[];
  rules: ProtocolRule[];
  discriminants: DiscriminantGroup[];
}
