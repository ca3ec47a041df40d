import type { QueueItem } from './views.ts';

/** One request of the queue, for the specs. */
export const queueItem = (part: Partial<QueueItem> & { id: string }): QueueItem => ({
  reference: 'ABCD2345',
  version: 1,
  state: 'proposed',
  class: 'P3',
  classStatus: 'proposed',
  declaredClass: 'P3',
  emergency: false,
  group: 'later',
  patientName: 'Le Goff Jeanne',
  patientAge: 81,
  sex: 'F',
  channel: 'form',
  communeName: 'Savenay',
  summary: 'Insuffisance cardiaque',
  owner: { kind: 'desk', id: 'ess', name: 'Guichet' },
  nextAction: 'confirm_priority',
  nextActionLabel: 'Confirmer la priorité',
  receivedAt: '2026-11-23T08:00:00.000Z',
  dueAt: '2026-11-26T08:00:00.000Z',
  reactBy: '2026-11-23T12:00:00.000Z',
  missingCount: 0,
  acknowledgedAt: null,
  ...part,
});
