import { describe, expect, test } from '@jest/globals';
import { checkMatricule, checkPhone, checkRpps, isFictionalPhone } from '#contracts/identifiers';
import { ageAt, formFor, summaryLine, toFacts, validateAnswers } from '#forms';
import { evaluate, protocolFor } from '#protocol';
import { answersFor } from './answers-for.ts';
import { DEMO_COMMUNES, LOIRE_ATLANTIQUE } from './communes.ts';
import { DEMO_ESS } from './ess.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';
import { inventPatient } from './patients.ts';
import { DEMO_PEOPLE, SHOWN_ACCOUNTS } from './people.ts';
import { chanceOf } from './random.ts';
import type { Vignette } from './types.ts';
import { VIGNETTES, vignettesOf } from './vignettes.ts';

const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
const ofEss = <T extends { essSlug: string }>(list: readonly T[], slug: string) =>
  list.filter((one) => one.essSlug === slug);

describe('the places', () => {
  test('are some sixty communes of the west, each with its own code, near the estuary', () => {
    expect(LOIRE_ATLANTIQUE.length).toBeGreaterThanOrEqual(60);
    unique(DEMO_COMMUNES.map((commune) => commune.insee));
    unique(DEMO_COMMUNES.map((commune) => commune.name));
    for (const { lat, lng } of LOIRE_ATLANTIQUE) {
      expect(Math.abs(lat - 47.3)).toBeLessThan(0.6);
      expect(Math.abs(lng + 1.85)).toBeLessThan(0.8);
    }
  });
});

describe('the people', () => {
  test('are as many as the service has', () => {
    const west = ofEss(DEMO_PEOPLE, 'cardio-estuaire');
    const having = (role: string) => west.filter((person) => person.roles.some((held) => held === role));
    expect(having('specialist')).toHaveLength(15);
    expect(having('secretary')).toHaveLength(2);
    expect(having('case_manager')).toHaveLength(1);
    expect(new Set(having('mobile_nurse').map((nurse) => nurse.team)).size).toBe(2);
    expect(having('requester')).toHaveLength(60);
    expect(ofEss(DEMO_ORGANISATIONS, 'cardio-estuaire')).toHaveLength(35);
    expect(new Set(having('requester').map((person) => person.requesterRole)).size).toBe(11);
    expect(new Set(having('requester').map((person) => person.organisationKey)).size).toBe(35);
  });
  test('have an address, a number and a line of their own, valid and fictional', () => {
    unique(DEMO_PEOPLE.map((person) => person.email));
    unique(DEMO_PEOPLE.map((person) => person.rpps));
    unique(DEMO_PEOPLE.map((person) => person.phone));
    for (const person of DEMO_PEOPLE) {
      expect(person.email).toMatch(/^[a-z-]+\.[a-z-]+@demo\.guichet\.example$/);
      expect(checkRpps(person.rpps).ok).toBe(true);
      expect(isFictionalPhone(person.phone)).toBe(true);
      expect(person.password.length).toBeGreaterThanOrEqual(12);
    }
    for (const { phone } of [...DEMO_ORGANISATIONS, ...DEMO_ESS]) expect(isFictionalPhone(phone)).toBe(true);
  });
  test('shown on the sign-in page all exist', () => {
    const emails = DEMO_PEOPLE.map((person) => person.email);
    for (const email of SHOWN_ACCOUNTS) expect(emails).toContain(email);
  });
});

function requesterFor(vignette: Vignette) {
  const requester = DEMO_PEOPLE.find(
    (person) =>
      person.requesterRole &&
      vignette.requesterRoles.includes(person.requesterRole) &&
      DEMO_ESS.find((ess) => ess.slug === person.essSlug)?.specialty === vignette.specialty,
  );
  const organisation = DEMO_ORGANISATIONS.find((candidate) => candidate.key === requester?.organisationKey);
  if (!requester || !organisation) throw new Error(`nobody asks for ${vignette.id}`);
  return { requester, organisation };
}

const SENT_AT = new Date('2026-11-19T09:12:00Z');

function requestOf(vignette: Vignette, seed: string) {
  const { requester, organisation } = requesterFor(vignette);
  const patient = inventPatient(chanceOf(seed), {
    key: seed,
    specialty: vignette.specialty,
    place: vignette.places[0] ?? 'domicile',
    age: vignette.age,
    organisation,
    day: '2026-11-19',
    ...(vignette.sex && { sex: vignette.sex }),
  });
  const answers = answersFor(vignette, patient, requester, SENT_AT);
  return { answers, patient, requester };
}

describe.each(VIGNETTES.map((vignette) => [vignette.id, vignette] as const))('the case « %s »', (id, vignette) => {
  const form = formFor(vignette.specialty);
  test('is a request that the form accepts, for ten patients', () => {
    for (let rank = 0; rank < 10; rank += 1) {
      const { answers } = requestOf(vignette, `${id}-${rank}`);
      expect(validateAnswers(answers, form, SENT_AT, { data: 'demonstration' })).toEqual([]);
    }
  });
  test('holds in one line of the queue', () => {
    const line = summaryLine(requestOf(vignette, id).answers, form);
    expect(line.length).toBeGreaterThan(8);
    expect(line.length).toBeLessThanOrEqual(70);
  });
  test('is ranked by the protocol as its author meant', () => {
    const { answers, requester } = requestOf(vignette, id);
    const facts = toFacts(answers, form, { requesterRole: requester.requesterRole, receivedAt: SENT_AT });
    const proposal = evaluate(facts, protocolFor(vignette.specialty), SENT_AT);
    expect(`${proposal.class} ${proposal.rules.map((rule) => rule.id).join(' ')}`).toMatch(`${vignette.expected} `);
  });
});

describe('the cases', () => {
  test('have each an id of their own, some forty in cardiology and six in nephrology', () => {
    unique(VIGNETTES.map((vignette) => vignette.id));
    expect(vignettesOf('cardiologie').length).toBeGreaterThanOrEqual(40);
    expect(vignettesOf('nephrologie')).toHaveLength(6);
  });
  test('every kind of requester has a case to ask', () => {
    const roles = new Set(vignettesOf('cardiologie').flatMap((vignette) => vignette.requesterRoles));
    expect(roles.size).toBe(11);
  });
});

describe('an invented patient', () => {
  test('is the same for one seed, and within the ages of the case', () => {
    for (let rank = 0; rank < 200; rank += 1) {
      const vignette = VIGNETTES[rank % VIGNETTES.length];
      if (!vignette) continue;
      const { patient } = requestOf(vignette, `p${rank}`);
      expect(requestOf(vignette, `p${rank}`).patient).toEqual(patient);
      const { years } = ageAt(patient.birthDate, '2026-11-19');
      expect(years).toBeGreaterThanOrEqual(vignette.age[0]);
      expect(years).toBeLessThanOrEqual(vignette.age[1]);
      expect(checkPhone(patient.phone).ok && isFictionalPhone(patient.phone)).toBe(true);
      if (patient.insMatricule) expect(checkMatricule(patient.insMatricule).ok).toBe(true);
    }
  });
});
