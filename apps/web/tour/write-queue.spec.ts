import { describe, expect, test } from '@jest/globals';
import { emptySheet } from './sheet-draft.ts';
import { stopOf } from './stop.fixture.ts';
import {
  mergedQueues,
  nextToSend,
  withoutWrite,
  withPending,
  withRefusal,
  withWrite,
  writeWords,
} from './write-queue.ts';
import type { TourAct, TourWrite } from './write-queue.ts';

let count = 0;
const write = (actId: string, act: TourAct): TourWrite => {
  count += 1;
  const at = new Date(Date.UTC(2026, 10, 24, 8, 0, count)).toISOString();
  return { key: `k${count}`, actId, patientName: 'Mme Le Goff', at, act, refused: null };
};
const sheet = (note: string): TourAct => ({ kind: 'sheet', sheet: { ...emptySheet(), note } });
const keysOf = (queue: TourWrite[]) => queue.map(({ key }) => key);

describe('the writes of the road', () => {
  test('leave in the order in which they were made', () => {
    const made = [
      write('a', { kind: 'status', status: 'en_route' }),
      write('a', { kind: 'status', status: 'arrived' }),
      write('b', { kind: 'not_done', reason: 'absent', note: '' }),
    ];
    let queue = made.reduce<TourWrite[]>((all, each) => withWrite(all, each), []);
    const left: string[] = [];
    for (let next = nextToSend(queue); next; next = nextToSend(queue)) {
      left.push(next.key);
      queue = withoutWrite(queue, next.key);
    }
    expect(left).toEqual(keysOf(made));
  });

  test('a newer sheet takes the place of the one that waits, not of the one on its way', () => {
    const [first, second, third] = [write('a', sheet('un')), write('a', sheet('deux')), write('a', sheet('trois'))];
    const queue = withWrite([first], second, first.key);
    expect(keysOf(queue)).toEqual([first.key, second.key]);
    expect(keysOf(withWrite(queue, third, first.key))).toEqual([first.key, third.key]);
    expect(keysOf(withWrite(queue, third))).toEqual([third.key]);
  });

  test('the sheet of another visit is never replaced', () => {
    expect(withWrite([write('a', sheet('un'))], write('b', sheet('deux')))).toHaveLength(2);
  });

  test('the end of a visit carries its sheet; the arrival before it stays', () => {
    const queue = [write('a', { kind: 'status', status: 'arrived' }), write('a', sheet('un'))];
    const done = write('a', { kind: 'done', sheet: emptySheet() });
    expect(withWrite(queue, done).map(({ act }) => act.kind)).toEqual(['status', 'done']);
  });

  test('a refused write waits for a person and lets the other visits go', () => {
    const [refused, same, other] = [
      write('a', { kind: 'status', status: 'en_route' }),
      write('a', { kind: 'status', status: 'arrived' }),
      write('b', sheet('un')),
    ];
    const queue = withRefusal([refused, same, other], refused.key, 'Cette visite a changé d’équipe.');
    expect(nextToSend(queue)?.key).toBe(other.key);
    expect(nextToSend(withRefusal(queue, refused.key, null))?.key).toBe(refused.key);
  });

  test('what two tabs wrote is put together, each write once', () => {
    const [first, second, third] = [write('a', sheet('1')), write('b', sheet('2')), write('c', sheet('3'))];
    expect(keysOf(mergedQueues([first, third], [first, second]))).toEqual(keysOf([first, second, third]));
  });

  test('the tour shows what was done although the server has not heard it', () => {
    const stops = [stopOf({ actId: 'a' }), stopOf({ actId: 'b', status: 'en_route' })];
    const done = write('a', { kind: 'done', sheet: { ...emptySheet(), note: 'Vue' } });
    const [a, b] = withPending(stops, [write('a', { kind: 'status', status: 'arrived' }), done]);
    expect([a?.status, a?.sheet?.note, b?.status]).toEqual(['done', 'Vue', 'en_route']);
    const [refused] = withPending(stops, [{ ...done, refused: 'Non.' }]);
    expect(refused?.status).toBe('planned');
  });

  test('each write is said in words', () => {
    expect(writeWords(write('a', { kind: 'status', status: 'en_route' }))).toBe('Mme Le Goff\u00a0: départ');
    expect(writeWords(write('a', { kind: 'done', sheet: emptySheet() }))).toBe('Mme Le Goff\u00a0: visite faite');
  });
});
