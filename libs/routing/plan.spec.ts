import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { plan, ProblemError, verify, type Plan, type Problem, type Team, type Visit } from './index.ts';

const HOUR = 3600;
const still = { budgetMs: Infinity, iterations: 300, now: () => 0 };
const solve = (problem: Problem, seed = 1): Plan => plan(problem, { ...still, seed });

/** Around Rennes, in the working day of a mobile team. */
const point = fc.record({
  lat: fc.integer({ min: 4790, max: 4830 }).map((value) => value / 100),
  lon: fc.integer({ min: -200, max: -130 }).map((value) => value / 100),
});
const SKILLS = ['echo', 'ecg', 'holter'];
const skills = fc.subarray(SKILLS, { maxLength: 2 });
const window = fc
  .tuple(fc.integer({ min: 8, max: 16 }), fc.integer({ min: 1, max: 4 }))
  .map(([from, hours]) => ({ from: from * HOUR, to: (from + hours) * HOUR }));
const visit = fc.record({
  place: point,
  serviceSeconds: fc.integer({ min: 5, max: 60 }).map((minutes) => minutes * 60),
  setupSeconds: fc.constantFrom(0, 300, 600),
  windows: fc.array(window, { maxLength: 3 }),
  skills,
  equipment: fc.subarray(['tensiometre'], { maxLength: 1 }),
  priority: fc.integer({ min: 0, max: 3 }),
  deliveries: fc.tuple(fc.integer({ min: 0, max: 2 })),
  pickups: fc.tuple(fc.integer({ min: 0, max: 2 })),
});
const team = fc.record({
  start: point,
  end: fc.option(point, { nil: undefined }),
  shift: fc.constantFrom({ from: 8 * HOUR, to: 17 * HOUR }, { from: 9 * HOUR, to: 13 * HOUR }),
  skills: fc.subarray(SKILLS, { minLength: 1 }),
  equipment: fc.constantFrom(['tensiometre'], []),
  capacity: fc.constantFrom([4], [8]),
  maxVisits: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  maxDriveSeconds: fc.option(fc.constant(3 * HOUR), { nil: undefined }),
  speedFactor: fc.constantFrom(1, 0.8),
});
const day = fc
  .tuple(fc.array(visit, { maxLength: 14 }), fc.array(team, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([visits, teams, hasSetups]): Problem => ({
    visits: visits.map((each, at): Visit => ({
      id: `v${at}`,
      ...each,
      setupSeconds: hasSetups ? each.setupSeconds : 0,
    })),
    teams: teams.map((each, at): Team => ({ id: `t${at}`, ...each })),
  }));

describe('plan', () => {
  test('serves every visit once or says it is unplanned, and breaks no rule', () => {
    fc.assert(
      fc.property(day, fc.integer(), (problem, seed) => {
        const found = solve(problem, seed);
        expect(verify(problem, found)).toEqual([]);
        expect(found.violations).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('gives the same plan for the same seed', () => {
    fc.assert(
      fc.property(day, fc.integer(), (problem, seed) => {
        expect(solve(problem, seed)).toEqual(solve(problem, seed));
      }),
      { numRuns: 30 },
    );
  });

  test('keeps what was announced: a plan locked by team, rank or hour comes back with its locks', () => {
    fc.assert(
      fc.property(
        day,
        fc.array(fc.constantFrom('none', 'team', 'rank', 'hour'), { minLength: 14, maxLength: 14 }),
        (problem, kinds) => {
          const first = plan(problem, { ...still, seed: 1, iterations: 0 });
          // First tours, far from the best: everything pushes the search to break the locks.
          const locked = lockSome(problem, first, kinds);
          const again = solve(locked, 2);
          expect(verify(locked, again)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('begins with the stop locked first, even when another is on its way', () => {
    const far = { ...plainVisit('far'), place: { lat: 48.4, lon: -1.7 }, lock: { team: 't', position: 0 } };
    const onTheWay = [48.2, 48.3].map((lat) => ({ ...plainVisit(`at ${lat}`), place: { lat, lon: -1.7 } }));
    const problem = oneTeam([...onTheWay, far]);
    const team = { ...problem.teams[0], id: 't', end: undefined };
    const found = solve({ ...problem, teams: [team] });
    expect(found.tours[0]?.stops.map(({ visit: id }) => id)).toEqual(['far', 'at 48.3', 'at 48.2']);
  });

  test('holds a lock that breaks another rule, and says which', () => {
    const problem = oneTeam([
      { ...plainVisit('a'), skills: ['echo'], lock: { team: 't', at: 20 * HOUR } },
      { ...plainVisit('b'), windows: [{ from: HOUR, to: 2 * HOUR }], lock: { team: 't' } },
    ]);
    const found = solve(problem);
    expect(found.unplanned).toEqual([]);
    expect(found.tours[0]?.stops.find(({ visit: id }) => id === 'a')?.startAt).toBe(20 * HOUR);
    expect(new Set(found.violations.map(({ cause }) => cause))).toEqual(new Set(['delay', 'shift', 'skills']));
    expect(found.violations.map(({ words }) => words).join()).toContain('compétence demandée : echo');
  });

  test('drops the lowest priority first when the day is too short', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 10, maxLength: 14 }), (priorities) => {
        const visits = priorities.map((priority, at) => ({ ...plainVisit(`v${at}`), serviceSeconds: HOUR, priority }));
        const found = solve(oneTeam(visits));
        const dropped = found.unplanned.map(({ visit: id }) => priorities[Number(id.slice(1))] ?? 0);
        const sorted = [...priorities].sort((a, b) => a - b);
        expect(dropped.sort((a, b) => a - b)).toEqual(sorted.slice(0, dropped.length));
        expect(dropped.length).toBe(priorities.length - 9);
      }),
      { numRuns: 20 },
    );
  });

  test('one urgent visit weighs more than all the others together', () => {
    const visits = Array.from({ length: 8 }, (_, at) => ({ ...plainVisit(`v${at}`), serviceSeconds: HOUR }));
    const urgent = { ...plainVisit('urgent'), serviceSeconds: 9 * HOUR, priority: 1 };
    const found = solve(oneTeam([...visits, urgent]));
    expect(found.tours[0]?.stops.map(({ visit: id }) => id)).toEqual(['urgent']);
  });

  test('chooses the second window when the first is over', () => {
    const windows = [
      { from: 6 * HOUR, to: 7 * HOUR },
      { from: 15 * HOUR, to: 16 * HOUR },
    ];
    const found = solve(oneTeam([{ ...plainVisit('a'), windows }]));
    expect(found.tours[0]?.stops[0]?.startAt).toBe(15 * HOUR);
    expect(found.tours[0]?.waitingSeconds).toBe(0);
  });

  test('pays the setting up once at one address', () => {
    const visits = ['a', 'b'].map((id) => ({ ...plainVisit(id), place: { lat: 48.05, lon: -1.6 }, setupSeconds: 600 }));
    const setups = solve(oneTeam(visits)).tours[0]?.stops.map(({ setupSeconds }) => setupSeconds);
    expect(setups).toEqual([600, 0]);
  });

  test('stops at once when it is told to', () => {
    const visits = Array.from({ length: 20 }, (_, at) => plainVisit(`v${at}`));
    const found = plan(oneTeam(visits), { ...still, seed: 1, signal: { aborted: true } });
    expect(found.iterations).toBe(0);
    expect(found.tours[0]?.stops).toHaveLength(20);
  });

  test('keeps to its budget on the clock it is given', () => {
    let clock = 0;
    const now = () => (clock += 1);
    const visits = Array.from({ length: 20 }, (_, at) => plainVisit(`v${at}`));
    plan(oneTeam(visits), { budgetMs: 50, seed: 1, now });
    expect(clock).toBeGreaterThanOrEqual(50);
    expect(clock).toBeLessThan(60);
  });

  test('answers with its first tours when they alone take longer than the budget', () => {
    let clock = 0;
    const now = () => (clock += 100);
    const visits = Array.from({ length: 20 }, (_, at) => plainVisit(`v${at}`));
    const found = plan(oneTeam(visits), { budgetMs: 50, seed: 1, now });
    expect(found.iterations).toBe(0);
    expect(found.tours[0]?.stops).toHaveLength(20);
  });

  test('says why a visit is left out', () => {
    const found = solve(oneTeam([{ ...plainVisit('a'), skills: ['echo'] }]));
    expect(found.unplanned).toEqual([{ visit: 'a', words: 'Aucune équipe n’a la compétence demandée : echo.' }]);
  });

  test('refuses a problem that contradicts itself, in one sentence', () => {
    const twice = oneTeam([plainVisit('a'), plainVisit('a')]);
    expect(() => solve(twice)).toThrow(new ProblemError('Deux visites portent le même identifiant : a.'));
    const lost = oneTeam([{ ...plainVisit('a'), lock: { team: 'nobody' } }]);
    expect(() => solve(lost)).toThrow(ProblemError);
    const gap = oneTeam([{ ...plainVisit('a'), lock: { team: 't', position: 3 } }]);
    expect(() => solve(gap)).toThrow(ProblemError);
  });
});

function plainVisit(id: string): Visit {
  return { id, place: { lat: 48.1, lon: -1.7 }, serviceSeconds: 600 };
}

function oneTeam(visits: Visit[]): Problem {
  const start = { lat: 48.1, lon: -1.7 };
  return { visits, teams: [{ id: 't', start, end: start, shift: { from: 8 * HOUR, to: 17 * HOUR } }] };
}

/** Locks some stops of a plan as they are: ranks from the beginning of a tour, hours and teams anywhere. */
function lockSome(problem: Problem, found: Plan, kinds: readonly string[]): Problem {
  const locks = new Map<string, NonNullable<Visit['lock']>>();
  for (const { team: id, stops } of found.tours) {
    let isBeginning = true;
    stops.forEach((stop, position) => {
      const kind = kinds[Number(stop.visit.slice(1))];
      isBeginning &&= kind === 'rank';
      if (isBeginning) locks.set(stop.visit, { team: id, position });
      else if (kind === 'hour') locks.set(stop.visit, { team: id, at: stop.startAt });
      else if (kind === 'team') locks.set(stop.visit, { team: id });
    });
  }
  return { ...problem, visits: problem.visits.map((each) => ({ ...each, lock: locks.get(each.id) })) };
}
