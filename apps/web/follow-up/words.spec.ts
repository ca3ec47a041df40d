import { describe, expect, test } from '@jest/globals';
import { REQUEST_STATES } from '#contracts/transitions';
import { dueWords, PLAIN_STATES, threadOf } from './words.ts';
import type { FollowedRequest } from './words.ts';

const received = {
  at: '2026-11-23T08:12:00Z',
  type: 'request.received',
  label: 'Demande reçue',
  actor: null,
  detail: null,
};
const request = (more: Partial<FollowedRequest>): FollowedRequest => ({
  state: 'received',
  class: null,
  timeline: [received],
  dueAt: null,
  ...more,
});
const states = (more: Partial<FollowedRequest>) => threadOf(request(more)).map((step) => step.state);

describe('the thread of a request', () => {
  test('a received request has one step behind, one now, the others ahead', () => {
    expect(states({})).toEqual(['done', 'now', 'next', 'next']);
  });

  test('once confirmed, what happens now is the decision, with its due time', () => {
    const thread = threadOf(request({ state: 'confirmed', class: 'P2', dueAt: '2026-11-30T08:12:00Z' }));
    const now = thread.find((step) => step.state === 'now');
    expect(now?.id).toBe('decide');
    expect(now?.time?.replaceAll('\u00a0', ' ')).toBe('avant lun. 30 nov. 2026 09:12');
  });

  test('a cancelled request stops there: nothing is ahead', () => {
    const cancelled = { ...received, type: 'request.cancelled', label: 'Demande annulée' };
    expect(states({ state: 'cancelled', timeline: [received, cancelled] })).toEqual(['done', 'stopped']);
  });

  test('an emergency is never shown as « received, then wait »', () => {
    expect(threadOf(request({ state: 'emergency' })).at(-1)).toMatchObject({ state: 'now', title: 'Prise en charge' });
  });

  test('a missed time is said, in plain words', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(dueWords('2026-11-23T11:00:00Z', now).replaceAll('\u00a0', ' ')).toBe('avant aujourd’hui 12:00');
    expect(dueWords('2026-11-22T09:00:00Z', now).replaceAll('\u00a0', ' ')).toBe('prévu hier 10:00, en retard');
  });

  test('no state tells a requester a P-number or « pas urgent »', () => {
    for (const state of REQUEST_STATES) expect(PLAIN_STATES[state]).not.toMatch(/P\d|pas urgent/);
  });
});
