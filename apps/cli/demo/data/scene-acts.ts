import type { Exam, ExamDoer, Outcome, WithoutEss } from '#contracts/care';
import { frenchSpaces } from '../../french-spaces.ts';
import type { LaterAct } from './acts.ts';
import { hoursOf } from './aftermath.ts';
import { localDay, momentOf, shiftDay, whenOpen } from './calendar.ts';
import { DEMO_ESS } from './ess.ts';
import { nameOfPerson } from './names-of.ts';
import { after, MARIN, type SceneMoment, type Timed } from './scene.ts';
import { answerWords, consultationWords, givenWords, missingWords, orderedWords, resultWords } from './words.ts';

type DeedAt = (at: Date) => LaterAct;

export const advised = (by: string, { chance, story }: SceneMoment): DeedAt => {
  const words = answerWords(chance, story);
  return (at) => ({ act: 'advise', by, at, words });
};

export const visitOrdered = (by: string, exams: Exam[], { story }: SceneMoment, minutes = 35): DeedAt => {
  const text = orderedWords(story);
  return (at) => ({ act: 'order_visit', by, at, exams, text, minutes });
};

export const examOrdered =
  (by: string, exams: Exam[], doer: ExamDoer, { story }: SceneMoment, dueInDays = 7): DeedAt =>
  (at) => ({ act: 'order_exam', by, at, exams, doer, text: orderedWords(story), dueInDays });

export const examBack = ({ story }: SceneMoment): DeedAt => {
  const text = resultWords(story);
  return (at) => ({ act: 'exam_back', by: story.requesterEmail, at, text });
};

export const infoAsked =
  (by: string, { story }: SceneMoment): DeedAt =>
  (at) => ({ act: 'ask_info', by, at, text: missingWords(story) });

export const infoGiven =
  ({ story }: SceneMoment, by = story.requesterEmail): DeedAt =>
  (at) => ({ act: 'give_info', by, at, text: givenWords(story) });

export const consultationOrdered =
  (
    by: string,
    { story }: SceneMoment,
    order: 'order_consultation' | 'order_teleconsultation' = 'order_consultation',
  ): DeedAt =>
  (at) => ({ act: order, by, at, text: orderedWords(story), withEmail: by });

export const readBy =
  (by: string): DeedAt =>
  (at) => ({ act: 'receive', kind: 'read', by, at });

export const acknowledgedBy =
  (by: string, happened: Outcome, withoutEss: WithoutEss): DeedAt =>
  (at) => ({ act: 'receive', kind: 'acknowledged', by, at, happened, withoutEss });

export const readByPhone =
  (by: string, { story }: SceneMoment): DeedAt =>
  (at) => ({ act: 'receive', kind: 'by_phone', by, at, toldTo: nameOfPerson(story.requesterEmail) });

/** So many days from today at that minute of the day, moved to an open day. */
export function openDay({ now, story }: SceneMoment, days: number, minutes: number): Date {
  const ess = DEMO_ESS.find(({ slug }) => slug === story.essSlug);
  const { opens, closes } = ess ? hoursOf(ess) : { opens: 540, closes: 1080 };
  const wanted = momentOf(shiftDay(localDay(now), days), minutes);
  const open = whenOpen(wanted, opens, closes);
  return open.getTime() === wanted.getTime() ? wanted : momentOf(localDay(open), minutes);
}

export const bookedOn =
  (by: string, withEmail: string, on: Date, place = 'Consultation de Saint-Nazaire'): DeedAt =>
  (at) => ({ act: 'book', by, at, on, minutes: 30, place, withEmail });

/** Reported at the end of an appointment, then read by the author. */
export function reportedOn(by: string, on: Date, { chance, story }: SceneMoment): Timed[] {
  const seen = (on.getTime() - story.at.getTime()) / 60_000 + 35;
  const words = consultationWords(chance, story);
  return [
    after(seen, (at) => ({ act: 'report_appointment', by, at, words })),
    after(seen + 200, readBy(story.requesterEmail)),
  ];
}

export const passedTo = (by: string, toEmail = MARIN): DeedAt => {
  const text = frenchSpaces('Plus proche de ta spécialité : peux-tu répondre ?');
  return (at) => ({ act: 'pass', by, toEmail, text, at });
};
