import { localDay, momentOf, shiftDay } from './calendar.ts';
import { later } from './acts.ts';
import { demoEmail } from './people.ts';
import {
  advised,
  bookedOn,
  consultationOrdered,
  infoAsked,
  infoGiven,
  openDay,
  reportedOn,
  visitOrdered,
} from './scene-acts.ts';
import {
  after,
  ago,
  claim,
  confirm,
  DAY,
  EHRHARD,
  HOUR,
  JULIE,
  KIEFFER,
  OZDEMIR,
  ROTH,
  signedAfter,
  WENDLING,
  type SceneRow,
} from './scene.ts';
import { PUBLISHED_AT } from './ways.ts';

const ZIMMER = demoEmail('Estelle', 'Zimmer');
const JUNG = demoEmail('Anouk', 'Jung');

/** What the desk of nephrology finds on any day. */
export function nephrologyScene(now: Date): SceneRow[] {
  const today = localDay(now);
  const thisMorning = momentOf(today, PUBLISHED_AT);
  const publishedAt = later(now, -8) > thisMorning ? thisMorning : momentOf(shiftDay(today, -1), 18 * HOUR + 10);
  const visit = (
    id: string,
    vignette: string,
    requesterEmail: string,
    day: string,
    published: Date,
    place: 'domicile' | 'ehpad',
  ): SceneRow => ({
    id,
    vignette,
    sent: { days: 6, at: 10 * HOUR },
    requesterEmail,
    place,
    acts: (moment) => [
      after(40, confirm(ROTH, 'P4')),
      after(2 * DAY, visitOrdered(WENDLING, ['biologie'], moment, 30)),
    ],
    visits: (moment) => [
      {
        ...{ day, team: 'R', exams: ['biologie'], minutes: 30, by: JULIE, publishedAt: published },
        after: signedAfter(WENDLING, 6 * HOUR, moment),
      },
    ],
  });
  const inThreeDays = shiftDay(today, 3);
  return [
    {
      id: 'urgent',
      vignette: 'insuffisance-renale-aigue',
      sent: 130,
      acts: (moment) => [
        after(8, claim(ROTH)),
        after(10, confirm(ROTH, 'P1')),
        after(8 * HOUR, advised(WENDLING, moment)),
      ],
    },
    {
      id: 'matin',
      vignette: 'declin-rapide',
      sent: 50,
      requesterEmail: EHRHARD,
      acts: (moment) => [after(90, confirm(ROTH, 'P3')), after(3 * DAY, advised(KIEFFER, moment))],
    },
    {
      id: 'hier',
      vignette: 'mrc-stable',
      sent: 27 * HOUR,
      acts: (moment) => [
        after(50, confirm(ROTH, 'P4')),
        after(20 * HOUR, consultationOrdered(OZDEMIR, moment)),
        ago(-6 * HOUR, bookedOn(ROTH, OZDEMIR, openDay(moment, 8, 10 * HOUR), 'Consultation de Sélestat')),
        ...reportedOn(OZDEMIR, openDay(moment, 8, 10 * HOUR), moment),
      ],
    },
    {
      id: 'complement',
      vignette: 'hta-rein',
      sent: { days: 3, at: 11 * HOUR },
      requesterEmail: EHRHARD,
      acts: (moment) => [
        after(50, confirm(ROTH, 'P4')),
        ago(24 * HOUR, infoAsked(WENDLING, moment)),
        ago(-18 * HOUR, infoGiven(moment)),
        ago(-30 * HOUR, advised(WENDLING, moment)),
      ],
    },
    {
      id: 'reponse',
      vignette: 'declin-rapide',
      sent: { days: 4, at: 15 * HOUR },
      requesterEmail: EHRHARD,
      acts: (moment) => [after(45, confirm(ROTH, 'P3')), ago(3 * HOUR, advised(WENDLING, moment))],
    },
    visit('tournee-r1', 'ehpad-adaptation', ZIMMER, today, publishedAt, 'ehpad'),
    visit('tournee-r2', 'mrc-stable', JUNG, today, publishedAt, 'domicile'),
    visit('a-planifier', 'mrc-stable', EHRHARD, inThreeDays, momentOf(inThreeDays, PUBLISHED_AT), 'domicile'),
  ];
}
