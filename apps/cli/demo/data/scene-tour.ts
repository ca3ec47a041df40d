import type { Exam } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';
import { later } from './acts.ts';
import { localDay, localMinutes, momentOf, shiftDay } from './calendar.ts';
import { demoEmail } from './people.ts';
import { visitOrdered } from './scene-acts.ts';
import {
  after,
  claim,
  confirm,
  DAY,
  GAELLE,
  GUEGAN,
  HOUR,
  KERVIEL,
  LE_BRIS,
  MARIN,
  MAUD,
  NADEGE,
  SAMIRA,
  signedAfter,
  type SceneRow,
  type SceneVisit,
} from './scene.ts';
import { eveningBefore, PUBLISHED_AT } from './ways.ts';

/** Stops of a whole day of each team, when nothing else is planned on it. */
const FULL_DAY: Record<string, number> = { A: 6, B: 7 };

interface TourRow {
  id: string;
  vignette: string;
  value: PriorityClass;
  days: number;
  requester?: string;
  orderedBy: string;
  exams: Exam[];
}

const row = (
  id: string,
  vignette: string,
  value: PriorityClass,
  days: number,
  orderedBy: string,
  exams: Exam[],
  requester?: [firstName: string, lastName: string],
): TourRow => ({
  ...{ id, vignette, value, days, orderedBy, exams },
  ...(requester && { requester: demoEmail(...requester) }),
});

const ECG: Exam[] = ['ecg'];
const ECHO: Exam[] = ['ecg', 'echo'];

/** Around Savenay. */
const NORTH: readonly TourRow[] = [
  row('tournee-a1', 'prise-de-poids-ehpad', 'P2', 2, LE_BRIS, ECG, ['Mélissa', 'Guérin']),
  row('tournee-a2', 'decompensation-domicile', 'P2', 2, MARIN, ECHO, ['Hélène', 'Marchais']),
  row('tournee-a3', 'ic-ehpad-pmol', 'P3', 7, LE_BRIS, ECHO, ['Thibault', 'Renard']),
  row('tournee-a4', 'fa-stable', 'P4', 9, MAUD, ECG, ['Yann', 'Guégan']),
  row('tournee-a5', 'bradycardie', 'P3', 6, KERVIEL, ECG, ['Jessica', 'Moyon']),
  row('tournee-a6', 'sortie-ic', 'P3', 8, LE_BRIS, ECHO, ['Audrey', 'Leroy']),
];

/** Around Pornic. */
const SOUTH: readonly TourRow[] = [
  row('tournee-b1', 'fa-rapide', 'P3', 6, MARIN, ECG, ['Sabrina', 'Lemoine']),
  row('tournee-b2', 'decompensation-domicile', 'P2', 2, LE_BRIS, ECG, ['Gilles', 'Arnaudeau']),
  row('tournee-b3', 'prise-de-poids-ehpad', 'P2', 2, MARIN, ECG, ['Ludivine', 'Barreau']),
  row('tournee-b4', 'orthostatique', 'P4', 10, MAUD, ECG, ['Hugues', 'Fortin']),
  row('tournee-b5', 'fa-stable', 'P4', 11, KERVIEL, ECG, ['Émilie', 'Brossard']),
  row('tournee-b6', 'ic-sans-peptide', 'P4', 8, LE_BRIS, ECG, ['Laure', 'Métayer']),
  row('tournee-b7', 'bradycardie', 'P3', 7, MARIN, ECG, ['Patrice', 'Dugast']),
];

const TOMORROW: readonly TourRow[] = [
  row('demain-1', 'ic-ehpad-pmol', 'P3', 5, LE_BRIS, ECHO, ['Claire', 'Bessonneau']),
  row('demain-2', 'decompensation-domicile', 'P2', 2, MARIN, ECG, ['Vincent', 'Ollivier']),
  row('demain-3', 'fa-rapide', 'P3', 6, MAUD, ECG, ['Ludivine', 'Barreau']),
];
const DRAFTED = row('demain-4', 'fa-stable', 'P4', 7, MARIN, ECG, ['Sabrina', 'Lemoine']);

const UNPLANNED: readonly TourRow[] = [
  row('a-planifier-1', 'decompensation-domicile', 'P2', 2, LE_BRIS, ECG, ['Fabienne', 'Lucas']),
  row('a-planifier-2', 'sortie-ic', 'P3', 3, MARIN, ECHO),
  row('a-planifier-3', 'ic-ehpad-pmol', 'P3', 4, LE_BRIS, ECHO, ['Delphine', 'Aubry']),
  row('a-planifier-4', 'fa-stable', 'P4', 5, MAUD, ECG, ['Soizic', 'Le Floch']),
  row('a-planifier-5', 'orthostatique', 'P4', 6, MAUD, ECG, ['Karine', 'Delaunay']),
  row('a-planifier-6', 'bradycardie', 'P3', 3, KERVIEL, ECG, ['Hugues', 'Fortin']),
];

