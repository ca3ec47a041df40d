import type { Specialty } from '#contracts/enums';
import { formFor, hasForm } from '#forms';
import { evaluate, protocolFor } from '#protocol';
import type { FiredRule } from '#protocol';
import { upperFirst } from '../ui/format.ts';
import { readMeasures } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';
import type { NurseStopView } from './views.ts';

export interface VisitAlarm {
  /** Where it was raised: the banner stands above those questions. */
  source: 'measures' | 'flags';
  /** What was typed, in words: « SpO2 86 % ». */
  data: string[];
  /** The rule that fixes the threshold, for who wants to know. */
  rule: string | null;
}

type Seen = Pick<SheetDraft, 'measures' | 'findings'>;
type Person = Pick<NurseStopView, 'patientAge' | 'sex'>;

/**
 * Whether what was just typed is beyond the thresholds fixed for « Appelez le 15 »: the rules of the protocol, read by
 * the phone alone, on structured answers only. It says who to call, and nothing of what the patient has.
 */
export function visitAlarm(draft: Seen, person: Person, specialty: Specialty, now: Date): VisitAlarm | null {
  const byMeasures = vitalRules({ measures: draft.measures, findings: {} }, person, specialty, now);
  const byAll = vitalRules(draft, person, specialty, now);
  const vital = hasForm(specialty)
    ? formFor(specialty).redFlags.filter(({ id, isVital }) => isVital && draft.findings[id] === 'present')
    : [];
  if (byAll.length + vital.length === 0) return null;
  const data = new Set([...byMeasures.map(({ datum }) => datum), ...vital.map(({ banner }) => banner)]);
  if (data.size === 0) for (const { datum } of byAll) data.add(datum);
  const first = byMeasures[0] ?? byAll[0];
  return {
    source: byMeasures.length > 0 ? 'measures' : 'flags',
    data: [...data].map(upperFirst),
    rule: first ? `Règle ${first.id}, protocole ${first.protocol} v${first.version}.` : null,
  };
}

function vitalRules(draft: Seen, person: Person, specialty: Specialty, now: Date): FiredRule[] {
  try {
    const facts = {
      specialty,
      receivedAt: now.toISOString(),
      age: person.patientAge,
      ageUnit: 'years' as const,
      sex: person.sex,
      findings: draft.findings,
      measurements: readMeasures(draft).measures,
      context: {},
    };
    const proposal = evaluate(facts, protocolFor(specialty), now, { mode: 'structured' });
    return proposal.rules.filter((rule) => rule.class === 'P0');
  } catch {
    // A fault of the rules never takes the sheet away: the vital signs still speak.
    return [];
  }
}
