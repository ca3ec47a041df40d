import type { Exam } from '#contracts/care';
import type { Modality } from '#contracts/enums';
import { actAt, later, type LaterAct, type RelativeAct } from './acts.ts';
import { isDayOff, localDay, momentOf, shiftDay, weekdayOf } from './calendar.ts';
import { DEMO_COMMUNES } from './communes.ts';
import { inOrder } from './drive-tours.ts';
import type { Chance } from './random.ts';
import { receptionOf } from './reception.ts';
import { ofRole, type Story, type VisitPlan } from './story.ts';
import { teamsOf, type DemoTeam } from './teams.ts';
import type { DemoEss } from './types.ts';
import {
  answerWords,
  consultationWords,
  givenWords,
  missingWords,
  orderedWords,
  readingWords,
  resultWords,
  sheetWords,
  wordsOf,
} from './words.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

export interface WayQuestion {
  chance: Chance;
  ess: DemoEss;
  story: Story;
  specialist: string;
  /** When the specialist answers or orders. */
  decideAt: Date;
  openAt: (moment: Date) => Date;
}
export interface Way {
  then: LaterAct[];
  visits: VisitPlan[];
}

export type WayName =
  'advice' | 'exam' | 'info' | 'visit' | 'consultation' | 'teleconsultation' | 'decline' | 'redirect' | 'admit';

/** What a service of this kind answers, before the wish of the requester and the place of the patient count. */
const SHARES: Record<WayName, number> = {
  advice: 26,
  exam: 6,
  info: 4,
  visit: 44,
  consultation: 12,
  teleconsultation: 2,
  decline: 2,
  redirect: 2,
  admit: 1,
};
const URGENT_SHARES: Partial<Record<WayName, number>> = { advice: 50, consultation: 25, admit: 18, redirect: 7 };

const WISHED: Record<Modality, WayName> = {
  teleexpertise: 'advice',
  consultation: 'consultation',
  mobile_visit: 'visit',
  teleconsultation: 'teleconsultation',
};
const AS_WISHED = 2.2;

export function chooseWay(chance: Chance, story: Story): WayName {
  const shares: Partial<Record<WayName, number>> = story.expected === 'P1' ? URGENT_SHARES : SHARES;
  const { wishedModality } = story.answers;
  const canBeVisited = story.patient.place.kind === 'domicile' || story.patient.place.kind === 'ehpad';
  const weight = (name: WayName, share: number): number => {
    if (name === 'visit' && !canBeVisited) return 0;
    return wishedModality && WISHED[wishedModality] === name ? share * AS_WISHED : share;
  };
  const names = (Object.keys(SHARES) as WayName[]).map((name) => ({ name, weight: weight(name, shares[name] ?? 0) }));
  return chance.weighted(names, (one) => one.weight).name;
}

/** From the decision to the received answer. */
export function followWay(question: WayQuestion): Way {
  const name = chooseWay(question.chance, question.story);
  if (name === 'visit') return visited(question);
  const then = inOrder(WAYS[name](question), question.decideAt);
  return { then, visits: [] };
}

const received = ({ chance, ess, story, specialist }: WayQuestion, at: Date): LaterAct[] =>
  receptionOf(chance, ess, story, specialist).map((act) => actAt(act, at));

const advised = (question: WayQuestion, at: Date): LaterAct[] => [
  { act: 'advise', by: question.specialist, at, words: answerWords(question.chance, question.story) },
  ...received(question, at),
];

const deskOf = ({ chance, ess }: WayQuestion): string => chance.pick(ofRole(ess, 'secretary')).email;

