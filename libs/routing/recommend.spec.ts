import { describe, expect, test } from '@jest/globals';
import { check, plan, recommend, verify, type Problem, type Visit } from './index.ts';

const HOUR = 3600;
const MINUTE = 60;

/** Places on a line, ten minutes and ten kilometres apart. */
const line = (places: number) => {
  const table = (unit: number) =>
    Array.from({ length: places }, (_, from) => Array.from({ length: places }, (_, to) => Math.abs(from - to) * unit));
  return { car: { seconds: table(10 * MINUTE), meters: table(10_000) } };
};

const visitAt = (place: number, more: Partial<Visit> = {}): Visit => ({
  id: `v${place}`,
  place,
  serviceSeconds: 30 * MINUTE,
  ...more,
});

const twoTeams = (visits: Visit[]): Problem => ({
  visits,
  teams: ['west', 'east'].map((id, at) => ({
    id,
    start: at * 9,
    end: at * 9,
    shift: { from: 8 * HOUR, to: 12 * HOUR },
    skills: id === 'east' ? ['echo'] : [],
  })),
  matrices: line(10),
});

const solve = (problem: Problem) => plan(problem, { budgetMs: Infinity, iterations: 200, seed: 1, now: () => 0 });

const arranged = (problem: Problem, west: string[], east: string[]) =>
  check(problem, [
    { team: 'west', visits: west },
    { team: 'east', visits: east },
  ]);

describe('recommend', () => {
  test('offers the cheapest place first, with its price, without touching the plan', () => {
    const found = arranged(twoTeams([visitAt(1), visitAt(3), visitAt(8)]), ['v1', 'v3'], ['v8']);
    const before = structuredClone(found);
    const [best] = recommend(found, visitAt(2, { id: 'new' }));
    expect(best).toMatchObject({ team: 'west', position: 1, extraMinutes: 0, extraKm: 0, violations: [] });
    expect(found).toEqual(before);
  });

  test('says who else starts at another hour', () => {
    const late = visitAt(1, { windows: [{ from: 9 * HOUR, to: 11 * HOUR }] });
    const found = arranged(twoTeams([late, visitAt(3)]), ['v1', 'v3'], []);
    const west = recommend(found, visitAt(2, { id: 'new' })).find(
      ({ team, position }) => team === 'west' && position === 1,
    );
    expect(west?.moved).toEqual([{ visit: 'v3', fromAt: 9 * HOUR + 50 * MINUTE, toAt: 10 * HOUR + 20 * MINUTE }]);
  });

  test('says in words what a place would break, and puts it after those that fit', () => {
    const found = solve(twoTeams([visitAt(1)]));
    const options = recommend(found, visitAt(2, { id: 'new', skills: ['echo'] }));
    expect(options[0]).toMatchObject({ team: 'east', violations: [] });
    const west = options.find(({ team }) => team === 'west');
    expect(west?.violations.map(({ words }) => words)).toEqual(['L’équipe n’a pas la compétence demandée : echo.']);
  });

  test('a promise made to another patient is not silently broken', () => {
    const found = solve(twoTeams([visitAt(4, { windows: [{ from: 8 * HOUR, to: 8 * HOUR + 40 * MINUTE }] })]));
    const west = recommend(found, visitAt(1, { id: 'new' }), { perTeam: 9 }).find(({ team, position }) => {
      return team === found.tours[0]?.team && position === 0;
    });
    expect(west?.violations[0]).toMatchObject({ cause: 'delay', visit: 'v4' });
    expect(west?.violations[0]?.words).toMatch(/après la fin du créneau\.$/);
  });

  test('a planned visit moved to another team is priced for the whole day', () => {
    const found = solve(twoTeams([visitAt(1), visitAt(2)]));
    const east = recommend(found, visitAt(2)).find(({ team }) => team === 'east');
    expect(east?.extraMinutes).toBe(2 * 70 - 20);
    expect(east?.extraKm).toBe(120);
    const here = recommend(found, visitAt(2))[0];
    expect(here).toMatchObject({ team: 'west', extraMinutes: 0 });
  });

  test('a place that fits gives a plan that holds', () => {
    const found = solve(twoTeams([visitAt(1), visitAt(3), visitAt(8)]));
    const wanted = visitAt(5, { id: 'new' });
    const problem = { ...found.problem, visits: [...found.problem.visits, wanted] };
    for (const { team, position, violations } of recommend(found, wanted)) {
      const orders = problem.teams.map(({ id }) => {
        const stops = found.tours.find((tour) => tour.team === id)?.stops.map(({ visit }) => visit) ?? [];
        return { team: id, visits: id === team ? stops.toSpliced(position, 0, 'new') : stops };
      });
      expect(verify(problem, check(problem, orders))).toEqual([]);
      expect(violations).toEqual([]);
    }
  });
});

describe('check', () => {
  test('keeps the order made by hand and says everything it breaks', () => {
    const problem = twoTeams([visitAt(1, { windows: [{ from: 8 * HOUR, to: 9 * HOUR }] }), visitAt(9)]);
    const found = check(problem, [{ team: 'west', visits: ['v9', 'v1'] }]);
    expect(found.tours[0]?.stops.map(({ visit }) => visit)).toEqual(['v9', 'v1']);
    expect(found.violations).toMatchObject([{ cause: 'delay', visit: 'v1', seconds: 140 * MINUTE }]);
  });

  test('refuses a visit placed twice', () => {
    const problem = twoTeams([visitAt(1)]);
    const orders = ['west', 'east'].map((team) => ({ team, visits: ['v1'] }));
    expect(() => check(problem, orders)).toThrow('La visite v1 est placée deux fois.');
  });

  test('a visit left out of a day with room is not told that the day is full', () => {
    const found = arranged(twoTeams([visitAt(1), visitAt(2)]), ['v1'], []);
    expect(found.unplanned).toEqual([{ visit: 'v2', words: 'Une équipe a encore la place de la faire.' }]);
  });

  test('a full day says that it is full', () => {
    const long = (place: number) => visitAt(place, { serviceSeconds: 3 * HOUR });
    const found = arranged(twoTeams([long(1), long(8), long(2)]), ['v1'], ['v8']);
    expect(found.unplanned).toEqual([{ visit: 'v2', words: 'Plus de place dans la journée des équipes.' }]);
  });
});
