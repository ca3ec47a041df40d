import type { Exam, NotDoneReason } from '#contracts/care';
import type { PatientPlace, PriorityClass } from '#contracts/enums';
import { frenchSpaces } from '../../french-spaces.ts';
import { later, type LaterAct, type RelativeAct } from './acts.ts';
import { hoursOf, isOpen } from './aftermath.ts';
import { isDayOff, localDay, momentOf, shiftDay } from './calendar.ts';
import { byDay } from './drive-tours.ts';
import { demoEmail } from './people.ts';
import { chanceOf, type Chance } from './random.ts';
import { openStory, type Story } from './story.ts';
import type { DemoEss } from './types.ts';
import { vignetteOf } from './vignettes.ts';
import { readingWords, sheetWords } from './words.ts';

export const HOUR = 60;
export const DAY = 24 * HOUR;

export const NADEGE = demoEmail('Nadège', 'Rouaud');
export const SAMIRA = demoEmail('Samira', 'Haddad');
export const MAUD = demoEmail('Maud', 'Clergeau');
export const GAELLE = demoEmail('Gaëlle', 'Bouvier');
export const LE_BRIS = demoEmail('Thomas', 'Le Bris');
export const MARIN = demoEmail('Sofia', 'Marin');
export const AUDRAIN = demoEmail('Claire', 'Audrain');
export const KERVIEL = demoEmail('Anne', 'Kerviel');
export const MARCHAIS = demoEmail('Hélène', 'Marchais');
export const GUEGAN = demoEmail('Yann', 'Guégan');
export const DELAUNAY = demoEmail('Karine', 'Delaunay');
export const ROTH = demoEmail('Sandrine', 'Roth');
export const JULIE = demoEmail('Julie', 'Heitz');
export const WENDLING = demoEmail('Hélène', 'Wendling');
export const KIEFFER = demoEmail('Martin', 'Kieffer');
export const OZDEMIR = demoEmail('Aylin', 'Özdemir');
export const EHRHARD = demoEmail('Claude', 'Ehrhard');

/** What a row is told with: its moment, its chance, its story as it was sent. */
export interface SceneMoment {
  now: Date;
  chance: Chance;
  story: Story;
}

/** A visit of a scene; its telling names it. */
export interface SceneVisit {
  day: string;
  team: string;
  exams: Exam[];
  minutes: number;
  by: string;
  publishedAt: Date;
  draftedAt?: Date;
  startsAt?: Date;
  notDone?: { reason: NotDoneReason; text: string };
  after: RelativeAct[];
}

export interface SceneRow {
  id: string;
  vignette: string;
  /** Minutes before now at which the request was sent, or days before today with the minutes of that day. */
  sent: number | { days: number; at: number };
  requesterEmail?: string;
  /** By phone, taken by this person; moved to the last open hours when the desk is closed. */
  takenByEmail?: string;
  place?: PatientPlace;
  acts: (moment: SceneMoment) => Timed[];
  visits?: (moment: SceneMoment) => SceneVisit[];
}

/** An act so many minutes after the sending. */
export const after = (minutes: number, deed: (at: Date) => LaterAct) => ({ deed, after: minutes });
/** An act so many minutes before now; after now when negative. */
export const ago = (minutes: number, deed: (at: Date) => LaterAct) => ({ deed, ago: minutes });
export type Timed = ReturnType<typeof after> | ReturnType<typeof ago>;

const resolved = (timed: readonly Timed[], { story, now }: SceneMoment): LaterAct[] =>
  timed.map((one) => one.deed('ago' in one ? later(now, -one.ago) : later(story.at, one.after)));

export const confirm = (by: string, toClass: PriorityClass) => (at: Date) => ({
  act: 'confirm' as const,
  by,
  toClass,
  at,
});
export const claim = (by: string) => (at: Date) => ({ act: 'claim' as const, by, at });

const ANSWERS: readonly LaterAct['act'][] = ['advise', 'report_appointment', 'decline', 'redirect', 'admit'];

/** An answer that the row leaves there is read by its author the same day. */
function received(story: Story, told: LaterAct[]): LaterAct[] {
  const last = told.at(-1);
  if (!last || !ANSWERS.includes(last.act)) return told;
  return [...told, { act: 'receive', kind: 'read', by: story.requesterEmail, at: byDay(later(last.at, 5 * HOUR)) }];
}

const keyOf = (ess: DemoEss, day: string, id: string) => `${ess.slug}/${day}/scene/${id}`;

/** The row whose moment of sending tells when a day was told. */
export const WITNESS = { id: 'urgent-non-pris', ago: 14 };

/** Key of the request that proves that this day was told. */
export const sceneKey = (ess: DemoEss, day: string): string => keyOf(ess, day, WITNESS.id);

/** The moment at which a day was told, from the sending of that request. */
export const sceneMoment = (sentAt: Date): Date => later(sentAt, WITNESS.ago);

export function sceneStory(seed: string, ess: DemoEss, row: SceneRow, now: Date): Story {
  const today = localDay(now);
  const key = keyOf(ess, today, row.id);
  const wanted =
    typeof row.sent === 'number'
      ? later(now, -row.sent)
      : momentOf(shiftDay(today, -row.sent.days), row.sent.at + (row.id.length % 7));
  const at = row.takenByEmail ? lastOpenMoment(ess, wanted) : wanted;
  const chance = chanceOf(`${seed}/${key}`);
  const opened = openStory(chance, {
    key,
    ess,
    at,
    vignette: vignetteOf(row.vignette),
    channel: row.takenByEmail ? 'phone' : 'form',
    ...(row.requesterEmail && { requesterEmail: row.requesterEmail }),
    ...(row.takenByEmail && { takenByEmail: row.takenByEmail }),
    ...(row.place && { place: row.place }),
  });
  const moment = { now, chance, story: opened };
  return {
    ...opened,
    then: received(opened, resolved(row.acts(moment), moment)),
    visits: (row.visits?.(moment) ?? []).map(({ notDone, ...visit }) => ({
      ...visit,
      told: today,
      fate: notDone
        ? { notDone: notDone.reason, text: frenchSpaces(notDone.text) }
        : { done: sheetWords(chance, opened, visit.exams) },
    })),
  };
}

/** That moment when the desk is open, else three quarters of an hour before its last closing. */
export function lastOpenMoment(ess: DemoEss, moment: Date): Date {
  if (isOpen(ess, moment)) return moment;
  const { opens, closes } = hoursOf(ess);
  const today = localDay(moment);
  const hasOpened = !isDayOff(today) && moment >= momentOf(today, opens);
  let day = hasOpened ? today : shiftDay(today, -1);
  while (isDayOff(day)) day = shiftDay(day, -1);
  return momentOf(day, closes - 45);
}

/** Signed so many minutes after the visit, then read by the author. */
export const signedAfter = (by: string, minutes: number, { chance, story }: SceneMoment): RelativeAct[] => [
  { act: 'sign_reading', by, after: minutes, words: readingWords(chance, story) },
  { act: 'receive', kind: 'read', by: story.requesterEmail, after: minutes + 3 * HOUR },
];
