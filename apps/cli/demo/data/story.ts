import type { Exam, NotDoneReason } from '#contracts/care';
import type { Channel, PatientPlace, PriorityClass } from '#contracts/enums';
import type { RequestAnswers } from '#forms';
import type { LaterAct, RelativeAct, SheetWords } from './acts.ts';
import { answersFor } from './answers-for.ts';
import { localDay } from './calendar.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';
import { inventPatient } from './patients.ts';
import { DEMO_PEOPLE, personOf } from './people.ts';
import type { Chance } from './random.ts';
import type { DemoEss, DemoPatient, DemoPerson, Vignette } from './types.ts';

/** A visit of the mobile team: where it stands in a tour, and what becomes of it. */
export interface VisitPlan {
  /** YYYY-MM-DD, in Paris. */
  day: string;
  /** Key of the team. */
  team: string;
  minutes: number;
  exams: Exam[];
  /** Coordinator who plans and publishes it. */
  by: string;
  /** Put in the plan before it is announced, when that is seen. */
  draftedAt?: Date;
  publishedAt: Date;
  /** Chosen by hand; else the place that the tour gives it. */
  startsAt?: Date;
  fate: { done: SheetWords } | { notDone: NotDoneReason; text: string };
  /** Counted from the end of the visit. */
  after: RelativeAct[];
  /** Visits told together share one chain of stops: `''` the ordinary days, else the scene that tells them. */
  told: string;
}

export interface Story {
  /** Stable for ever: the same story keeps its key on every machine and after every roll forward. */
  key: string;
  essSlug: string;
  at: Date;
  channel: Channel;
  requesterEmail: string;
  /** The secretary who takes the call. */
  takenByEmail?: string;
  vignetteId: string;
  expected: PriorityClass;
  patient: DemoPatient;
  answers: RequestAnswers;
  /** In order of time; those still to come are played by the next roll forward. */
  then: LaterAct[];
  /** Visits, one after the other when the first comes to nothing; `driveTours` makes acts of them. */
  visits: VisitPlan[];
}

export const ofRole = (ess: DemoEss, role: DemoPerson['roles'][number]): DemoPerson[] =>
  DEMO_PEOPLE.filter((person) => person.essSlug === ess.slug && person.roles.includes(role));

/** Specialist of the day: each in turn, from the first of January 1970. */
export function onCallOf(ess: DemoEss, moment: Date): DemoPerson {
  const list = ofRole(ess, 'specialist');
  const rank = Math.floor(Date.parse(`${localDay(moment)}T00:00:00Z`) / 86_400_000) % list.length;
  const person = list[rank];
  if (!person) throw new Error(`no specialist in ${ess.slug}`);
  return person;
}

export interface Opening {
  key: string;
  ess: DemoEss;
  at: Date;
  vignette: Vignette;
  channel: Channel;
  /** When the case has to come from one person. */
  requesterEmail?: string;
  takenByEmail?: string;
  /** One of the places of the case. */
  place?: PatientPlace;
}

/** The request of a story, before anybody at the desk touches it. */
export function openStory(chance: Chance, opening: Opening): Story {
  const { key, ess, at, vignette, channel } = opening;
  const requester = opening.requesterEmail ? personOf(opening.requesterEmail) : someoneFor(chance, ess, vignette);
  const organisation = DEMO_ORGANISATIONS.find((candidate) => candidate.key === requester.organisationKey);
  if (!organisation) throw new Error(`${requester.email} writes for no organisation`);
  const patient = inventPatient(chance, {
    key,
    specialty: ess.specialty,
    place: opening.place ?? chance.pick(vignette.places),
    age: vignette.age,
    organisation,
    day: localDay(at),
    ...(vignette.sex && { sex: vignette.sex }),
  });
  return {
    key,
    essSlug: ess.slug,
    at,
    channel,
    requesterEmail: requester.email,
    ...(opening.takenByEmail && { takenByEmail: opening.takenByEmail }),
    vignetteId: vignette.id,
    expected: vignette.expected,
    patient,
    answers: answersFor(vignette, patient, requester, at),
    then: [],
    visits: [],
  };
}

function someoneFor(chance: Chance, ess: DemoEss, vignette: Vignette): DemoPerson {
  const able = ofRole(ess, 'requester').filter(
    ({ requesterRole }) => requesterRole && vignette.requesterRoles.includes(requesterRole),
  );
  return chance.pick(able);
}
