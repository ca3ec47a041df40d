import { describe, expect, test } from '@jest/globals';
import { queueItem } from './queue-item.fixture.ts';
import {
  clockOf,
  isNew,
  neighbour,
  nextDueOf,
  nextToConfirm,
  toRows,
  urgentArrivals,
  waitingByClass,
} from './queue-rows.ts';

const emergency = queueItem({ id: 'vitale', emergency: true, state: 'emergency', class: 'P0', group: 'urgent' });
const urgent = queueItem({ id: 'urgente', class: 'P1', group: 'urgent' });
const today = queueItem({ id: 'jour', group: 'today' });
const later = queueItem({ id: 'plus-tard' });
const items = [emergency, urgent, today, later];
const counts = { urgent: 2, today: 1, later: 4, late: 0, total: 7 };

describe('the rows of the queue', () => {
  test('a title opens each group with its count; emergencies are drawn above, never in the list', () => {
    const rows = toRows(items, counts);
    expect(rows.slice(0, 6).map((row) => (row.kind === 'group' ? `${row.group} ${row.count}` : row.key))).toEqual([
      'urgent 1',
      'urgente',
      'today 1',
      'jour',
      'later 4',
      'plus-tard',
    ]);
  });

  test('what is not loaded yet keeps its place, up to the total', () => {
    expect(toRows(items, counts).filter((row) => row.kind === 'waiting')).toHaveLength(3);
    expect(toRows(items, { ...counts, total: 4 }).some((row) => row.kind === 'waiting')).toBe(false);
  });

  test('each request says its place among all', () => {
    const row = toRows(items, counts).find(({ key }) => key === 'plus-tard');
    expect(row).toMatchObject({ kind: 'item', position: 4 });
  });
});

describe('moving in the queue', () => {
  test('J and K go to the neighbours and stop at both ends', () => {
    expect(neighbour(items, 'jour', 1, 0)?.id).toBe('plus-tard');
    expect(neighbour(items, 'jour', -1, 0)?.id).toBe('urgente');
    expect(neighbour(items, 'plus-tard', 1, 3)?.id).toBe('plus-tard');
    expect(neighbour(items, 'vitale', -1, 0)?.id).toBe('vitale');
  });

  test('with nothing chosen, the first; in an empty queue, none', () => {
    expect(neighbour(items, undefined, 1, 0)?.id).toBe('vitale');
    expect(neighbour([], 'jour', 1, 0)).toBeUndefined();
  });

  test('when the one shown has left the list, the one that took its place', () => {
    expect(neighbour(items, 'partie', 1, 2)?.id).toBe('jour');
    expect(neighbour(items, 'partie', -1, 2)?.id).toBe('urgente');
    expect(neighbour(items, 'partie', 1, 9)?.id).toBe('plus-tard');
  });

  test('« Confirmer et suivante » skips what is confirmed, then starts again from the top', () => {
    const decided = queueItem({ id: 'confirmée', nextAction: 'decide', classStatus: 'confirmed' });
    expect(nextToConfirm([urgent, today, decided, later], 'jour')?.id).toBe('plus-tard');
    expect(nextToConfirm([urgent, decided, later], 'plus-tard')?.id).toBe('urgente');
    expect(nextToConfirm([decided, later], 'plus-tard')).toBeUndefined();
  });
});

describe('the clock that counts', () => {
  test('the reaction until it is taken or confirmed, the answer after', () => {
    expect(clockOf(urgent)).toMatchObject({ kind: 'react', at: urgent.reactBy });
    expect(clockOf({ ...urgent, owner: { kind: 'user' } })).toMatchObject({ kind: 'due', at: urgent.dueAt });
    expect(clockOf({ ...urgent, state: 'confirmed', nextAction: 'decide' })).toMatchObject({ kind: 'due' });
  });

  test('an emergency is taken within its minutes, even owned by the one on call; then the call back counts', () => {
    const called = { ...emergency, owner: { kind: 'user' }, nextAction: 'acknowledge' as const };
    expect(clockOf(called)).toMatchObject({ kind: 'react' });
    const acknowledgedAt = '2026-11-23T08:03:00.000Z';
    expect(clockOf({ ...called, nextAction: 'call_back', acknowledgedAt })).toMatchObject({
      kind: 'call',
      from: acknowledgedAt,
    });
  });

  test('it pauses while the requester has the ball, and a closed request has none', () => {
    expect(clockOf({ ...later, state: 'waiting_requester' })).toMatchObject({ paused: true });
    expect(clockOf({ ...later, state: 'closed', dueAt: null, reactBy: null })).toBeNull();
  });

  test('the next due time is the earliest of those clocks', () => {
    const soon = queueItem({ id: 'tôt', reactBy: '2026-11-23T09:00:00.000Z' });
    expect(nextDueOf([later, soon])).toBe('2026-11-23T09:00:00.000Z');
    expect(nextDueOf([])).toBeNull();
  });
});

describe('what is new', () => {
  const now = Date.parse('2026-11-23T08:30:00Z');
  test('came within the hour, and nobody opened, took or confirmed it', () => {
    expect(isNew(later, new Set(), now)).toBe(true);
    expect(isNew(later, new Set(['plus-tard']), now)).toBe(false);
    expect(isNew({ ...later, owner: { kind: 'user', id: 'x', name: 'X' } }, new Set(), now)).toBe(false);
    expect(isNew({ ...later, nextAction: 'decide' }, new Set(), now)).toBe(false);
    expect(isNew(later, new Set(), now + 31 * 60_000)).toBe(false);
  });

  test('only urgent arrivals are announced, and nothing at the first load', () => {
    expect(urgentArrivals(null, items)).toEqual([]);
    expect(urgentArrivals(new Set(['vitale']), items).map(({ id }) => id)).toEqual(['urgente']);
  });
});

describe('what waits in each class', () => {
  const at = (dueAt: string) => ({ class: 'P3' as const, nextAction: 'decide' as const, dueAt });
  const now = Date.parse('2026-11-23T09:00:00Z');

  test('most urgent first, what is late counted apart, the next due time ahead', () => {
    const waiting = waitingByClass(
      [
        queueItem({ id: 'a', ...at('2026-11-25T09:00:00.000Z') }),
        queueItem({ id: 'b', ...at('2026-11-24T09:00:00.000Z') }),
        queueItem({ id: 'c', ...at('2026-11-22T09:00:00.000Z') }),
        queueItem({ id: 'd', ...at('2026-11-26T09:00:00.000Z'), class: 'P1' }),
      ],
      now,
    );
    expect(waiting).toEqual([
      { value: 'P1', count: 1, late: 0, nextAt: '2026-11-26T09:00:00.000Z' },
      { value: 'P3', count: 3, late: 1, nextAt: '2026-11-24T09:00:00.000Z' },
    ]);
  });

  test('what waits for the requester has no next time', () => {
    const paused = queueItem({ id: 'a', ...at('2026-11-24T09:00:00.000Z'), state: 'waiting_requester' });
    expect(waitingByClass([paused], now)).toEqual([{ value: 'P3', count: 1, late: 0, nextAt: null }]);
  });
});
