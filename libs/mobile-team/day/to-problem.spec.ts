import { describe, expect, test } from '@jest/globals';
import { plan } from '#routing';
import { DayClock } from './day-clock.ts';
import { priorityOf, startWindowsOf, toProblem } from './to-problem.ts';
import { aDay, aTeam, aVisit, at, told } from '../../../test/support/mobile-day.ts';

const DAY_END = 24 * 3600 - 1;
const clock = new DayClock('2026-11-23', 'Europe/Paris');
const hours = (value: number) => value * 3600;

describe('a visit as the planner sees it', () => {
  test('starts any time of a day to come', () => {
    const state = aDay({ now: at('2026-11-20T10:00:00Z'), today: '2026-11-20' });
    expect(startWindowsOf(state, clock, aVisit(), DAY_END)).toEqual([{ from: 0, to: DAY_END }]);
  });

  test('starts no later than the act is due, when it is due that day', () => {
    const state = aDay({ now: at('2026-11-20T10:00:00Z'), today: '2026-11-20' });
    const visit = aVisit({ dueAt: at('2026-11-23T13:00:00Z') });
    expect(startWindowsOf(state, clock, visit, DAY_END)).toEqual([{ from: 0, to: hours(14) }]);
  });

  test('past due, starts as soon as it can: no hour is refused', () => {
    const state = aDay({ now: at('2026-11-23T09:00:00Z') });
    const visit = aVisit({ dueAt: at('2026-11-23T08:00:00Z') });
    expect(startWindowsOf(state, clock, visit, DAY_END)).toEqual([{ from: hours(10), to: DAY_END }]);
  });

  test('promised, starts inside its promise', () => {
    const visit = aVisit({ placement: 'A', told: told('A', '09:00', '09:10') });
    expect(startWindowsOf(aDay(), clock, visit, DAY_END)).toEqual([{ from: hours(9), to: hours(10) }]);
  });

  test('past due comes before due that day, and that before any class', () => {
    const now = at('2026-11-23T07:00:00Z');
    const rank = (dueAt: string, value: 'P1' | 'P4') => priorityOf({ dueAt: at(dueAt), class: value }, clock, now);
    const [late, today, urgent, plain] = [
      rank('2026-11-22T10:00:00Z', 'P4'),
      rank('2026-11-23T20:00:00Z', 'P4'),
      rank('2026-11-25T10:00:00Z', 'P1'),
      rank('2026-11-25T10:00:00Z', 'P4'),
    ];
    expect([late, today, urgent, plain].sort((a, b) => b - a)).toEqual([late, today, urgent, plain]);
    expect(new Set([late, today, urgent, plain]).size).toBe(4);
  });

  test('goes to a team that has what its exams ask for, in words', () => {
    const state = aDay({
      teams: [aTeam('A', { equipment: ['ecg'] }), aTeam('B', { equipment: ['ecg', 'echo'] })],
      visits: [aVisit({ exams: ['echo'] })],
    });
    const { problem } = toProblem(state);
    const found = plan(problem, { budgetMs: Infinity, iterations: 20, seed: 1, now: () => 0 });
    expect(found.tours.map(({ team }) => team)).toEqual(['B']);
    expect(problem.visits[0]?.equipment).toEqual(['Échographe']);
  });
});

describe('locks of a day', () => {
  test('a locked stop and an announced one keep team and hour; an announced one moved by hand keeps its team', () => {
    const visits = [
      aVisit({ id: 'locked', placement: 'A', locked: true, startsAt: '09:00' }),
      aVisit({ id: 'told', placement: 'A', startsAt: '10:10', told: told('A', '10:00', '10:10') }),
      aVisit({ id: 'moved', placement: 'B', startsAt: '10:40', told: told('A', '10:00', '10:10') }),
      aVisit({ id: 'draft', placement: 'B', startsAt: '11:00' }),
    ];
    const { problem } = toProblem(aDay({ teams: [aTeam('A'), aTeam('B')], visits }));
    expect(problem.visits.map(({ lock }) => lock)).toEqual([
      { team: 'A', at: hours(9) },
      { team: 'A', at: hours(10) + 600 },
      { team: 'B' },
      undefined,
    ]);
  });

  test('a begun stop is out of the search: its team goes on from there, once it is free', () => {
    const begun = told('A', '09:00', '09:05', { status: 'arrived', arrivedAt: at('2026-11-23T08:05:00Z') });
    const visits = [aVisit({ id: 'begun', placement: 'A', startsAt: '09:05', told: begun }), aVisit({ id: 'next' })];
    const { problem, begun: count } = toProblem(aDay({ now: at('2026-11-23T08:10:00Z'), visits }));
    expect(problem.visits.map(({ id }) => id)).toEqual(['next']);
    expect(count.get('A')).toBe(1);
    // Arrived at 9:05, five minutes at the door and thirty at the bedside.
    expect(problem.teams[0]?.shift?.from).toBe(hours(9) + 40 * 60);
  });
});
