import { describe, expect, test } from '@jest/globals';
import { plan } from '#routing';
import { fc } from '../../../test/support/lot.ts';
import { aDay, aTeam, aVisit, told } from '../../../test/support/mobile-day.ts';
import { isStarted, type DayVisit } from './day-state.ts';
import { settled } from './rearrange.ts';
import { timeDay } from './to-day-view.ts';
import { withPlan } from './with-plan.ts';

const hour = (quarter: number): string =>
  `${String(8 + Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

const someVisit = fc.record({
  team: fc.constantFrom(undefined, 'A', 'B'),
  quarter: fc.nat(35),
  kind: fc.constantFrom('draft', 'locked', 'told', 'moved', 'begun'),
  lat: fc.integer({ min: 4700, max: 4760 }),
  lng: fc.integer({ min: -220, max: -130 }),
});

/** A visit as somebody left it: a draft, locked, announced, announced then moved by hand, or begun. */
function toVisit(
  { team, quarter, kind, lat, lng }: typeof someVisit extends fc.Arbitrary<infer T> ? T : never,
  rank: number,
) {
  const startsAt = hour(quarter);
  const promise = (teamId: string, at: string) => told(teamId, at, at, { actId: `v${rank}` });
  const other = team === 'A' ? 'B' : 'A';
  const visit = aVisit({
    id: `v${rank}`,
    placement: team,
    startsAt,
    locked: kind === 'locked',
    commune: { name: 'Quelque part', lat: lat / 100, lng: lng / 100 },
    told:
      team === undefined || kind === 'draft' || kind === 'locked'
        ? null
        : kind === 'moved'
          ? promise(other, startsAt)
          : promise(team, startsAt),
  });
  if (kind === 'begun' && visit.told) Object.assign(visit.told, { status: 'en_route', enRouteAt: visit.told.startAt });
  if (visit.placement) visit.placement.position = rank;
  return visit;
}

describe('any day, planned again', () => {
  test('keeps the team and hour of what is locked, announced or begun, the team of what was moved by hand', () => {
    fc.assert(
      fc.property(fc.array(someVisit, { maxLength: 14 }), fc.integer(), (given, seed) => {
        const visits: DayVisit[] = given.map(toVisit);
        const before = timeDay(aDay({ teams: [aTeam('A'), aTeam('B')], visits }));
        const found = plan(before.problem, { budgetMs: Infinity, iterations: 30, seed, now: () => 0 });
        const after = withPlan(before, found);
        const placed = new Map(after.state.visits.map((visit) => [visit.actId, visit.placement]));
        for (const visit of visits) {
          const now = placed.get(visit.actId);
          if (visit.placement?.locked || visit.told) expect(now?.teamId).toBe(visit.placement?.teamId);
          if (visit.placement?.locked || isStarted(visit)) expect(now?.startsAt).toEqual(visit.placement?.startsAt);
        }
        const wasTold = before.problem.visits.filter(({ lock }) => lock?.at !== undefined);
        const late = new Set(settled(after).plan.violations.map(({ visit }) => visit));
        const starts = new Map(found.tours.flatMap(({ stops }) => stops.map(({ visit, startAt }) => [visit, startAt])));
        for (const { id, lock } of wasTold) if (!late.has(id)) expect(starts.get(id)).toBe(lock?.at);
        for (const team of ['A', 'B']) {
          const ranks = after.state.visits.flatMap(({ placement }) =>
            placement?.teamId === team ? [placement.position] : [],
          );
          expect(ranks.sort((a, b) => a - b)).toEqual([...ranks.keys()]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
