import { describe, expect, test } from '@jest/globals';
import { departures, listed } from './board-rows.ts';
import type { BoardView, WorkItem } from './views.ts';

const item = (id: string): WorkItem => ({
  id,
  reference: 'ABCD2345',
  version: 1,
  state: 'confirmed',
  stateLabel: 'Priorité confirmée',
  class: 'P3',
  classStatus: 'confirmed',
  patientName: 'Le Goff Jeanne',
  patientAge: 81,
  sex: 'F',
  communeName: 'Savenay',
  reasonLabel: 'Insuffisance cardiaque',
  summary: 'Insuffisance cardiaque',
  modality: null,
  nextAction: 'decide',
  nextActionLabel: 'Décider et répondre',
  owner: { kind: 'desk', id: 'ess', name: 'Guichet' },
  takenAt: null,
  receivedAt: '2026-11-23T08:00:00.000Z',
  dueAt: '2026-11-26T08:00:00.000Z',
  reactBy: '2026-11-23T12:00:00.000Z',
  plannedFrom: null,
  answeredAt: null,
  requesterName: 'Dr Hélène Marchais',
  organisationName: 'Cabinet',
  organisationPhone: null,
  requesterPhone: null,
  readBy: null,
  reportId: null,
});
const board = (lists: Partial<Record<'toTake' | 'mine' | 'toRead' | 'awaited', string[]>>): BoardView => ({
  toTake: (lists.toTake ?? []).map(item),
  mine: (lists.mine ?? []).map(item),
  toRead: (lists.toRead ?? []).map(item),
  awaited: (lists.awaited ?? []).map(item),
  onCallName: null,
  onCallIsMe: false,
  serverNow: '2026-11-23T10:00:00.000Z',
});
const ids = (items: WorkItem[]) => items.map(({ id }) => id);

describe('the specialist’s lists', () => {
  test('J goes through them in the order drawn, each request once', () => {
    expect(ids(listed(board({ toTake: ['c'], mine: ['a'], toRead: ['b', 'a'], awaited: ['d'] })))).toEqual([
      ...['a', 'b', 'c', 'd'],
    ]);
    expect(listed(undefined)).toEqual([]);
  });

  test('taken by another, a request is said gone; taken by this person, it only changes list', () => {
    expect(ids(departures(board({ toTake: ['a', 'b'] }), board({ mine: ['a'] })))).toEqual(['b']);
  });

  test('the first look knows no departure', () => {
    expect(departures(undefined, board({ toTake: ['a'] }))).toEqual([]);
  });
});
