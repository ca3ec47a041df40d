import { describe, expect, test } from '@jest/globals';
import { at, day, stop, team } from './day.fixture.ts';
import { announcedFor, promiseChanges } from './promises.ts';

describe('what publishing would announce', () => {
  test('a promise begins on the quarter of an hour before the start and lasts an hour', () => {
    expect(announcedFor(at('10:20'))).toEqual({ from: at('10:15'), to: at('11:15') });
    expect(announcedFor(at('10:15'))).toEqual({ from: at('10:15'), to: at('11:15') });
  });

  test('first promises, moved ones and kept ones are told apart', () => {
    const plan = day([
      team('a', [
        stop('new', '09:00', '09:30'),
        stop('kept', '10:05', '10:30', { promised: { from: at('10:00'), to: at('11:00') } }),
        stop('moved', '11:20', '11:50', { promised: { from: at('10:45'), to: at('11:45') } }),
      ]),
    ]);
    const { first, moved, kept } = promiseChanges(plan);
    expect(first.map((change) => change.stop.actId)).toEqual(['new']);
    expect(moved.map((change) => [change.stop.actId, change.after.from])).toEqual([['moved', at('11:15')]]);
    expect(kept).toBe(1);
  });

  test('a visit on its way, or over, is not announced again', () => {
    const promised = { from: at('08:00'), to: at('09:00') };
    const plan = day([
      team('a', [
        stop('done', '09:20', '09:50', { status: 'done', promised }),
        stop('going', '10:20', '10:50', { status: 'en_route', promised }),
      ]),
    ]);
    expect(promiseChanges(plan)).toEqual({ first: [], moved: [], kept: 0 });
  });
});
