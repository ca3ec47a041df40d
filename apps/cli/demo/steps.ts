import type { LaterAct } from './data/acts.ts';
import { drivenStops } from './data/drive-tours.ts';
import type { Story, VisitPlan } from './data/story.ts';

/** One request is sent, or somebody acts on it. */
export interface StoryStep {
  at: Date;
  story: Story;
  /** Absent: the sending itself. */
  act?: LaterAct;
}

/** The coordinator plans visits of one day, in driving order, and publishes it or leaves a draft. */
export interface TourStep {
  at: Date;
  essSlug: string;
  day: string;
  by: string;
  publishes: boolean;
  stops: { story: Story; visit: VisitPlan }[];
}

export type Step = StoryStep | TourStep;
export const isTour = (step: Step): step is TourStep => 'stops' in step;

interface Telling {
  /** When the story was told the last time; null for the first. */
  since: Date | null;
  now: Date;
}

/** Sendings of the new stories, and what falls after the last telling, up to now. */
export function stepsOf(all: readonly Story[], added: readonly Story[], { since, now }: Telling): Step[] {
  const isNew = new Set(added);
  const isDue = ({ at, story }: { at: Date; story: Story }): boolean =>
    at <= now && (isNew.has(story) || since === null || at > since);
  const sendings: StoryStep[] = added.map((story) => ({ at: story.at, story }));
  const acts: StoryStep[] = all.flatMap((story) => story.then.map((act) => ({ at: act.at, story, act })));
  return [...[...sendings, ...acts].filter(isDue), ...toursOf(all, isDue)];
}

function toursOf(all: readonly Story[], isDue: (one: { at: Date; story: Story }) => boolean): TourStep[] {
  const tours = new Map<string, TourStep>();
  const stops = drivenStops(all).sort((a, b) => a.arrivesAt.getTime() - b.arrivesAt.getTime());
  for (const { story, visit } of stops) {
    const moments = [
      ...(visit.draftedAt ? [{ at: visit.draftedAt, publishes: false }] : []),
      { at: visit.publishedAt, publishes: true },
    ];
    for (const { at, publishes } of moments.filter((moment) => isDue({ at: moment.at, story }))) {
      const key = `${story.essSlug}/${visit.day}/${at.toISOString()}/${publishes}`;
      const { day, by } = visit;
      const tour = tours.get(key) ?? { at, essSlug: story.essSlug, day, by, publishes, stops: [] };
      tour.stops.push({ story, visit });
      tours.set(key, tour);
    }
  }
  return [...tours.values()];
}

/** Tours of one service stay together: everything else is shared out, the longest lane last. */
export function lanesOf(steps: readonly Step[], count: number): Step[][] {
  const lanes = Array.from({ length: count }, (): Step[] => []);
  const groups = new Map<string, Step[]>();
  const drives = new Map(
    steps.filter(isTour).flatMap(({ stops, essSlug }) => stops.map(({ story }) => [story.key, essSlug] as const)),
  );
  for (const step of steps) {
    const key = isTour(step) ? step.essSlug : (drives.get(step.story.key) ?? step.story.key);
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    [...lanes].sort((a, b) => a.length - b.length)[0]?.push(...group);
  }
  return lanes.filter((lane) => lane.length > 0);
}
