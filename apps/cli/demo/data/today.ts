import { hoursOf, isOpen } from './aftermath.ts';
import { isDayOff, localDay, momentOf, shiftDay } from './calendar.ts';
import { demoEmail } from './people.ts';
import { chanceOf } from './random.ts';
import { onCallOf, openStory } from './story.ts';
import type { LaterAct, Story } from './story.ts';
import { CARDIO_ESTUAIRE, NEPHRO_RHIN } from './ess.ts';
import type { DemoEss } from './types.ts';
import { vignetteOf } from './vignettes.ts';

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

const NADEGE = demoEmail('Nadège', 'Rouaud');
const SAMIRA = demoEmail('Samira', 'Haddad');
const MAUD = demoEmail('Maud', 'Clergeau');
const LE_BRIS = demoEmail('Thomas', 'Le Bris');
const AUDRAIN = demoEmail('Claire', 'Audrain');
const KERVIEL = demoEmail('Anne', 'Kerviel');
const MARCHAIS = demoEmail('Hélène', 'Marchais');
const GUEGAN = demoEmail('Yann', 'Guégan');
const DELAUNAY = demoEmail('Karine', 'Delaunay');
const ROTH = demoEmail('Sandrine', 'Roth');
const EHRHARD = demoEmail('Claude', 'Ehrhard');

/** Minutes are counted from the sending. */
type SceneAct = Omit<LaterAct, 'at'> & { after: number };

interface SceneRow {
  id: string;
  vignette: string;
  /** Minutes before now at which the request was sent. */
  ago: number;
  requesterEmail?: string;
  /** By phone, taken by this person; moved to the last open hours when the desk is closed. */
  takenByEmail?: string;
  acts: readonly SceneAct[];
}

const confirm = (by: string, toClass: SceneAct['toClass'], after: number): SceneAct => ({
  act: 'confirm',
  by,
  toClass,
  after,
});
const claim = (by: string, after: number): SceneAct => ({ act: 'claim', by, after });
const close = (by: string, reason: string, after: number): SceneAct => ({ act: 'answer', by, reason, after });
const WRITTEN = 'Avis écrit transmis au demandeur.';
const BOOKED = 'Rendez-vous donné au patient et au demandeur.';
const VISITED = 'Visite de l’équipe mobile faite, réponse transmise.';

/** What the desk of cardiology finds on any day: each row shows one thing a newcomer has to see. */
const CARDIOLOGY_SCENE: readonly SceneRow[] = [
  {
    id: 'urgent-non-pris',
    vignette: 'syncope-souffle',
    ago: 14,
    requesterEmail: GUEGAN,
    acts: [claim(NADEGE, 50), confirm(NADEGE, 'P1', 52), close(KERVIEL, BOOKED, 6 * HOUR)],
  },
  {
    id: 'urgent-decompte',
    vignette: 'angor-crescendo',
    ago: 190,
    requesterEmail: MARCHAIS,
    acts: [claim(NADEGE, 6), confirm(NADEGE, 'P1', 9), close(KERVIEL, BOOKED, 12 * HOUR)],
  },
  {
    id: 'en-retard',
    vignette: 'decompensation-domicile',
    ago: 3 * DAY + 5 * HOUR,
    requesterEmail: MARCHAIS,
    acts: [confirm(SAMIRA, 'P2', 40), close(LE_BRIS, VISITED, 4 * DAY)],
  },
  {
    id: 'appel',
    vignette: 'prise-de-poids-ehpad',
    ago: 35,
    requesterEmail: DELAUNAY,
    takenByEmail: SAMIRA,
    acts: [confirm(SAMIRA, 'P2', 90), close(LE_BRIS, VISITED, 2 * DAY)],
  },
  {
    id: 'matin-1',
    vignette: 'fa-nouvelle',
    ago: 22,
    acts: [confirm(NADEGE, 'P3', 70), close(KERVIEL, WRITTEN, 3 * DAY)],
  },
  {
    id: 'matin-2',
    vignette: 'palpitations',
    ago: 48,
    requesterEmail: MARCHAIS,
    acts: [confirm(SAMIRA, 'P4', 120), close(KERVIEL, WRITTEN, 6 * DAY)],
  },
  {
    id: 'matin-3',
    vignette: 'hta-severe',
    ago: 75,
    acts: [confirm(NADEGE, 'P2', 110), close(AUDRAIN, WRITTEN, 2 * DAY)],
  },
  {
    id: 'matin-4',
    vignette: 'ic-ehpad-pmol',
    ago: 110,
    acts: [confirm(SAMIRA, 'P3', 45), close(LE_BRIS, VISITED, 5 * DAY)],
  },
  {
    id: 'matin-5',
    vignette: 'coronarien-stable',
    ago: 160,
    acts: [confirm(NADEGE, 'P4', 60), close(AUDRAIN, BOOKED, 9 * DAY)],
  },
  {
    id: 'releve',
    vignette: 'angor-effort',
    ago: 4 * HOUR + 20,
    acts: [{ act: 'raise', by: SAMIRA, toClass: 'P2', after: 25 }, close(KERVIEL, BOOKED, 2 * DAY)],
  },
  {
    id: 'abaisse',
    vignette: 'douleur-ancienne',
    ago: 22 * HOUR,
    acts: [
      {
        act: 'lower',
        by: MAUD,
        toClass: 'P3',
        after: 65,
        reason: 'Troponine et ECG normaux ce jour, aucun nouvel épisode : vu avec le demandeur.',
      },
      close(LE_BRIS, BOOKED, 4 * DAY),
    ],
  },
  {
    id: 'pris-par-specialiste',
    vignette: 'rac-symptomatique',
    ago: 26 * HOUR,
    acts: [confirm(NADEGE, 'P3', 30), claim(LE_BRIS, 3 * HOUR), close(LE_BRIS, BOOKED, 5 * DAY)],
  },
  {
    id: 'annulee',
    vignette: 'souffle',
    ago: 30 * HOUR,
    requesterEmail: MARCHAIS,
    acts: [
      confirm(SAMIRA, 'P4', 55),
      { act: 'cancel', by: MARCHAIS, reason: 'Échographie obtenue par ailleurs.', after: 24 * HOUR },
    ],
  },
];

