import { describe, expect, test } from '@jest/globals';
import { REQUEST_STATES } from '#contracts/transitions';
import { formFor, validateAnswers } from '#forms';
import { isOpen } from './aftermath.ts';
import { isDayOff, localDay, localMinutes, momentOf, shiftDay, whenOpen } from './calendar.ts';
import { drivenStops } from './drive-tours.ts';
import { CARDIO_ESTUAIRE, DEMO_ESS } from './ess.ts';
import { personOf } from './people.ts';
import { chronicle, planStory } from './plan-story.ts';
import { stateOf, type Reached } from './reached.ts';
import type { Story } from './story.ts';

const SEED = 'estuaire';
/**
 * A Saturday, a Monday morning before opening, a Wednesday at noon, a night, Christmas, both changes of hour, two
 * minutes before Monday, Easter Monday after the change of hour, and the first of January.
 */
const MOMENTS = [
  '2026-11-21T09:30:00Z',
  '2026-11-23T06:40:00Z',
  '2026-11-25T11:00:00Z',
  '2026-11-26T01:10:00Z',
  '2026-12-25T15:00:00Z',
  '2027-03-28T01:30:00Z',
  '2026-10-25T00:30:00Z',
  '2026-11-22T22:58:00Z',
  '2027-03-29T08:10:00Z',
  '2027-01-01T09:00:00Z',
].map((text) => new Date(text));
const NOW = new Date('2026-11-25T11:00:00Z');
const MINUTE_MS = 60_000;

const west = (stories: Story[]) => stories.filter((story) => story.essSlug === 'cardio-estuaire');
const done = (story: Story, now: Date) => story.then.filter((act) => act.at <= now).map((act) => act.act);
const isOver = (story: Story, now: Date) =>
  done(story, now).some((act) => act === 'receive' || act === 'hand_over' || act === 'cancel');
const reached = (stories: Story[], now: Date): Reached[] => stories.map((story) => stateOf(story, now));

test('the story is the same each time it is told', () => {
  expect(planStory(SEED, NOW)).toEqual(planStory(SEED, NOW));
  expect(planStory('autre', NOW)).not.toEqual(planStory(SEED, NOW));
});

