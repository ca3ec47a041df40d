import { describe, expect, test } from '@jest/globals';
import { REQUEST_STATES } from '#contracts/transitions';
import { dueWords, PLAIN_STATES, plainState, threadOf, whenWords } from './words.ts';
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
  nextAction: 'confirm_priority',
  ...more,
});
const states = (more: Partial<FollowedRequest>) => threadOf(request(more)).map((step) => step.state);

describe('the thread of a request', () => {
  test('a received request has one step behind, one now, the others ahead', () => {
    expect(states({})).toEqual(['done', 'now', 'next', 'next', 'next']);
  });

  test('once confirmed, what happens now is the decision, with its due time', () => {
    const thread = threadOf(
      request({ state: 'confirmed', nextAction: 'decide', class: 'P2', dueAt: '2026-11-30T08:12:00Z' }),
    );
    const now = thread.find((step) => step.state === 'now');
    expect(now?.id).toBe('decide');
    expect(now?.time?.replaceAll('\u00a0', ' ')).toBe('avant lun. 30 nov. 2026 09:12');
  });

  test('a cancelled request stops there: nothing is ahead', () => {
    const cancelled = { ...received, type: 'request.cancelled', label: 'Demande annulée' };
    expect(states({ state: 'cancelled', nextAction: 'none', timeline: [received, cancelled] })).toEqual([
      'done',
      'stopped',
    ]);
  });

  test('an emergency is never shown as « received, then wait »', () => {
    const steps = threadOf(request({ state: 'emergency', nextAction: 'acknowledge' }));
    expect(steps[1]).toMatchObject({ state: 'now', title: 'Prise en charge' });
  });

  test('from the decision to « Close », the ring sits on what happens now', () => {
    const nowOf = (more: Partial<FollowedRequest>) => {
      const thread = threadOf(request(more));
      expect(thread.filter((step) => step.state === 'now')).toHaveLength(1);
      expect(thread.at(-1)?.title).toBe('Demande close');
      return thread.find((step) => step.state === 'now');
    };
    expect(nowOf({ state: 'decided', nextAction: 'plan_visit' })?.title).toBe('Visite, date à venir');
    const visit = nowOf({ state: 'scheduled', nextAction: 'visit', plannedFrom: '2026-11-23T09:00:00Z' });
    expect(visit?.time?.replaceAll('\u00a0', ' ')).toBe('lun. 23 nov. 2026 10:00');
    expect(nowOf({ state: 'to_read', nextAction: 'read' })?.title).toBe('Interprétation par un spécialiste');
    expect(nowOf({ state: 'waiting_requester', nextAction: 'await_info' })?.title).toBe('Votre complément');
    expect(nowOf({ state: 'decided', nextAction: 'book', modality: 'teleconsultation' })?.title).toBe(
      'Téléconsultation, date à venir',
    );
    expect(nowOf({ state: 'reported', nextAction: 'await_reception' })?.title).toBe('À lire');
  });

  test('an emergency confided to the 15 is not said to be answered', () => {
    expect(plainState({ state: 'closed', handedOver: true }).replaceAll('\u00a0', ' ')).toBe('Close, confiée au 15');
    expect(plainState({ state: 'closed', handedOver: false })).toBe(PLAIN_STATES.closed);
  });

  test('nothing is ahead of a closed request', () => {
    expect(states({ state: 'closed', nextAction: 'none' })).toEqual(['done']);
  });

  test('a missed time is said, in plain words', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(dueWords('2026-11-23T11:00:00Z', now).replaceAll('\u00a0', ' ')).toBe('avant aujourd’hui 12:00');
    expect(dueWords('2026-11-22T09:00:00Z', now).replaceAll('\u00a0', ' ')).toBe('prévu hier 10:00, en retard');
  });

  test('a visit or an appointment is told at its hour, never « avant »', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    const at = (action: 'visit' | 'hold_appointment' | 'read', iso: string) =>
      whenWords(action, iso, now).replaceAll('\u00a0', ' ');
    expect(at('visit', '2026-11-24T08:00:00Z')).toBe('demain 09:00');
    expect(at('hold_appointment', '2026-11-23T09:00:00Z')).toBe('aujourd’hui 10:00');
    expect(at('read', '2026-11-24T08:00:00Z')).toBe('avant demain 09:00');
  });

  test('no state tells a requester a P-number or « pas urgent »', () => {
    for (const state of REQUEST_STATES) expect(PLAIN_STATES[state]).not.toMatch(/P\d|pas urgent/);
  });
});