const WAYS: Record<Exclude<WayName, 'visit'>, (question: WayQuestion) => LaterAct[]> = {
  advice: (question) => advised(question, question.decideAt),
  exam: (question) => {
    const { chance, story, specialist, decideAt, openAt } = question;
    const back = openAt(later(decideAt, chance.between(20 * HOUR, 5 * DAY)));
    const answered = openAt(later(back, chance.between(2 * HOUR, 26 * HOUR)));
    return [
      {
        act: 'order_exam',
        by: specialist,
        at: decideAt,
        exams: wordsOf(story).exams,
        doer: 'requester',
        text: orderedWords(story),
        dueInDays: 7,
      },
      { act: 'exam_back', by: story.requesterEmail, at: back, text: resultWords(story) },
      ...advised(question, answered),
    ];
  },
  info: (question) => {
    const { chance, story, decideAt, openAt } = question;
    const given = later(decideAt, chance.between(3 * HOUR, 4 * DAY));
    const answered = openAt(later(given, chance.between(2 * HOUR, 26 * HOUR)));
    return [
      { act: 'ask_info', by: question.specialist, at: decideAt, text: missingWords(story) },
      { act: 'give_info', by: story.requesterEmail, at: given, text: givenWords(story) },
      ...advised(question, answered),
    ];
  },
  consultation: (question) => held(question, 'order_consultation'),
  teleconsultation: (question) => held(question, 'order_teleconsultation'),
  decline: (question) => {
    const { story, specialist, decideAt } = question;
    const text =
      story.answers.specialty === 'nephrologie'
        ? 'Le bilan transmis ne demande pas d’avis spécialisé à ce jour. Un contrôle simple dans trois mois suffit.'
        : 'Les éléments transmis sont rassurants et ne demandent pas d’avis spécialisé. Un suivi habituel suffit.';
    return [
      { act: 'decline', by: specialist, at: decideAt, text, conclusions: 'Pas d’avis nécessaire, suivi habituel.' },
      ...received(question, decideAt),
    ];
  },
  redirect: (question) => {
    const { story, specialist, decideAt } = question;
    const isEast = story.answers.specialty === 'nephrologie';
    return [
      {
        act: 'redirect',
        by: specialist,
        at: decideAt,
        resource: isEast ? 'Consultation de gériatrie du secteur' : 'Consultation de pneumologie du secteur',
        contact: 'Secrétariat du service, aux heures ouvrables',
        text: 'La question relève d’abord de cette consultation. Le dossier peut être transmis tel quel.',
      },
      ...received(question, decideAt),
    ];
  },
  admit: (question) => {
    const { story, specialist, decideAt } = question;
    const isEast = story.answers.specialty === 'nephrologie';
    return [
      {
        act: 'admit',
        by: specialist,
        at: decideAt,
        service: isEast ? 'Service de néphrologie' : 'Unité de soins de cardiologie',
        when: 'aujourd’hui',
        contact: 'Médecin de garde du service, prévenu',
        text: 'Le lit est réservé. Adresser le patient avec l’ordonnance et le dernier bilan.',
      },
      ...received(question, decideAt),
    ];
  },
};

/** Ordered, booked by the desk, held; one in ten is missed and booked again. */
function held(question: WayQuestion, order: 'order_consultation' | 'order_teleconsultation'): LaterAct[] {
  const { chance, ess, story, specialist, decideAt, openAt } = question;
  const isUrgent = story.expected === 'P1';
  const desk = deskOf(question);
  const bookedAt = later(decideAt, chance.between(12, isUrgent ? 40 : 5 * HOUR));
  const wait = isUrgent ? chance.between(2 * HOUR, 16 * HOUR) : chance.between(2 * DAY, 14 * DAY);
  const first = onTheHalfHour(openAt(later(bookedAt, wait)));
  const withEmail = specialist;
  const place =
    order === 'order_consultation' ? `Consultation ${chance.pick(placesOf(ess))}` : 'Téléconsultation, lien envoyé';
  const booking = (at: Date, on: Date): LaterAct => ({ act: 'book', by: desk, at, on, minutes: 30, place, withEmail });
  const acts: LaterAct[] = [
    { act: order, by: specialist, at: decideAt, text: orderedWords(story), withEmail },
    booking(bookedAt, first),
  ];
  const isMissed = !isUrgent && chance.happens(0.1);
  const second = onTheHalfHour(openAt(later(first, chance.between(3 * DAY, 8 * DAY))));
  if (isMissed)
    acts.push(
      {
        act: 'unbook',
        by: desk,
        at: later(first, 50),
        text: 'Le patient ne s’est pas présenté, rappelé le jour même.',
      },
      booking(later(first, 75), second),
    );
  const seenAt = later(isMissed ? second : first, chance.between(28, 55));
  const words = consultationWords(chance, story);
  return [...acts, { act: 'report_appointment', by: specialist, at: seenAt, words }, ...received(question, seenAt)];
}

const placesOf = (ess: DemoEss): string[] =>
  ess.page.places.filter(({ kind }) => kind !== 'visit').map(({ name }) => `de ${name}`);