describe.each(MOMENTS.map((now) => [now.toISOString(), now] as const))('told on %s', (_text, now) => {
  const stories = planStory(SEED, now);
  test('it holds about three hundred requests of ninety days, none in the future, none twice', () => {
    expect(west(stories).length).toBeGreaterThan(240);
    expect(west(stories).length).toBeLessThan(380);
    expect(new Set(stories.map((story) => story.key)).size).toBe(stories.length);
    for (const { at } of stories) {
      expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(now.getTime() - at.getTime()).toBeLessThan(92 * 86_400_000);
    }
  });
  test('every request is accepted by its form at its moment', () => {
    for (const story of stories) {
      const form = formFor(story.answers.specialty);
      expect(validateAnswers(story.answers, form, story.at, { data: 'demonstration' })).toEqual([]);
    }
  });
  test('acts follow the sending, in order, each by someone of the team who may do it', () => {
    const faults: string[] = [];
    for (const story of stories) {
      let before = story.at.getTime();
      for (const act of story.then) {
        const person = personOf(act.by);
        const roles = MAY[act.act];
        const fault = (text: string) => faults.push(`${story.key} ${act.act}: ${text}`);
        if (act.at.getTime() <= before) fault('out of order');
        if (person.essSlug !== story.essSlug) fault('of another team');
        if (roles && !roles.some((role) => person.roles.some((held) => held === role))) fault(`not for ${act.by}`);
        if ('text' in act && act.text.length <= 10) fault('says nothing');
        before = act.at.getTime();
      }
    }
    expect(faults).toEqual([]);
  });
  test('each visit is ordered before it is published, and published before anybody leaves', () => {
    for (const { story, visit, leavesAt } of drivenStops(stories)) {
      const ordered = story.then.find(({ act }) => act === 'order_visit');
      const published = visit.publishedAt.getTime();
      expect([story.key, published > (ordered?.at.getTime() ?? Infinity)]).toEqual([story.key, true]);
      expect([story.key, published < leavesAt.getTime()]).toEqual([story.key, true]);
      expect(localDay(leavesAt)).toBe(visit.day);
      expect(localDay(visit.publishedAt) <= visit.day).toBe(true);
    }
  });
  test('every step of the way is alive, or was lived in the past', () => {
    const known = new Set([
      ...reached(stories, now).map(({ state }) => state),
      ...stories.flatMap((story) => story.then.map(({ at }) => stateOf(story, at).state)),
    ]);
    const lived = REQUEST_STATES.filter((state) => state !== 'merged' && state !== 'received');
    expect(lived.filter((state) => !known.has(state))).toEqual([]);
  });
  test('every next action waits for somebody now', () => {
    const alive = new Set(reached(west(stories), now).map(({ nextAction }) => nextAction));
    expect([...ALIVE].filter((action) => !alive.has(action))).toEqual([]);
  });
  test('the coordinator has visits to place, tomorrow is begun, and one visit came back', () => {
    const toPlan = reached(west(stories), now).filter(({ nextAction }) => nextAction === 'plan_visit');
    expect(toPlan.length).toBeGreaterThanOrEqual(6);
    const tomorrow = shiftDay(localDay(now), 1);
    const visits = west(stories).flatMap((story) => story.visits.filter(({ day }) => day === tomorrow));
    expect(visits.filter(({ publishedAt }) => publishedAt <= now).length).toBeGreaterThanOrEqual(3);
    expect(visits.filter(({ draftedAt }) => draftedAt && draftedAt <= now).length).toBeGreaterThanOrEqual(1);
    expect(west(stories).some((story) => done(story, now).at(-1) === 'visit_not_done')).toBe(true);
  });
  test('calls come in opening hours', () => {
    for (const story of stories.filter((one) => one.channel === 'phone')) {
      const ess = DEMO_ESS.find((one) => one.slug === story.essSlug);
      expect(ess && isOpen(ess, story.at)).toBe(true);
      expect(story.takenByEmail).toBeDefined();
    }
  });
  test('today is alive', () => {
    const scene = (id: string) =>
      stories.find((story) => story.key.endsWith(`cardio-estuaire/${localDay(now)}/scene/${id}`));
    const fresh = west(stories).filter((story) => now.getTime() - story.at.getTime() < 4 * 3_600_000);
    expect(fresh.length).toBeGreaterThanOrEqual(6);
    const untouched = west(stories).filter((story) => done(story, now).length === 0);
    expect(untouched.length).toBeGreaterThanOrEqual(3);
    const vital = scene('urgence-vitale');
    expect(vital && done(vital, now)).toContain('acknowledge');
    const urgent = scene('urgent-decompte');
    expect(urgent?.expected).toBe('P1');
    expect(urgent && isOver(urgent, now)).toBe(false);
    const late = scene('en-retard');
    expect(late && now.getTime() - late.at.getTime()).toBeGreaterThan(72 * 3_600_000);
    expect(late && isOver(late, now)).toBe(false);
    expect(scene('appel')?.channel).toBe('phone');
  });
});

const DESK = ['secretary', 'case_manager', 'specialist', 'medical_lead'];
const DOCTORS = ['specialist', 'medical_lead'];
/** Who does what, in the demonstration: by role. */
const MAY: Partial<Record<string, string[]>> = {
  confirm: DESK,
  claim: DESK,
  raise: DESK,
  lower: ['case_manager', 'specialist'],
  acknowledge: DESK,
  hand_over: DESK,
  pass: DOCTORS,
  ask_info: DESK,
  advise: DOCTORS,
  decline: DOCTORS,
  redirect: DOCTORS,
  admit: DOCTORS,
  order_exam: [...DOCTORS, 'case_manager'],
  order_visit: [...DOCTORS, 'case_manager'],
  order_consultation: DOCTORS,
  order_teleconsultation: DOCTORS,
  book: DESK,
  unbook: DESK,
  report_appointment: DOCTORS,
  start_visit: ['mobile_nurse'],
  arrive: ['mobile_nurse'],
  visit_done: ['mobile_nurse'],
  visit_not_done: ['mobile_nurse'],
  sign_reading: DOCTORS,
  ask_again: ['requester'],
};

const ALIVE = new Set<Reached['nextAction']>([
  'confirm_priority',
  'acknowledge',
  'call_back',
  'decide',
  'await_info',
  'await_exam',
  'plan_visit',
  'visit',
  'book',
  'hold_appointment',
  'read',
  'await_reception',
]);

