import { localDay, shiftDay } from './calendar.ts';
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

/** The last ninety days of both teams up to this moment: about three hundred requests, today alive. */
export function planStory(seed: string, now: Date): Story[] {
  const today = localDay(now);
  const past = ordinaryDays(seed, shiftDay(today, -STORY_DAYS), shiftDay(today, -1));
  return [...past, ...todayStories(seed, now)].sort(byMoment);
}

/** What is new since a demonstration that was last alive on that day: the days between, and today. */
export function planRollForward(seed: string, lastDay: string, now: Date): Story[] {
  const today = localDay(now);
  if (lastDay >= today) return [];
  // A demonstration asleep for a whole season is told from its last ninety days only.
  const oldest = shiftDay(today, -STORY_DAYS);
  const first = shiftDay(lastDay, 1);
  const between = ordinaryDays(seed, first > oldest ? first : oldest, shiftDay(today, -1));
  return [...between, ...todayStories(seed, now)].sort(byMoment);
}

/** What was told until `last`: the ordinary days before it that were told, and each day that was once today. */
export function retellUntil(seed: string, scenes: readonly Date[], last: Date): Story[] {
  const lastDay = localDay(last);
  const days = new Set(scenes.map(localDay));
  const ordinary = ordinaryDays(seed, shiftDay(lastDay, -STORY_DAYS), shiftDay(lastDay, -1));
  return [
    ...ordinary.filter((story) => !days.has(localDay(story.at))),
    ...scenes.flatMap((scene) => todayStories(seed, scene)),
  ];
}
