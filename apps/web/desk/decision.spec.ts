import { describe, expect, test } from '@jest/globals';
import type { Move } from '#contracts/transitions';
import { classDecision, EMPTY_DRAFT, isEmptyDraft, LOWER_REFUSED, mayChoose, moveFor, refusalOf } from './decision.ts';

const request = (moves: Move[], part: Partial<Parameters<typeof classDecision>[0]> = {}) => ({
  state: 'proposed' as const,
  class: 'P2' as const,
  classStatus: 'proposed' as const,
  proposedClass: 'P2' as const,
  actions: moves.map((move) => ({ move })),
  ...part,
});
const secretary = request(['confirm', 'raise', 'claim']);
const clinician = request(['confirm', 'raise', 'lower', 'claim']);

describe('the choice of a priority', () => {
  test('the proposed class is chosen beforehand and labelled so: one key confirms it', () => {
    const decision = classDecision(secretary, EMPTY_DRAFT);
    expect(decision).toMatchObject({ value: 'P2', move: 'confirm', label: 'Confirmer et suivante' });
    expect(decision.options.map(({ value, tag }) => [value, tag])).toEqual([
      ['P1', null],
      ['P2', 'proposée'],
      ['P3', null],
      ['P4', null],
    ]);
  });

  test('P0 is never among the options', () => {
    expect(classDecision(clinician, EMPTY_DRAFT).options.map(({ value }) => value)).not.toContain('P0');
  });

  test('a secretary may raise, not lower: what the server does not offer is closed', () => {
    expect(mayChoose(secretary, 'P1')).toBe(true);
    expect(mayChoose(secretary, 'P3')).toBe(false);
    expect(mayChoose(clinician, 'P3')).toBe(true);
  });

  test('a choice that is no longer open after a conflict falls back on the class as it is now', () => {
    const raisedByOther = { ...secretary, state: 'confirmed' as const, class: 'P1' as const };
    expect(classDecision(raisedByOther, { ...EMPTY_DRAFT, chosen: 'P2' })).toMatchObject({ value: 'P1', move: null });
  });

  test('lowering asks for a reason of five letters', () => {
    const decision = classDecision(clinician, { ...EMPTY_DRAFT, chosen: 'P4' });
    expect(decision).toMatchObject({ move: 'lower', needsReason: true });
    expect(refusalOf(clinician, decision, ' vu ')).toContain('pourquoi la priorité est abaissée');
    expect(refusalOf(clinician, decision, 'Contrôle hier')).toBeNull();
  });

  test('the words of a refused lowering are those of the server', () => {
    const decision = classDecision(clinician, { ...EMPTY_DRAFT, chosen: 'P4' });
    expect(refusalOf(secretary, decision, 'Contrôle hier')).toBe(LOWER_REFUSED);
  });

  test('a confirmed request has nothing to save until another class is chosen', () => {
    const confirmed = { ...clinician, state: 'confirmed' as const, classStatus: 'confirmed' as const };
    expect(moveFor(confirmed, 'P2')).toBeNull();
    expect(classDecision(confirmed, { ...EMPTY_DRAFT, chosen: 'P1' })).toMatchObject({ move: 'raise' });
  });
});

test('a draft is worth keeping once something was chosen or typed', () => {
  expect(isEmptyDraft({ ...EMPTY_DRAFT, form: 'cancel' })).toBe(true);
  expect(isEmptyDraft({ ...EMPTY_DRAFT, cancelReason: 'Vu ce jour' })).toBe(false);
  expect(isEmptyDraft({ ...EMPTY_DRAFT, chosen: 'P1' })).toBe(false);
});
