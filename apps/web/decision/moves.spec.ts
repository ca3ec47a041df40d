import { describe, expect, test } from '@jest/globals';
import { MOVES } from '#contracts/moves';
import type { Move } from '#contracts/transitions';
import { EMPTY_CARE, isEmptyCare } from './draft.ts';
import { ALONE, FORM_MOVES, isWay, openForm, OTHERS, WAYS } from './moves.ts';

const request = (state: string, ...moves: Move[]) => ({ state, actions: moves.map((move) => ({ move })) });

describe('which form is open', () => {
  test('the proposed way, when it is served to this person', () => {
    const confirmed = request('confirmed', 'advise', 'order_visit');
    expect(openForm(confirmed, null, 'mobile_visit')).toBe('order_visit');
    expect(openForm(confirmed, null, 'consultation')).toBeNull();
    expect(openForm(confirmed, null, null)).toBeNull();
  });

  test('what was opened wins, as long as it is still served', () => {
    expect(openForm(request('confirmed', 'advise', 'pass'), 'pass', 'teleexpertise')).toBe('pass');
    expect(openForm(request('confirmed', 'advise'), 'pass', 'teleexpertise')).toBe('advise');
    expect(openForm(request('confirmed', 'advise'), 'none', 'teleexpertise')).toBeNull();
  });

  test('a visit done opens its reading; after an answer nothing opens by itself', () => {
    expect(openForm(request('to_read', 'sign_reading', 'pass'), null, 'mobile_visit')).toBe('sign_reading');
    expect(openForm(request('reported', 'advise', 'order_visit'), null, 'mobile_visit')).toBeNull();
  });
});

describe('the lists of moves', () => {
  test('every form is drawn once: alone, as a way, or among the others', () => {
    expect([...ALONE, ...WAYS, ...OTHERS].toSorted()).toEqual([...FORM_MOVES].toSorted());
    expect(FORM_MOVES.every((move) => MOVES.includes(move))).toBe(true);
    expect(WAYS.every(isWay)).toBe(true);
  });
});

test('a draft is worth keeping once something was typed; which form is open is no loss', () => {
  expect(isEmptyCare({ ...EMPTY_CARE, form: 'advise' })).toBe(true);
  expect(isEmptyCare({ ...EMPTY_CARE, conclusions: 'Suivi' })).toBe(false);
  expect(isEmptyCare({ ...EMPTY_CARE, visitExams: ['ecg', 'echo'] })).toBe(false);
});
