import { describe, expect, test } from '@jest/globals';
import { SPECIALTIES, type Specialty } from '#contracts/enums';
import { clausesOf, type Clause } from '../lint/clauses.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Facts } from '../facts.ts';
import { MEASUREMENTS } from '../dictionary/measurements.data.ts';
import type { ProtocolRule } from '../protocol.ts';
import { ageFor, factsOf, measure, present, propose, ruleIds } from '../testing/facts.factory.ts';
import { SCORE7_POINTS } from './derivations.data.ts';
import { protocolFor } from './registry.ts';

/** The tables as published: id, class, lower and upper delay in days. */
const PUBLISHED: Record<Specialty, string> = {
  cardiologie: `CP01 P0 0 0,CP02 P0 0 0,CP03 P0 0 0,CP04 P0 0 0,CP05 P0 0 0,CP06 P1 1 1,CP07 P1 1 1,CP08 P1 1 1,CP09 P2 3 3,
    CP10 P3 14 14,CP11 P4 42 42,CP12 P4 42 90,VT01 P0 0 0,HF01 P0 0 0,HF02 P0 0 0,HF03 P0 0 0,HF04 P0 0 0,HF05 P2 3 3,
    HF06 P3 14 14,HF07 P3 28 28,HF08 P3 14 14,HF09 P4 42 42,HF10 P4 90 90,AF01 P0 0 0,AF02 P1 1 1,AF03 P3 14 14,
    AF04 P3 14 14,AF05 P4 90 90,RY01 P0 0 0,RY02 P0 0 0,RY03 P1 1 1,RY04 P1 1 1,RY05 P2 7 7,RY06 P3 28 28,RY07 P3 28 28,
    RY08 P4 42 90,SY01 P0 0 0,SY02 P1 1 1,SY03 P1 1 1,SY04 P2 7 7,SY05 P4 90 90,VA01 P0 0 0,VA02 P0 0 0,VA03 P1 1 1,
    VA04 P1 1 1,VA05 P2 7 7,VA06 P3 14 14,VA07 P4 42 42,DE01 P0 0 0,DE02 P1 1 1,DE03 P1 1 1,DE04 P3 28 28,VS01 P0 0 0,
    VS02 P2 3 3,VS03 P3 14 14,VS04 P4 84 84,HT01 P0 0 0,HT02 P0 0 0,HT03 P1 1 1,HT04 P2 7 7,HT05 P4 42 42,NE01 P0 0 0,
    NE02 P2 7 7,PR01 P2 7 7,PR02 P3 28 28,PR03 P4 42 90`,
  ophtalmologie: 'OP01 P0 0 0,OP02 P1 1 1,OP03 P2 7 7,OP04 P4 90 90,VT01 P0 0 0',
  dermatologie: 'DM01 P0 0 0,DM02 P3 14 14,DM03 P4 90 90,VT01 P0 0 0',
  nephrologie: 'NP01 P0 0 0,NP02 P1 1 1,NP03 P2 7 7,NP04 P3 28 28,NP05 P4 42 90,VT01 P0 0 0',
  douleur_chronique: 'DO01 P0 0 0,DO02 P1 1 1,DO03 P3 28 28,DO04 P4 90 90,VT01 P0 0 0',
  pediatrie: 'PE01 P0 0 0,PE02 P1 1 1,PE03 P2 7 7,PE04 P4 90 90',
};

describe.each(SPECIALTIES)('The protocol of %s', (specialty) => {
  test('holds every rule of the published tables, with its class and delay, and no other', () => {
    const lines = protocolFor(specialty).rules.map(
      ({ id, class: priority, due }) => `${id} ${priority} ${due.minHours / 24} ${due.maxHours / 24}`,
    );
    expect([...lines].sort()).toEqual(
      PUBLISHED[specialty]
        .split(',')
        .map((line) => line.trim())
        .sort(),
    );
  });
});

/** Smallest step that a measure is written with. */
const STEP = 0.01;

