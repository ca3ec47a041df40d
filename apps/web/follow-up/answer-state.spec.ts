import { describe, expect, test } from '@jest/globals';
import { answerState } from './answer-state.ts';

const at = '2026-11-23T09:00:00.000Z';
const ready = { at, type: 'report.ready' };
const undone = { at, type: 'request.undone' };
const asked = { class: 'P3', state: 'reported', timeline: [ready] } as const;
const after = (seconds: number) => Date.parse(at) + seconds * 1000;

describe('where the answer is', () => {
  test('an answer signed a moment ago may still be taken back: it is coming', () => {
    expect(answerState(asked, after(3))).toBe('coming');
    expect(answerState(asked, after(12))).toBe('ready');
  });

  test('an urgent answer is ready at once', () => {
    expect(answerState({ ...asked, class: 'P1' }, after(0))).toBe('ready');
  });

  test('an answer taken back is no answer', () => {
    expect(answerState({ ...asked, state: 'confirmed', timeline: [ready, undone] }, after(60))).toBe('none');
    expect(answerState({ ...asked, timeline: [ready, undone, ready] }, after(60))).toBe('ready');
  });

  test('a read answer stays readable, whatever happens next', () => {
    expect(answerState({ ...asked, state: 'closed' }, after(60))).toBe('received');
    expect(answerState({ ...asked, state: 'decided' }, after(60))).toBe('received');
  });
});