/** Every ninth day of a year, at hours that turn: week-ends, holidays and both changes of hour are met. */
const MANY = Array.from({ length: 40 }, (_none, rank) =>
  momentOf(shiftDay('2026-10-20', rank * 9 + (rank % 3)), (30 + rank * 473) % 1440),
).concat([
  momentOf('2026-10-25', 30),
  momentOf('2026-10-25', 1410),
  momentOf('2027-03-28', 30),
  momentOf('2027-03-28', 11 * 60),
  momentOf('2027-03-28', 1410),
  momentOf('2026-12-25', 600),
  momentOf('2027-01-01', 1438),
  momentOf('2027-03-29', 9 * 60),
]);

describe('whatever the day and the hour', () => {
  const told = MANY.map((now) => {
    const stories = west(planStory(SEED, now));
    const stops = drivenStops(stories).filter(({ visit }) => visit.day === localDay(now));
    return { now, said: now.toISOString(), stories, stops };
  });
  test('tours of today are published for both teams of cardiology, and of a human length', () => {
    for (const { now, said, stops } of told) {
      for (const team of ['A', 'B']) {
        const published = stops.filter(({ visit }) => visit.team === team && visit.publishedAt <= now).length;
        expect([said, team, published >= 4 && published <= 11, published]).toEqual([said, team, true, published]);
      }
      const last = Math.max(...stops.map(({ endsAt }) => localMinutes(endsAt)));
      expect([said, last <= 19 * 60 + 45, last]).toEqual([said, true, last]);
    }
  });
  test('by day somebody is on the road or at a bedside, and stops remain', () => {
    for (const { now, said, stops } of told.filter((one) => isBetween(one.now, 8 * 60 + 5, 17 * 60 + 15))) {
      const moving = stops.filter(({ leavesAt, endsAt }) => leavesAt <= now && now < later(endsAt, 3));
      const left = stops.filter(({ leavesAt }) => leavesAt > now);
      expect([said, moving.length > 0, left.length > 0 || localMinutes(now) > 16 * 60 + 30]).toEqual([
        said,
        true,
        true,
      ]);
      if (localMinutes(now) > 9 * 60 + 30) expect(stops.some(({ endsAt }) => endsAt <= now)).toBe(true);
    }
  });
  test('exams are to be read, one of them very urgent', () => {
    for (const { now, said, stories } of told) {
      const unread = stories.filter((story) => stateOf(story, now).nextAction === 'read');
      expect([said, unread.length >= 3, unread.some(({ expected }) => expected === 'P1')]).toEqual([said, true, true]);
    }
  });
});

const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * MINUTE_MS);
const isBetween = (moment: Date, from: number, to: number) =>
  localMinutes(moment) >= from && localMinutes(moment) <= to;

test('the classes come in the proportions of a real service', () => {
  const counts = new Map<string, number>();
  const all = ['a', 'b', 'c'].flatMap((seed) => west(planStory(seed, NOW)));
  for (const { expected } of all) counts.set(expected, (counts.get(expected) ?? 0) + 1);
  const share = (one: string) => (100 * (counts.get(one) ?? 0)) / all.length;
  expect(share('P0')).toBeLessThan(6);
  expect(share('P1')).toBeGreaterThan(3);
  expect(share('P1')).toBeLessThan(11);
  expect(share('P2')).toBeGreaterThan(12);
  expect(share('P3')).toBeGreaterThan(23);
  expect(share('P4')).toBeGreaterThan(34);
});

test('the answers come in the proportions of a real service', () => {
  const all = ['a', 'b', 'c', 'd']
    .flatMap((seed) => planStory(seed, NOW))
    .filter(({ key }) => !key.includes('/scene/'));
  const having = (...names: string[]) =>
    (100 * all.filter((story) => story.then.some(({ act }) => names.includes(act))).length) / all.length;
  const visits = having('order_visit');
  const consultations = having('order_consultation', 'order_teleconsultation');
  const advice = having('advise') - having('ask_again');
  expect(advice).toBeGreaterThan(36);
  expect(advice).toBeLessThan(54);
  expect(visits).toBeGreaterThan(23);
  expect(visits).toBeLessThan(37);
  expect(consultations).toBeGreaterThan(13);
  expect(consultations).toBeLessThan(27);
  expect(having('decline')).toBeGreaterThan(0.5);
  expect(having('redirect')).toBeGreaterThan(0.5);
  expect(having('admit')).toBeGreaterThan(0.5);
  expect(having('ask_again')).toBeGreaterThan(0.5);
});

