import type { PriorityClass } from '#contracts/enums';
import { later, type LaterAct } from './acts.ts';
import { localDay, localMinutes, isDayOff, whenOpen } from './calendar.ts';
import { nameOfPerson } from './names-of.ts';
import type { Chance } from './random.ts';
import { onCallOf, ofRole } from './story.ts';
import type { Story, VisitPlan } from './story.ts';
import type { DemoEss } from './types.ts';
import { followWay } from './ways.ts';

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes from the sending to the confirmation, and from there to the answer or the order, by class. */
const PACE: Record<Exclude<PriorityClass, 'P0'>, { confirm: [number, number]; decide: [number, number] }> = {
  P1: { confirm: [5, 25], decide: [HOUR, 6 * HOUR] },
  P2: { confirm: [15, 2 * HOUR], decide: [3 * HOUR, 44 * HOUR] },
  P3: { confirm: [20, 4 * HOUR], decide: [8 * HOUR, 6 * DAY] },
  P4: { confirm: [30, 7 * HOUR], decide: [1 * DAY, 12 * DAY] },
};

const CANCELLED = [
  'Patient hospitalisé entre-temps.',
  'Le patient préfère attendre son rendez-vous habituel.',
  'Demande envoyée deux fois.',
];
const LOWERED = [
  'Résultat récent rassurant après appel du demandeur.',
  'Symptômes anciens et stables, vérifié avec le demandeur.',
];

/** What happens to a request after it is sent. */
export interface Aftermath {
  then: LaterAct[];
  visits: VisitPlan[];
}

export const hoursOf = (ess: DemoEss): { opens: number; closes: number } => {
  const toMinutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const [first] = ess.hours.weekly;
  return { opens: toMinutes(first?.opens ?? '09:00'), closes: toMinutes(first?.closes ?? '18:00') };
};

export function isOpen(ess: DemoEss, moment: Date): boolean {
  const { opens, closes } = hoursOf(ess);
  const minutes = localMinutes(moment);
  return !isDayOff(localDay(moment)) && minutes >= opens && minutes < closes;
}

/** What happens to an ordinary request until its answer is received, some of it perhaps still to come. */
export function aftermathOf(chance: Chance, ess: DemoEss, story: Story): Aftermath {
  if (story.expected === 'P0') return { then: emergencyActs(chance, ess, story), visits: [] };
  const { opens, closes } = hoursOf(ess);
  const openAt = (moment: Date) => whenOpen(moment, opens, closes);
  const isUrgent = story.expected === 'P1';
  const pace = PACE[story.expected];
  const confirmedAt = later(story.at, chance.between(...pace.confirm));
  const confirmAt = isUrgent ? confirmedAt : openAt(confirmedAt);
  const deskMember = chance.pick([...ofRole(ess, 'secretary'), ...ofRole(ess, 'case_manager')]).email;
  const triager = isUrgent && !isOpen(ess, confirmAt) ? onCallOf(ess, confirmAt).email : deskMember;
  const acts: LaterAct[] = [classAct(chance, ess, story, triager, confirmAt)];
  // At night a P1 is born in the hands of the specialist on call.
  if (isUrgent && triager === deskMember) acts.unshift({ act: 'claim', by: triager, at: later(confirmAt, -2) });

  if (!isUrgent && chance.happens(0.02)) {
    const at = openAt(later(confirmAt, chance.between(2 * HOUR, 2 * DAY)));
    return {
      then: [...acts, { act: 'cancel', by: story.requesterEmail, at, text: chance.pick(CANCELLED) }],
      visits: [],
    };
  }
  const specialist = chance.pick(ofRole(ess, 'specialist')).email;
  const decidedAt = later(confirmAt, chance.between(...pace.decide));
  const decideAt = isUrgent ? decidedAt : openAt(decidedAt);
  // A confirmed request may already be in the hands of the specialist on call: he has nothing to claim.
  const hasItAlready = onCallOf(ess, confirmAt).email === specialist || acts.some((act) => act.by === specialist);
  if (!hasItAlready && chance.happens(0.5)) {
    const waits = (decideAt.getTime() - confirmAt.getTime()) / MINUTE_MS;
    const claimedAt = later(confirmAt, Math.round(waits * 0.4));
    acts.push({ act: 'claim', by: specialist, at: isUrgent ? claimedAt : openBetween(claimedAt, decideAt, openAt) });
  }
  const way = followWay({ chance, ess, story, specialist, decideAt, openAt });
  return { then: [...acts, ...way.then], visits: way.visits };
}

function openBetween(moment: Date, end: Date, openAt: (moment: Date) => Date): Date {
  const opened = openAt(moment);
  return opened < end ? opened : later(end, -1);
}

const HANDED_OVER = [
  'Régulé par le 15, patient hospitalisé. Le demandeur est prévenu.',
  'Le 15 envoie une équipe. Le demandeur reste auprès du patient jusqu’à son arrivée.',
];

function emergencyActs(chance: Chance, ess: DemoEss, story: Story): LaterAct[] {
  const by = onCallOf(ess, story.at).email;
  const seenAt = later(story.at, chance.between(2, 5));
  const at = later(seenAt, chance.between(15, 70));
  return [
    { act: 'acknowledge', by, at: seenAt },
    { act: 'hand_over', by, at, text: chance.pick(HANDED_OVER), toldTo: nameOfPerson(story.requesterEmail) },
  ];
}

const NEIGHBOUR: Record<PriorityClass, { above: PriorityClass; below: PriorityClass }> = {
  P0: { above: 'P0', below: 'P1' },
  P1: { above: 'P1', below: 'P2' },
  P2: { above: 'P1', below: 'P3' },
  P3: { above: 'P2', below: 'P4' },
  P4: { above: 'P3', below: 'P4' },
};

/** Nine times in ten the proposal is confirmed; sometimes raised; lowered only by a clinician, with a reason. */
function classAct(chance: Chance, ess: DemoEss, { expected }: Story, triager: string, at: Date): LaterAct {
  const fate = chance.next();
  const { above, below } = NEIGHBOUR[expected];
  if (fate < 0.05 && (expected === 'P3' || expected === 'P4')) return { act: 'raise', by: triager, at, toClass: above };
  if (fate > 0.95 && (expected === 'P2' || expected === 'P3')) {
    const clinician = chance.pick([...ofRole(ess, 'case_manager'), ...ofRole(ess, 'specialist')]).email;
    return { act: 'lower', by: clinician, at, toClass: below, text: chance.pick(LOWERED) };
  }
  return { act: 'confirm', by: triager, at, toClass: expected };
}
