import { describe, expect, test } from '@jest/globals';
import { countdown, delayText } from './countdown.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T09:00:00Z');
const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the countdown of a due time', () => {
  test.each([
    [41, '41 min'],
    [59, '59 min'],
    [60, '1 h'],
    [168, '2 h 48'],
    [605, '10 h 05'],
    [47 * 60, '47 h'],
    [48 * 60, '2 jours'],
    [6 * 1440 + 5, '6 jours'],
  ])('%i minutes read « %s »', (minutes, text) => {
    expect(words(delayText(minutes))).toBe(text);
  });

  test('far from the due time it stays calm', () => {
    const state = countdown(NOW, NOW + 168 * MINUTE, NOW - 60 * MINUTE, false);
    expect(words(state.text)).toBe('reste 2 h 48');
    expect(state.tone).toBe('calm');
    expect(state.share).toBeCloseTo(168 / 228);
  });

  test('it asks to be watched once 80 % of the delay is spent', () => {
    expect(countdown(NOW, NOW + 21 * MINUTE, NOW - 79 * MINUTE, false).tone).toBe('calm');
    expect(countdown(NOW, NOW + 20 * MINUTE, NOW - 80 * MINUTE, false).tone).toBe('watch');
  });

  test('a minute begun after the due time is a minute late', () => {
    const state = countdown(NOW, NOW - 1, NOW - 60 * MINUTE, false);
    expect(words(state.text)).toBe('retard 1 min');
    expect(state).toMatchObject({ tone: 'late', share: 0 });
  });

  test('it is paused while the ball is with the requester, even when late', () => {
    expect(countdown(NOW, NOW - MINUTE, null, true)).toMatchObject({ text: 'en pause', tone: 'paused' });
  });
});