const NEPHROLOGY_SCENE: readonly SceneRow[] = [
  {
    id: 'urgent',
    vignette: 'insuffisance-renale-aigue',
    ago: 130,
    acts: [claim(ROTH, 8), confirm(ROTH, 'P1', 10), close(demoEmail('Hélène', 'Wendling'), WRITTEN, 8 * HOUR)],
  },
  {
    id: 'matin',
    vignette: 'declin-rapide',
    ago: 50,
    requesterEmail: EHRHARD,
    acts: [confirm(ROTH, 'P3', 90), close(demoEmail('Martin', 'Kieffer'), BOOKED, 4 * DAY)],
  },
  {
    id: 'hier',
    vignette: 'mrc-stable',
    ago: 27 * HOUR,
    acts: [confirm(ROTH, 'P4', 50), close(demoEmail('Aylin', 'Özdemir'), BOOKED, 8 * DAY)],
  },
];

/** Today of both teams, hung on the very moment: whatever the day and the hour, the desk has work on it. */
export function todayStories(seed: string, now: Date): Story[] {
  const play = (ess: DemoEss, rows: readonly SceneRow[]) => rows.map((row) => sceneStory(seed, ess, row, now));
  return [
    emergencyOfYesterday(seed, now),
    ...play(CARDIO_ESTUAIRE, CARDIOLOGY_SCENE),
    ...play(NEPHRO_RHIN, NEPHROLOGY_SCENE),
  ];
}

const keyOf = (ess: DemoEss, day: string, id: string) => `${ess.slug}/${day}/scene/${id}`;

/** The row whose moment of sending tells when a day was told. */
const WITNESS = { id: 'urgent-non-pris', ago: 14 };

/** Key of the request that proves that this day was told. */
export const sceneKey = (day: string): string => keyOf(CARDIO_ESTUAIRE, day, WITNESS.id);

/** The moment at which a day was told, from the sending of that request. */
export const sceneMoment = (sentAt: Date): Date => new Date(sentAt.getTime() + WITNESS.ago * MINUTE_MS);

function sceneStory(seed: string, ess: DemoEss, row: SceneRow, now: Date): Story {
  const key = keyOf(ess, localDay(now), row.id);
  const wanted = new Date(now.getTime() - row.ago * MINUTE_MS);
  const at = row.takenByEmail ? lastOpenMoment(ess, wanted) : wanted;
  const story = openStory(chanceOf(`${seed}/${key}`), {
    key,
    ess,
    at,
    vignette: vignetteOf(row.vignette),
    channel: row.takenByEmail ? 'phone' : 'form',
    ...(row.requesterEmail && { requesterEmail: row.requesterEmail }),
    ...(row.takenByEmail && { takenByEmail: row.takenByEmail }),
  });
  const then = row.acts.map(({ after, ...act }) => ({ ...act, at: new Date(at.getTime() + after * MINUTE_MS) }));
  return { ...story, then };
}

/** That moment when the desk is open, else three quarters of an hour before its last closing. */
function lastOpenMoment(ess: DemoEss, moment: Date): Date {
  if (isOpen(ess, moment)) return moment;
  const { opens, closes } = hoursOf(ess);
  const today = localDay(moment);
  const hasOpened = !isDayOff(today) && moment >= momentOf(today, opens);
  let day = hasOpened ? today : shiftDay(today, -1);
  while (isDayOff(day)) day = shiftDay(day, -1);
  return momentOf(day, closes - 45);
}

function emergencyOfYesterday(seed: string, now: Date): Story {
  const ess = CARDIO_ESTUAIRE;
  const key = keyOf(ess, localDay(now), 'urgence-vitale');
  const at = momentOf(shiftDay(localDay(now), -1), 16 * HOUR + 20);
  const story = openStory(chanceOf(`${seed}/${key}`), {
    key,
    ess,
    at,
    vignette: vignetteOf('douleur-en-cours'),
    channel: 'form',
    requesterEmail: GUEGAN,
  });
  const by = onCallOf(ess, at).email;
  const reason = 'Régulé par le 15, patient hospitalisé. Le demandeur est prévenu.';
  const after = (minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS);
  return {
    ...story,
    then: [
      { act: 'acknowledge', by, at: after(3) },
      { act: 'answer', by, at: after(95), reason },
    ],
  };
}
