import { describe, expect, test } from '@jest/globals';
import { at, day, stop, team, visit } from './day.fixture.ts';
import { axisOf, laneShape, neighbourOf, placeOf, stepFrom, targetAt, timeAt, topOf } from './lane-geometry.ts';

const stops = [stop('one', '09:00', '09:30'), stop('two', '10:00', '10:30'), stop('three', '13:00', '13:45')];
const A = team('A', stops);
const B = team('B', [stop('four', '09:40', '10:10')], { colour: 1 });
const plan = day([A, B], [visit('left')]);
const axis = axisOf(plan.teams)!;
const ms = (time: string) => Date.parse(at(time));

describe('the lanes', () => {
  test('the axis holds every shift, the first road and the last return, on whole hours', () => {
    expect([axis.from, axis.to]).toEqual([ms('08:00'), ms('17:00')]);
    const late = axisOf([team('A', stops, { endsAt: at('18:20') })]);
    expect(late?.to).toBe(ms('19:00'));
    const early = axisOf([team('A', [stop('one', '08:00', '08:30', { travelMin: 40 })])]);
    expect(early?.from).toBe(ms('07:00'));
    expect(axisOf([])).toBeNull();
    expect(axis.hours).toHaveLength(10);
    expect(axis.hours.at(-1)?.top).toBe(axis.height);
  });

  test('a height and a time say the same', () => {
    for (const time of ['08:00', '09:10', '16:55']) expect(timeAt(axis, topOf(axis, at(time)))).toBe(ms(time));
  });

  test('the road is drawn before each stop and back home, a wait until the patient is ready', () => {
    const waiting = team('A', [stop('one', '09:00', '09:50', { startAt: at('09:20'), travelMin: 20, waitMin: 20 })], {
      endsAt: at('10:10'),
    });
    const { pieces, blocks } = laneShape(axis, waiting);
    expect(pieces.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['drive', 20],
      ['wait', 20],
      ['drive', 20],
    ]);
    expect(pieces[0]?.top).toBe(topOf(axis, at('08:40')));
    expect([blocks[0]?.top, blocks[0]?.rank]).toEqual([topOf(axis, at('09:20')), 1]);
  });

  test('a short stop keeps a height that can be read and taken', () => {
    const short = laneShape(axis, team('A', [stop('one', '09:00', '09:05')])).blocks[0];
    expect([short?.height, short?.lines]).toEqual([20, 1]);
    expect(laneShape(axis, A).blocks.map(({ lines }) => lines)).toEqual([3, 3, 4]);
    expect(laneShape(axis, team('A', [stop('one', '09:00', '09:22')])).blocks[0]?.lines).toBe(2);
  });

  test('a drop takes the rank of its hour, and asks for that hour only where there is room', () => {
    expect(targetAt(A, 'four', ms('09:35'))).toEqual({ teamId: 'A', position: 1 });
    expect(targetAt(A, 'four', ms('11:32'))).toEqual({ teamId: 'A', position: 2, startAt: at('11:30') });
    expect(targetAt(A, 'four', ms('08:05'))).toEqual({ teamId: 'A', position: 0 });
    expect(targetAt(A, 'two', ms('14:20'))).toEqual({ teamId: 'A', position: 2, startAt: at('14:20') });
    expect(targetAt(A, 'two', ms('14:10'))).toEqual({ teamId: 'A', position: 2 });
  });

  test('nothing is dropped before a stop already begun', () => {
    const begun = team('A', [stop('one', '09:00', '09:30', { status: 'en_route' }), stop('two', '10:00', '10:30')]);
    expect(targetAt(begun, 'four', ms('08:40')).position).toBe(1);
    expect(stepFrom(day([begun]), 'two', { teamId: 'A', position: 1 }, 'earlier')).toBeNull();
  });

  test('the arrows change the rank, then the team, and stop at the edges', () => {
    const own = placeOf(plan, 'two')!;
    expect(own).toEqual({ teamId: 'A', position: 1 });
    expect(stepFrom(plan, 'two', own, 'later')).toEqual({ teamId: 'A', position: 2 });
    expect(stepFrom(plan, 'two', { teamId: 'A', position: 2 }, 'later')).toBeNull();
    expect(stepFrom(plan, 'two', own, 'right')).toEqual({ teamId: 'B', position: 1 });
    expect(stepFrom(plan, 'two', { teamId: 'B', position: 1 }, 'right')).toBeNull();
    expect(stepFrom(plan, 'two', own, 'left')).toEqual({ teamId: null });
    expect(stepFrom(plan, 'left', { teamId: null }, 'right')).toEqual({ teamId: 'A', position: 3 });
    expect(stepFrom(plan, 'left', { teamId: null }, 'later')).toBeNull();
    expect(placeOf(plan, 'nobody')).toBeNull();
  });

  test('without Shift the arrows only walk', () => {
    expect(neighbourOf(plan, 'one', 'later')).toBe('two');
    expect(neighbourOf(plan, 'one', 'earlier')).toBeNull();
    expect(neighbourOf(plan, 'three', 'right')).toBe('four');
    expect(neighbourOf(plan, 'four', 'left')).toBe('one');
    expect(neighbourOf(plan, 'one', 'left')).toBe('left');
    expect(neighbourOf(day([A, team('C', []), B]), 'one', 'right')).toBe('four');
  });
});
