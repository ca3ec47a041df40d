import { describe, expect, test } from '@jest/globals';
import { deskThread } from './desk-thread.ts';

type Threaded = Parameters<typeof deskThread>[0];
const now = new Date('2026-11-23T09:00:00Z');
const step = (
  type: Threaded['timeline'][number]['type'],
  label: string,
  actor: string | null,
  detail: string | null = null,
) => ({
  at: '2026-11-23T08:12:00.000Z',
  type,
  label,
  actor,
  detail,
});
const request = (part: Partial<Threaded>): Threaded => ({
  state: 'proposed',
  nextAction: 'confirm_priority',
  channel: 'form',
  dueAt: '2026-11-26T08:12:00.000Z',
  reactBy: '2026-11-23T11:50:00.000Z',
  evaluation: null,
  plannedFrom: null,
  modality: null,
  owner: { kind: 'desk', id: 'ess', name: 'Guichet Cardio' },
  timeline: [step('request.received', 'Demande reçue', 'Dr Hélène Marchais')],
  ...part,
});
const titles = (part: Partial<Threaded>) =>
  deskThread(request(part), now).map(({ title, state }) => `${state} ${title}`);

describe('the thread at the desk', () => {
  test('solid behind, a ring on what waits, dotted ahead', () => {
    expect(titles({})).toEqual(['done Reçue', 'now À confirmer', 'next Décision', 'next Réponse']);
  });

  test('the ring follows the next action', () => {
    expect(titles({ state: 'confirmed', nextAction: 'decide' })).toEqual([
      'done Reçue',
      'now À décider',
      'next Réponse',
    ]);
    expect(titles({ state: 'emergency', nextAction: 'acknowledge' })[1]).toBe('now À prendre en charge');
    expect(titles({ state: 'emergency', nextAction: 'call_back' })[1]).toBe('now À rappeler');
  });

  test('after the decision, the thread says what is waited for', () => {
    const timeline = [step('request.decided', 'Décision\u00a0: visite de l’équipe mobile', 'Dr Anne Kerviel')];
    expect(titles({ state: 'decided', nextAction: 'plan_visit', timeline })).toEqual([
      'done Visite de l’équipe mobile',
      'now Visite à planifier',
      'next Interprétation',
      'next Réponse',
    ]);
    const reported = titles({ state: 'reported', nextAction: 'chase_reception', timeline: [] });
    expect(reported).toEqual(['now Non lue, à rappeler', 'next Close']);
  });

  test('a date given is a moment, a due time is a limit', () => {
    const ahead = (part: Partial<Threaded>) => deskThread(request({ timeline: [], ...part }), now)[0];
    const planned = { nextAction: 'visit' as const, plannedFrom: '2026-11-24T09:00:00.000Z' };
    expect(ahead({ state: 'scheduled', ...planned })?.time).toMatch(/^demain/);
    expect(ahead({ state: 'to_read', nextAction: 'read' })?.time).toMatch(/^avant /);
  });

  test('a cancelled request stops there, nothing ahead', () => {
    const timeline = [
      step('request.received', 'Demande reçue', null),
      step('request.cancelled', 'Demande annulée', 'Dr Hélène Marchais', 'Vu ailleurs'),
    ];
    const thread = deskThread(request({ state: 'cancelled', nextAction: 'none', timeline }), now);
    expect(thread.map(({ state }) => state)).toEqual(['done', 'stopped']);
    expect(thread[1]?.note).toBe('Dr Hélène Marchais · Vu ailleurs');
  });

  test('a change of class keeps its direction and its reason', () => {
    const timeline = [step('request.reclassed', 'Priorité relevée\u00a0: sous 24 h', 'Nadège Rouaud', 'Appel inquiet')];
    expect(deskThread(request({ timeline }), now)[0]).toMatchObject({
      title: 'Relevée',
      note: 'Nadège Rouaud · Appel inquiet',
    });
  });
});