/** Facts that fill one way of making a condition true, and nothing more. */
function factsFor(clause: Clause, specialty: Specialty): Facts {
  const signs = new Set(clause.present);
  const points = clause.intervals.get('score7')?.low ?? 0;
  let score = 0;
  for (const [id, weight] of Object.entries(SCORE7_POINTS)) {
    if (score >= points) break;
    signs.add(id);
    score += weight;
  }
  const age = clause.intervals.get('age');
  const measurements = [...clause.intervals].flatMap(([name, { low, high }]) => {
    const entry = MEASUREMENTS[name];
    if (!entry) return [];
    const value = Number.isFinite(low) ? Math.ceil(low * 100) / 100 : Math.floor(high * 100) / 100;
    return [measure(name, value, entry.unit)];
  });
  return factsOf({
    specialty,
    ...ageFor(specialty),
    ...(age ? { age: Math.ceil(age.low) + 1 } : {}),
    findings: present(...signs),
    measurements,
  });
}

const ways = (rule: ProtocolRule): Clause[] => clausesOf(parseExpression(rule.when));

describe.each(SPECIALTIES)('Every rule of %s', (specialty) => {
  const rules = protocolFor(specialty).rules;

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s fires on each way to fill it', (id, rule) => {
    for (const clause of ways(rule)) {
      const proposal = propose(factsFor(clause, specialty));
      expect(ruleIds(proposal)).toContain(id);
      expect(proposal.rules.find((fired) => fired.id === id)?.reason).toContain(`règle ${id}, protocole `);
    }
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s is silent without one of its signs', (id, rule) => {
    for (const clause of ways(rule)) {
      for (const sign of clause.present) {
        const facts = factsFor(clause, specialty);
        const { [sign]: _removed, ...findings } = facts.findings;
        const others = new Set(Object.keys(findings));
        const filledOtherwise = ways(rule).some(
          (other) =>
            [...other.present].every((wanted) => others.has(wanted)) &&
            [...other.intervals.keys()].every((name) => clause.intervals.has(name)),
        );
        if (!filledOtherwise) expect(ruleIds(propose({ ...facts, findings }))).not.toContain(id);
      }
    }
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s is silent just beyond each of its thresholds',
    (id, rule) => {
      for (const clause of ways(rule)) {
        for (const [name, { low }] of clause.intervals) {
          const facts = factsFor(clause, specialty);
          const beyond = facts.measurements.map((m) =>
            m.name === name && typeof m.value === 'number'
              ? { ...m, value: Number.isFinite(low) ? m.value - 2 * STEP : m.value + 2 * STEP }
              : m,
          );
          if (beyond.length > 0 && name in MEASUREMENTS)
            expect(ruleIds(propose({ ...facts, measurements: beyond }))).not.toContain(id);
        }
      }
    },
  );
});

/** Every comparison of the tables, written by hand: value just inside, just outside, and the signs beside it. */
const THRESHOLDS: [
  rule: string,
  measure: string,
  inside: number,
  outside: number,
  signs: string,
  specialty?: Specialty,
][] = [
  ['VT01', 'spo2', 89, 90, ''],
  ['VT01', 'sbp', 89, 90, ''],
  ['VT01', 'rr', 30, 29, ''],
  ['VT01', 'hr', 151, 150, ''],
  ['HF02', 'spo2', 89, 90, 'known_heart_failure'],
  ['HF02', 'sbp', 89, 90, 'suspected_heart_failure'],
  ['HF02', 'hr', 121, 120, 'hf_decompensation'],
  ['HF04', 'potassium', 6.5, 6.4, ''],
  ['HF04', 'potassium', 6, 5.9, 'ecg_hyperkalaemia_changes'],
  ['HF05', 'weight_delta', 2, 1.9, 'known_heart_failure'],
  ['HF06', 'nt_probnp', 2001, 2000, 'suspected_heart_failure'],
  ['HF09', 'nt_probnp', 400, 399, 'suspected_heart_failure'],
  ['AF01', 'hr', 151, 150, 'af_new'],
  ['AF01', 'sbp', 89, 90, 'af_known_permanent'],
  ['AF04', 'hr', 111, 110, 'af_known_permanent'],
  ['RY01', 'hr', 151, 150, 'palpitations_sustained_ongoing'],
  ['RY03', 'qtc', 500, 499, ''],
  ['RY04', 'lvef', 40, 41, 'vt_non_sustained'],
  ['RY08', 'qtc', 461, 460, ''],
  ['SY02', 'qtc', 451, 450, 'syncope_recent'],
  ['VA04', 'temp', 38.1, 38, 'pericarditis_suspected'],
  ['VA04', 'pericardial_effusion', 21, 20, 'pericarditis_suspected'],
  ['VS03', 'aorta_abdominal_diameter', 55, 54, ''],
  ['HT01', 'sbp', 180, 179, 'htn_target_organ_symptoms'],
  ['HT01', 'dbp', 120, 119, 'papilloedema_or_retinal_haemorrhage'],
  ['HT02', 'sbp', 160, 159, 'pregnancy'],
  ['HT02', 'dbp', 110, 109, 'pregnancy'],
  ['HT03', 'sbp', 180, 179, 'phaeochromocytoma_suspected'],
  ['HT04', 'sbp', 180, 179, ''],
  ['HT04', 'dbp', 120, 119, ''],
  ['NP01', 'potassium', 6.5, 6.4, '', 'nephrologie'],
  ['NP05', 'egfr', 29, 30, '', 'nephrologie'],
  ['NP05', 'kfre_5y', 5.1, 5, '', 'nephrologie'],
  ['NP05', 'acr', 70, 69, '', 'nephrologie'],
  ['NP05', 'acr', 31, 30, 'haematuria', 'nephrologie'],
  ['PE01', 'spo2', 94, 95, 'infant_murmur', 'pediatrie'],
];

