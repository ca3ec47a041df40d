import { randomBytes } from 'node:crypto';
import { emptyAnswers, exampleAnswers, formFor, noneOfTheseSigns, type RequestAnswers } from '#forms';
import type { Team } from './territory.ts';

/** A complete request of a team's GP, changed as the test needs. */
export function answersOf(team: Pick<Team, 'specialty' | 'practiceId'>, change: Partial<RequestAnswers> = {}) {
  const complete = team.specialty === 'nephrologie' ? nephrologyAnswers() : exampleAnswers();
  return { ...complete, organisationId: team.practiceId, ...change };
}

/** A made-up patient nobody else has. */
export function somebody(family = 'Essai'): RequestAnswers['patient'] {
  const letters = randomBytes(6)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
  return { ...exampleAnswers().patient, birthName: `${family} ${letters}`, givenNames: 'Camille' };
}

/** The least a vital emergency needs: a sign, a person, a place, a line to call back, a question. */
export function leastEmergency(team: Pick<Team, 'specialty' | 'practiceId'>): RequestAnswers {
  const complete = answersOf(team);
  return {
    ...emptyAnswers(formFor(team.specialty)),
    organisationId: team.practiceId,
    reason: 'douleur_thoracique',
    redFlags: { chest_pain_ongoing: 'present' },
    patient: { ...somebody(), phone: '' },
    place: { ...complete.place, mobility: null },
    callbackPhone: complete.callbackPhone,
    question: 'Douleur depuis vingt minutes, que faire ?',
  };
}

function nephrologyAnswers(): RequestAnswers {
  const form = formFor('nephrologie');
  const cardiology = exampleAnswers();
  return {
    ...emptyAnswers(form),
    reason: 'hyperkaliemie',
    redFlags: noneOfTheseSigns(form),
    patient: cardiology.patient,
    place: cardiology.place,
    treatingDoctor: cardiology.treatingDoctor,
    callbackPhone: cardiology.callbackPhone,
    measures: [{ name: 'potassium', value: '5,6', unit: 'mmol/L', at: null }],
    historyStatus: 'unknown',
    medicationsStatus: 'unknown',
    wishedModality: 'teleexpertise',
    question: 'Quel traitement, et dans quel délai la revoir ?',
    declaredClass: 'P2',
    consent: { informed: true, mode: 'oral' },
  };
}
