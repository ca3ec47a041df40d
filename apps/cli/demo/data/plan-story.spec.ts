import { describe, expect, test } from '@jest/globals';
import { formFor, validateAnswers } from '#forms';
import { isOpen } from './aftermath.ts';
import { isDayOff, localDay, localMinutes, momentOf, shiftDay, whenOpen } from './calendar.ts';
import { CARDIO_ESTUAIRE, DEMO_ESS } from './ess.ts';
import { personOf } from './people.ts';
import { planRollForward, planStory } from './plan-story.ts';
import type { Story } from './story.ts';

const SEED = 'estuaire';
/** A Saturday, a Monday morning before opening, a Wednesday at noon, a night, Christmas, both changes of hour. */
const MOMENTS = [
  '2026-11-21T09:30:00Z',
  '2026-11-23T06:40:00Z',
  '2026-11-25T11:00:00Z',
  '2026-11-26T01:10:00Z',
  '2026-12-25T15:00:00Z',
  '2027-03-28T01:30:00Z',
  '2026-10-25T00:30:00Z',
].map((text) => new Date(text));
const NOW = new Date('2026-11-25T11:00:00Z');

const west = (stories: Story[]) => stories.filter((story) => story.essSlug === 'cardio-estuaire');
const done = (story: Story, now: Date) => story.then.filter((act) => act.at <= now).map((act) => act.act);
const isOver = (story: Story, now: Date) => done(story, now).some((act) => act === 'answer' || act === 'cancel');

test('the story is the same each time it is told', () => {
  expect(planStory(SEED, NOW)).toEqual(planStory(SEED, NOW));
  expect(planStory('autre', NOW)).not.toEqual(planStory(SEED, NOW));
});

describe.each(MOMENTS.map((now) => [now.toISOString(), now] as const))('told on %s', (_text, now) => {
  const stories = planStory(SEED, now);
  test('it holds about three hundred requests of ninety days, none in the future, none twice', () => {
    expect(west(stories).length).toBeGreaterThan(240);
    expect(west(stories).length).toBeLessThan(360);
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
    for (const story of stories) {
      let before = story.at.getTime();
      for (const act of story.then) {
        expect(act.at.getTime()).toBeGreaterThan(before);
        before = act.at.getTime();
        const person = personOf(act.by);
        expect(person.essSlug).toBe(story.essSlug);
        if (act.act === 'cancel') expect(act.by).toBe(story.requesterEmail);
        else expect(person.roles).not.toContain('requester');
        if (act.act === 'lower')
          expect(person.roles.some((role) => role === 'case_manager' || role === 'specialist')).toBe(true);
        if (['lower', 'answer', 'cancel'].includes(act.act)) expect(act.reason?.length).toBeGreaterThan(10);
      }
    }
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
  expect(share('P4')).toBeGreaterThan(37);
});

test('most past requests are over, and a believable number still waits for its answer', () => {
  const open = west(planStory(SEED, NOW)).filter((story) => !isOver(story, NOW));
  expect(open.length).toBeGreaterThan(20);
  expect(open.length).toBeLessThan(90);
});

describe('rolling forward', () => {
  test('adds the days between and a new today, and tells no story twice', () => {
    const first = planStory(SEED, NOW);
    const later = new Date(NOW.getTime() + 5 * 86_400_000);
    const added = planRollForward(SEED, localDay(NOW), later);
    const keys = new Set(first.map((story) => story.key));
    expect(added.length).toBeGreaterThan(15);
    for (const story of added) expect(keys.has(story.key)).toBe(false);
    expect(localDay(added[0]?.at ?? NOW) > shiftDay(localDay(NOW), -4)).toBe(true);
  });
  test('twice on one day adds nothing', () => {
    expect(planRollForward(SEED, localDay(NOW), new Date(NOW.getTime() + 3_600_000))).toEqual([]);
  });
  test('after a long sleep tells ninety days, not the whole sleep', () => {
    const added = planRollForward(SEED, '2025-01-01', NOW);
    expect(added).toEqual(planStory(SEED, NOW));
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