describe('Each threshold of the tables', () => {
  test.each(THRESHOLDS)(
    '%s: %s %d fires, %d does not (with %j)',
    (rule, name, inside, outside, signs, specialty = 'cardiologie') => {
      const run = (value: number): string[] =>
        ruleIds(
          propose({
            specialty,
            ...ageFor(specialty),
            findings: present(...signs.split(' ').filter(Boolean)),
            measurements: [measure(name, value, MEASUREMENTS[name]?.unit ?? '')],
          }),
        );
      expect(run(inside)).toContain(rule);
      expect(run(outside)).not.toContain(rule);
    },
  );

  test('every comparison written in a rule is in this list', () => {
    const written = SPECIALTIES.flatMap((specialty) =>
      protocolFor(specialty).rules.flatMap(({ id, when }) =>
        [...when.matchAll(/([a-z][a-z0-9_]*)[<>]=?/g)].map(([, name]) => `${id} ${name}`),
      ),
    ).filter((line) => !/ (age|score7)$/.test(line));
    const tested = new Set(THRESHOLDS.map(([rule, name]) => `${rule} ${name}`));
    expect(written.filter((line) => !tested.has(line))).toEqual([]);
  });

  test('SY03 speaks after 65 years', () => {
    const findings = present('syncope_recent', 'syncope_no_prodrome');
    expect(ruleIds(propose({ age: 65, findings }))).not.toContain('SY03');
    expect(ruleIds(propose({ age: 66, findings }))).toContain('SY03');
  });

  test('DM02 speaks from a score of three points', () => {
    const run = (...signs: string[]): string[] =>
      ruleIds(propose({ specialty: 'dermatologie', findings: present(...signs) }));
    expect(run('pigmented_lesion_irregular_shape')).toEqual(['DM03']);
    expect(run('pigmented_lesion_irregular_shape', 'pigmented_lesion_oozing')).toEqual(['DM02', 'DM03']);
    expect(run('pigmented_lesion_oozing', 'pigmented_lesion_sensation')).toEqual(['DM03']);
    expect(run()).toEqual(['AUCUNE']);
  });

  test('CP02, CP03, SY04: a sign that the rule negates silences it', () => {
    expect(ruleIds(propose({ findings: present('chest_pain_last_12h', 'ecg_normal') }))).toEqual(['CP06']);
    expect(ruleIds(propose({ findings: present('ecg_st_elevation') }))).toEqual(['CP03']);
    expect(ruleIds(propose({ findings: present('ecg_st_elevation', 'pericarditis_suspected') }))).toEqual(['VA05']);
    expect(ruleIds(propose({ findings: present('syncope_recent', 'syncope_orthostatic') }))).toEqual(['SY05']);
  });
});
