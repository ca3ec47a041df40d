import type { PriorityClass } from '#contracts/enums';
import { aftermathOf, hoursOf, isOpen } from './aftermath.ts';
import { isDayOff, momentOf } from './calendar.ts';
import { chanceOf } from './random.ts';
import type { Chance } from './random.ts';
import { openStory, ofRole } from './story.ts';
import type { Story } from './story.ts';
import type { DemoEss, Vignette } from './types.ts';
import { vignettesOf } from './vignettes.ts';

/** Share of each class among the requests of one service, in per cent. */
const CLASS_SHARES: Record<PriorityClass, number> = { P0: 2, P1: 6, P2: 17, P3: 30, P4: 45 };

/** Requests a day: on working days, and on the others (by form alone). */
const RHYTHM: Record<string, { working: [number, number]; off: [number, number] }> = {
  'cardio-estuaire': { working: [2, 5], off: [0, 1] },
  'nephro-rhin': { working: [0, 1], off: [0, 0] },
};

const PHONE_SHARE = 0.22;
const EVENING_SHARE = 0.08;

/** The requests of one day of one team, with all that happens to them; the same for ever for one seed. */
export function ordinaryDay(seed: string, ess: DemoEss, day: string): Story[] {
  const chance = chanceOf(`${seed}/${ess.slug}/${day}`);
  const rhythm = RHYTHM[ess.slug] ?? { working: [0, 0], off: [0, 0] };
  const [least, most] = isDayOff(day) ? rhythm.off : rhythm.working;
  return Array.from({ length: chance.between(least, most) }, (_none, rank) => {
    const story = ordinaryStory(chance, ess, day, `${ess.slug}/${day}/${rank + 1}`);
    return { ...story, ...aftermathOf(chance, ess, story) };
  });
}

function ordinaryStory(chance: Chance, ess: DemoEss, day: string, key: string): Story {
  const vignette = someCase(chance, ess);
  const { opens, closes } = hoursOf(ess);
  const isEvening = chance.happens(EVENING_SHARE);
  const minutes = isEvening ? chance.between(closes + 20, 22 * 60) : chance.between(opens - 45, closes - 20);
  const at = momentOf(day, minutes);
  const isCall = isOpen(ess, at) && chance.happens(PHONE_SHARE);
  const channel = isCall ? 'phone' : 'form';
  const takenByEmail = isCall ? chance.pick(ofRole(ess, 'secretary')).email : undefined;
  return openStory(chance, { key, ess, at, vignette, channel, ...(takenByEmail && { takenByEmail }) });
}

function someCase(chance: Chance, ess: DemoEss): Vignette {
  const all = vignettesOf(ess.specialty);
  const met = (Object.keys(CLASS_SHARES) as PriorityClass[]).filter((one) => all.some((v) => v.expected === one));
  const wanted = chance.weighted(met, (one) => CLASS_SHARES[one]);
  return chance.weighted(
    all.filter((vignette) => vignette.expected === wanted),
    (vignette) => vignette.weight,
  );
}
