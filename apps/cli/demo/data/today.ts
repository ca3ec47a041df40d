import { localDay } from './calendar.ts';
import { CARDIO_ESTUAIRE, NEPHRO_RHIN } from './ess.ts';
import { CARE_SCENE } from './scene-care.ts';
import { DESK_SCENE } from './scene-desk.ts';
import { nephrologyScene } from './scene-nephrologie.ts';
import { tourScene } from './scene-tour.ts';
import { sceneKey as keyOfScene, sceneStory, type SceneRow } from './scene.ts';
import type { Story } from './story.ts';
import type { DemoEss } from './types.ts';

export { sceneMoment } from './scene.ts';

/** Key of the request that proves that this day was told. */
export const sceneKey = (day: string): string => keyOfScene(CARDIO_ESTUAIRE, day);

/** Stops that each team already has today. */
function plannedToday(stories: readonly Story[], today: string): Map<string, number> {
  const planned = new Map<string, number>();
  for (const { visits } of stories) {
    for (const { team } of visits.filter(({ day }) => day === today)) planned.set(team, (planned.get(team) ?? 0) + 1);
  }
  return planned;
}

/**
 * Today of both teams, hung on the very moment: whatever the day and the hour, the desk has work on it, and a tour is
 * on the road. `before`: what was told until then; its visits of today take their part of the day.
 */
export function todayStories(seed: string, now: Date, before: readonly Story[]): Story[] {
  const play = (ess: DemoEss, rows: readonly SceneRow[]) => rows.map((row) => sceneStory(seed, ess, row, now));
  const tour = tourScene(now, plannedToday(before, localDay(now)));
  return [
    ...play(CARDIO_ESTUAIRE, [...DESK_SCENE, ...CARE_SCENE, ...tour]),
    ...play(NEPHRO_RHIN, nephrologyScene(now)),
  ];
}