test('most past requests are over, and a believable number still waits for its answer', () => {
  const open = west(planStory(SEED, NOW)).filter((story) => !isOver(story, NOW));
  expect(open.length).toBeGreaterThan(50);
  expect(open.length).toBeLessThan(150);
});

describe('rolling forward', () => {
  const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  test('adds the days between and a new today, and tells no story twice', () => {
    const first = planStory(SEED, NOW);
    const { added } = chronicle(SEED, [NOW, after(5)]);
    const keys = new Set(first.map((story) => story.key));
    expect(added.length).toBeGreaterThan(15);
    for (const story of added) expect(keys.has(story.key)).toBe(false);
    expect(localDay(added[0]?.at ?? NOW) > shiftDay(localDay(NOW), -16)).toBe(true);
  });
  test.each([1, 2, 3, 9])('%i days later, what was told is told the same, to the minute', (days) => {
    const first = planStory(SEED, NOW);
    const { all, added } = chronicle(SEED, [NOW, after(days)]);
    const again = new Map(all.map((story) => [story.key, story]));
    const lived = (story: Story | undefined) => story?.then.filter(({ at }) => at <= NOW);
    for (const story of first) expect(lived(again.get(story.key))).toEqual(lived(story));
    const isAdded = new Set(added.map(({ key }) => key));
    for (const { key } of first) expect(isAdded.has(key)).toBe(false);
  });
  test('yesterday’s tour is driven to its end, each exam read and each answer received in time', () => {
    const later9 = after(9);
    const { all } = chronicle(SEED, [NOW, later9]);
    const today = localDay(NOW);
    for (const story of all.filter(({ visits }) => visits.some(({ day }) => day === today)))
      expect([story.key, isOver(story, later9) || done(story, later9).includes('visit_not_done')]).toEqual([
        story.key,
        true,
      ]);
  });
  test('the tour that was announced for the next day is part of the day that opens', () => {
    const next = after(1);
    const { all } = chronicle(SEED, [NOW, next]);
    const stops = drivenStops(all).filter(({ visit }) => visit.day === localDay(next));
    expect(stops.some(({ story }) => story.key.endsWith('/scene/demain-1'))).toBe(true);
    for (const team of ['A', 'B']) {
      const ofTeam = stops.filter(({ visit }) => visit.team === team).length;
      expect(ofTeam).toBeGreaterThanOrEqual(4);
      expect(ofTeam).toBeLessThanOrEqual(11);
    }
  });
  test('after a long sleep tells ninety days, not the whole sleep', () => {
    const { added } = chronicle(SEED, [new Date('2025-01-01T10:00:00Z'), NOW]);
    expect(added.map(({ key }) => key)).toEqual(planStory(SEED, NOW).map(({ key }) => key));
  });
});

describe('the calendar', () => {
  test.each(['2026-11-21', '2026-12-25', '2026-04-06', '2026-05-14', '2026-05-25', '2026-11-11'])(
    '%s is a day off',
    (day) => {
      expect(isDayOff(day)).toBe(true);
    },
  );
  test.each(['2026-11-23', '2026-04-07', '2026-12-24'])('%s is worked', (day) => expect(isDayOff(day)).toBe(false));
  test('an hour of Paris is the right moment, summer and winter, and on the nights that change', () => {
    expect(momentOf('2026-11-23', 8 * 60 + 30).toISOString()).toBe('2026-11-23T07:30:00.000Z');
    expect(momentOf('2026-07-01', 8 * 60 + 30).toISOString()).toBe('2026-07-01T06:30:00.000Z');
    expect(momentOf('2026-10-25', 12 * 60).toISOString()).toBe('2026-10-25T11:00:00.000Z');
    for (let minutes = 0; minutes < 1440; minutes += 30) {
      const shown = localMinutes(momentOf('2026-03-29', minutes));
      expect(minutes >= 120 && minutes < 180 ? [minutes, minutes + 60, minutes - 60] : [minutes]).toContain(shown);
    }
  });
  test('what comes on Friday evening waits for Monday', () => {
    const friday = momentOf('2026-11-20', 20 * 60);
    expect(localDay(whenOpen(friday, 510, 1140))).toBe('2026-11-23');
    expect(isOpen(CARDIO_ESTUAIRE, whenOpen(friday, 510, 1140))).toBe(true);
  });
});