/** The clock of the day that is told: when its tours were published, and what is still to be read. */
export function tourScene(now: Date, planned: ReadonlyMap<string, number>): SceneRow[] {
  const today = localDay(now);
  const [yesterday, tomorrow] = [shiftDay(today, -1), shiftDay(today, 1)];
  const inDays = (days: number) => shiftDay(today, days);
  const thisMorning = momentOf(today, PUBLISHED_AT);
  const published = later(now, -8) > thisMorning ? thisMorning : momentOf(yesterday, 18 * HOUR + 10);
  const morningOf = (day: string) => momentOf(day, PUBLISHED_AT);
  const ofToday = (rows: readonly TourRow[], team: string) =>
    rows
      .slice(0, Math.max(0, (FULL_DAY[team] ?? 0) - (planned.get(team) ?? 0)))
      .map((one) => visitRow(one, [{ day: today, team, publishedAt: published }]));
  return [
    ...ofToday(NORTH, 'A'),
    ...ofToday(SOUTH, 'B'),
    ...TOMORROW.map((one, rank) =>
      visitRow(one, [{ day: tomorrow, team: rank === 2 ? 'B' : 'A', publishedAt: later(now, -40) }]),
    ),
    visitRow(DRAFTED, [{ day: tomorrow, team: 'B', draftedAt: later(now, -20), publishedAt: morningOf(tomorrow) }]),
    ...UNPLANNED.map((one, rank) => {
      const day = inDays(2 + (rank % 3));
      return visitRow(one, [{ day, team: rank === 5 ? 'B' : 'A', publishedAt: eveningBefore(day) }]);
    }),
    visitRow(row('visite-revenue', 'ic-ehpad-pmol', 'P3', 6, LE_BRIS, ECG, ['Agnès', 'Corbel']), [
      {
        day: yesterday,
        team: 'A',
        publishedAt: morningOf(yesterday),
        startsAt: momentOf(yesterday, 15 * HOUR + 40),
        notDone: { reason: 'absent', text: 'Parti en famille pour la journée, la voisine a prévenu.' },
      },
      { day: inDays(3), team: 'A', publishedAt: eveningBefore(inDays(3)) },
    ]),
    unread('a-lire-1', 'fa-rapide', 'B', 15 * HOUR + 10, 190, LE_BRIS, ['Sabrina', 'Lemoine']),
    unread('a-lire-2', 'sortie-ic', 'A', 13 * HOUR + 30, 260, MARIN, ['Pierrick', 'Lodé']),
    urgentUnread(now),
  ];

  /** Done yesterday, read only some time after now. */
  function unread(
    id: string,
    vignette: string,
    team: string,
    at: number,
    readIn: number,
    by: string,
    requester: [string, string],
  ): SceneRow {
    const startsAt = momentOf(yesterday, at);
    const waits = (now.getTime() - startsAt.getTime()) / 60_000 + readIn;
    const visit = { day: yesterday, team, publishedAt: morningOf(yesterday), startsAt };
    return visitRow(row(id, vignette, 'P3', 8, by, ECG, requester), [visit], waits);
  }
}

type When = Pick<SceneVisit, 'day' | 'team' | 'publishedAt'> &
  Partial<Pick<SceneVisit, 'startsAt' | 'draftedAt' | 'notDone'>>;

const MINUTES = { ecg: 40, echo: 45 };

function visitRow(one: TourRow, whens: readonly When[], readAfter?: number): SceneRow {
  const minutes = one.exams.includes('echo') ? MINUTES.echo : MINUTES.ecg;
  const reader = one.orderedBy === MAUD ? KERVIEL : one.orderedBy;
  const orderedAfter = one.days > 5 ? 2 * DAY : one.days > 2 ? 26 * HOUR : 4 * HOUR;
  return {
    id: one.id,
    vignette: one.vignette,
    sent: { days: one.days, at: 9 * HOUR + 40 },
    ...(one.requester && { requesterEmail: one.requester }),
    ...(isAtHome(one.vignette) && { place: 'domicile' as const }),
    acts: (moment) => [
      after(40, confirm(one.days % 2 ? NADEGE : SAMIRA, one.value)),
      after(orderedAfter, visitOrdered(one.orderedBy, one.exams, moment, minutes)),
    ],
    visits: (moment) =>
      whens.map((when) => ({
        ...when,
        minutes,
        exams: one.exams,
        by: GAELLE,
        after: when.notDone ? [] : signedAfter(reader, readAfter ?? moment.chance.between(4 * HOUR, 20 * HOUR), moment),
      })),
  };
}

/** Cases told both of people at home and in care homes: the requester decides where. */
const isAtHome = (vignette: string): boolean =>
  ['decompensation-domicile', 'ic-sans-peptide', 'sortie-ic'].includes(vignette);

/** A very urgent visit, done a little before now by day, else at the end of the last day: its exam is to be read. */
function urgentUnread(now: Date): SceneRow {
  const minutes = localMinutes(now);
  const today = localDay(now);
  const isEarly = minutes < 9 * HOUR + 30;
  const lastEvening = momentOf(isEarly ? shiftDay(today, -1) : today, 17 * HOUR + 10);
  const startsAt = isEarly || minutes > 18 * HOUR + 30 ? lastEvening : later(now, -75);
  const sinceStart = Math.round((now.getTime() - startsAt.getTime()) / 60_000);
  const visit = { day: localDay(startsAt), team: 'A', publishedAt: later(startsAt, -95), startsAt };
  return {
    id: 'a-lire-urgent',
    vignette: 'syncope-sans-prodrome',
    sent: sinceStart + 4 * HOUR,
    requesterEmail: GUEGAN,
    place: 'domicile',
    acts: (moment) => [
      after(6, claim(NADEGE)),
      after(9, confirm(NADEGE, 'P1')),
      after(100, visitOrdered(LE_BRIS, ECG, moment, 30)),
    ],
    visits: (moment) => [
      { ...visit, minutes: 30, exams: ECG, by: GAELLE, after: signedAfter(LE_BRIS, sinceStart + 55, moment) },
    ],
  };
}
