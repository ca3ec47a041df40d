import { describe, expect, test } from '@jest/globals';
import { ASKS, careOrder } from './care-order.ts';
import { EMPTY_CARE } from './draft.ts';
import type { CareDraft } from './draft.ts';
import { FORM_WORDS } from './form-words.ts';
import { FORM_MOVES } from './moves.ts';
import type { FormMove } from './moves.ts';
import { byOnCall, dueOf, legalOf } from './prefill.ts';
import type { CarePlace } from './prefill.ts';

const target = { id: 'r1', version: 4, patientName: 'Le Goff Jeanne' };
const place: CarePlace = {
  request: {
    answers: { question: 'Faut-il majorer le furosémide ?', consent: { informed: true, mode: 'written' } },
    author: { displayName: 'Dr Hélène Marchais' },
    receivedAt: '2026-11-23T22:30:00.000Z',
    dueAt: '2026-11-30T17:00:00.000Z',
  },
  colleagues: [
    { id: 'a', name: 'Dr Anne Kerviel', onCall: false },
    { id: 'b', name: 'Dr Bruno Salaun', onCall: true },
  ],
  reportId: 'cr1',
  wantedWithId: null,
  timeZone: 'Europe/Paris',
  now: new Date('2026-11-24T09:00:00Z'),
};
const make = (form: FormMove, part: Partial<CareDraft> = {}) =>
  careOrder(form, { ...EMPTY_CARE, ...part }, target, place);
const asked = (form: FormMove, part: Partial<CareDraft> = {}) => make(form, part).errors.map(({ message }) => message);

describe('what is sent', () => {
  test('an answer carries the legal fields of the request, and leaves empty lines behind', () => {
    const { order } = make('advise', {
      answer: ' Décompensation modérée. ',
      conclusions: 'Majorer le furosémide.',
      tasks: [
        { who: 'medecin_traitant', what: ' Ionogramme ', when: 'Sous 48\u00a0h' },
        { who: 'patient', what: '', when: ' ' },
      ],
    });
    expect(order).toEqual({
      ...target,
      move: 'advise',
      answer: {
        answer: 'Décompensation modérée.',
        conclusions: 'Majorer le furosémide.',
        tasks: [{ who: 'medecin_traitant', what: 'Ionogramme', when: 'Sous 48\u00a0h' }],
        callBackWhen: '',
        call15When: '',
        incidents: '',
        informed: true,
        informedOn: '2026-11-23',
        consent: 'written',
        consentOn: '2026-11-23',
      },
    });
  });

  test('a visit asks the question of the requester until another is written, for the end of the due day', () => {
    expect(make('order_visit').order).toMatchObject({
      visit: {
        exams: ['ecg'],
        question: 'Faut-il majorer le furosémide ?',
        minutes: 30,
        dueAt: '2026-11-30T17:00:00.000Z',
      },
    });
    expect(make('order_visit', { question: 'ECG et poids' }).order).toMatchObject({
      visit: { question: 'ECG et poids' },
    });
  });

  test('an appointment is at the hour of the team', () => {
    const booked = { day: '2026-12-01', time: '14:30', place: 'Saint-Nazaire', withId: 'a' };
    expect(make('book', booked).order).toMatchObject({ appointment: { at: '2026-12-01T13:30:00.000Z', minutes: 30 } });
  });

  test('an appointment is with whom it was ordered, until another is chosen', () => {
    const at = { day: '2026-12-01', time: '14:30', place: 'Saint-Nazaire' };
    const booked = (withId: string, wantedWithId: string | null) =>
      careOrder('book', { ...EMPTY_CARE, ...at, withId }, target, { ...place, wantedWithId }).order;
    expect(booked('', 'b')).toMatchObject({ appointment: { withId: 'b' } });
    expect(booked('a', 'b')).toMatchObject({ appointment: { withId: 'a' } });
    expect(booked('', 'gone')).toBeNull();
  });

  test('read by phone goes to the report, with whom the author is by default', () => {
    expect(make('receive').order).toMatchObject({ reportId: 'cr1', toldTo: 'Dr Hélène Marchais', outcome: {} });
  });
});

describe('what is missing is said, one sentence a field', () => {
  test('nothing typed: what each form cannot do without', () => {
    expect(asked('advise')).toEqual([ASKS.answer, ASKS.conclusions]);
    expect(asked('sign_reading')).toEqual([ASKS.findings, ASKS.conclusions]);
    expect(asked('order_exam')).toEqual([ASKS.exams, ASKS.doer]);
    expect(asked('pass')).toEqual([ASKS.toId]);
    expect(asked('book')).toEqual([ASKS.day, ASKS.time, ASKS.place, ASKS.withId]);
    expect(asked('hand_over')).toEqual([ASKS.toldTo, 'Écrivez ce qui a été convenu.']);
    expect(asked('admit')).toEqual([ASKS.service, ASKS.when, 'Indiquez qui appeler sur place.', ASKS.advice]);
    expect(asked('tell_outcome')).toEqual([ASKS.happened]);
    expect(asked('order_visit', { visitExams: [], question: '' })).toEqual([ASKS.exams, ASKS.question]);
  });

  test('a task half written is asked for whole', () => {
    const tasks = [{ who: 'ess' as const, what: 'Échographie', when: '' }];
    expect(asked('sign_reading', { findings: 'Sinus', conclusions: 'Normal', tasks })).toEqual([ASKS.tasks]);
  });

  test('a day behind is refused, a cleared one too', () => {
    expect(asked('order_consultation', { due: '2026-11-20' })).toEqual([ASKS.due]);
    expect(asked('order_consultation', { due: '' })).toEqual([ASKS.due]);
  });

  test('no form is without a title, a line that opens it and a button', () => {
    for (const move of FORM_MOVES) for (const words of Object.values(FORM_WORDS[move])) expect(words).not.toBe('');
  });
});

describe('what the request already says', () => {
  test('not informed: no date, no consent, until the doctor says otherwise', () => {
    const silent: CarePlace = {
      ...place,
      request: { ...place.request, answers: { question: '', consent: { informed: null, mode: null } } },
    };
    expect(legalOf(EMPTY_CARE, silent)).toEqual({
      informed: false,
      informedOn: null,
      consent: 'not_obtained',
      consentOn: null,
    });
    const oral = legalOf({ ...EMPTY_CARE, informed: true, consent: 'oral' }, silent);
    expect(oral).toMatchObject({ informed: true, consent: 'oral', consentOn: '2026-11-23' });
  });

  test('late already: a week from today is offered', () => {
    const late = { ...place, now: new Date('2026-12-10T09:00:00Z') };
    expect(dueOf(EMPTY_CARE, late)).toBe('2026-12-17');
  });

  test('who gives advice today comes first', () => {
    expect(byOnCall(place.colleagues).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
