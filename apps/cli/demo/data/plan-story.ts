import { localDay, shiftDay } from './calendar.ts';
import { driveTours } from './drive-tours.ts';
import { DEMO_ESS } from './ess.ts';
import { ordinaryDay } from './ordinary-days.ts';
import type { Story } from './story.ts';
import { todayStories } from './today.ts';

export const STORY_DAYS = 90;
const byMoment = (first: Story, second: Story) =>
  first.at.getTime() - second.at.getTime() || (first.key < second.key ? -1 : 1);

/** The ordinary days from one day to another, both included. */
function ordinaryDays(seed: string, from: string, to: string): Story[] {
  const stories: Story[] = [];
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    for (const ess of DEMO_ESS) stories.push(...ordinaryDay(seed, ess, day));
  }
  return stories;
}

export interface Chronicle {
  /** All that was ever told and may still move, in order of sending, with every act. */
  all: Story[];
  /** What the last telling adds. */
  added: Story[];
}

/** The last ninety days of both teams up to this moment: about three hundred requests, today alive. */
export function planStory(seed: string, now: Date): Story[] {
  return chronicle(seed, [now]).all;
}

/**
 * The story as told at each of these moments, the last one being now: the ordinary days, and each day that was once
 * today. A demonstration asleep for a whole season is told from its last ninety days only.
 */
export function chronicle(seed: string, moments: readonly Date[]): Chronicle {
  const now = moments.at(-1);
  if (!now) return { all: [], added: [] };
  const [today, last] = [localDay(now), moments.at(-2)];
  const lastDay = last ? localDay(last) : shiftDay(today, -STORY_DAYS - 1);
  const told = new Set(moments.map(localDay));
  const oldest = shiftDay(today, -STORY_DAYS);
  const first = last ? shiftDay(lastDay, -STORY_DAYS) : oldest;
  const ordinary = ordinaryDays(seed, first, shiftDay(today, -1)).filter((story) => {
    const day = localDay(story.at);
    return !told.has(day) && (day <= lastDay || day >= oldest);
  });
  const scenes: Story[] = [];
  for (const moment of moments) {
    const before = [...ordinary, ...scenes].filter((story) => story.at < moment);
    scenes.push(...todayStories(seed, moment, before));
  }
  const all = driveTours([...ordinary, ...scenes]).sort(byMoment);
  const isAdded = ({ at, key }: Story): boolean =>
    key.includes(`/${today}/scene/`) || (!key.includes('/scene/') && localDay(at) > lastDay);
  return { all, added: all.filter(isAdded) };
}