function onTheHalfHour(moment: Date): Date {
  const half = 30 * 60_000;
  return new Date(Math.ceil(moment.getTime() / half) * half);
}

const TOUR_WEEKDAYS = [2, 4];
/** The coordinator publishes most days the evening before, and the last changes before the nurses leave. */
export const PUBLISHED_AT = 7 * 60 + 12;
export const eveningBefore = (day: string): Date => momentOf(shiftDay(day, -1), 17 * 60 + 50);

/** Tuesday or Thursday, never a holiday. */
function tourDay(from: string): string {
  let day = from;
  while (!TOUR_WEEKDAYS.includes(weekdayOf(day)) || isDayOff(day)) day = shiftDay(day, 1);
  return day;
}

/** The team that has what the exams need, and starts the nearest. */
function teamFor(ess: DemoEss, story: Story, exams: readonly Exam[]): DemoTeam {
  const home = DEMO_COMMUNES.find(({ insee }) => insee === story.patient.place.communeInsee);
  const able = teamsOf(ess).filter(({ equipment }) => exams.every((exam) => equipment.some((item) => item === exam)));
  const far = ({ start }: DemoTeam) => (home ? Math.hypot(start.lat - home.lat, (start.lng - home.lng) * 0.68) : 0);
  const [team] = [...able].sort((a, b) => far(a) - far(b));
  if (!team) throw new Error(`no team of ${ess.slug} for ${exams.join(', ')}`);
  return team;
}

/** Ordered, planned and published by the coordinator, driven, done, read and signed; sometimes not done. */
function visited(question: WayQuestion): Way {
  const { chance, ess, story, specialist, decideAt } = question;
  const isCardiology = ess.specialty === 'cardiologie';
  const exams: Exam[] = isCardiology ? (chance.happens(0.35) ? ['ecg', 'echo'] : ['ecg']) : ['biologie'];
  const team = teamFor(ess, story, exams);
  const delegate = ess.delegatedMoves.includes('order_visit') && chance.happens(0.3);
  const by = delegate ? chance.pick(ofRole(ess, 'case_manager')).email : specialist;
  const minutes = exams.length > 1 ? 45 : 35;
  const wait = story.expected === 'P2' ? 1 : chance.between(2, 9);
  const plan = (
    from: string,
  ): Pick<VisitPlan, 'day' | 'team' | 'minutes' | 'exams' | 'by' | 'publishedAt' | 'told'> => {
    const day = tourDay(from);
    const evening = eveningBefore(day);
    const publishedAt = evening > later(decideAt, 20) ? evening : later(decideAt, 20);
    return { day, team: team.key, minutes, exams, by: team.coordinator, publishedAt, told: '' };
  };
  const order: LaterAct = { act: 'order_visit', by, at: decideAt, exams, text: orderedWords(story), minutes };
  const first = plan(shiftDay(localDay(decideAt), wait));
  const after = readAndReceived(question);
  const done = { done: sheetWords(chance, story, exams) };
  const fate = chance.next();
  if (fate < 0.03) {
    const cancelled: RelativeAct = {
      act: 'cancel',
      by: deskOf(question),
      after: chance.between(40, 200),
      text: 'Hospitalisé depuis hier soir, la famille prévient.',
    };
    const notDone = { notDone: 'hospitalised', text: 'La voisine prévient à la porte.' } as const;
    return { then: [order], visits: [{ ...first, fate: notDone, after: [cancelled] }] };
  }
  if (fate < 0.08) {
    const again = plan(shiftDay(first.day, 1));
    const notDone = { notDone: 'absent', text: 'Personne ne répond, message laissé.' } as const;
    return {
      then: [order],
      visits: [
        { ...first, fate: notDone, after: [] },
        { ...again, fate: done, after },
      ],
    };
  }
  return { then: [order], visits: [{ ...first, fate: done, after }] };
}

/** Counted from the end of the visit. */
function readAndReceived({ chance, ess, story, specialist }: WayQuestion): RelativeAct[] {
  const read = story.expected === 'P2' ? chance.between(50, 5 * HOUR) : chance.between(2 * HOUR, 22 * HOUR);
  return [
    { act: 'sign_reading', by: specialist, after: read, words: readingWords(chance, story) },
    ...receptionOf(chance, ess, story, specialist).map((act) => ({ ...act, after: act.after + read })),
  ];
}
