import type { Outcome, WithoutEss } from '#contracts/care';
import type { RelativeAct } from './acts.ts';
import { nameOfPerson } from './names-of.ts';
import { DEMO_PEOPLE, personOf } from './people.ts';
import type { Chance } from './random.ts';
import { ofRole, type Story } from './story.ts';
import type { DemoEss } from './types.ts';
import { answerWords } from './words.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

const HAPPENED: readonly [Outcome, number][] = [
  ['home', 70],
  ['consultation', 14],
  ['emergency', 4],
  ['hospitalised', 6],
  ['unknown', 6],
];
const WITHOUT: readonly [WithoutEss, number][] = [
  ['wait', 58],
  ['emergency', 24],
  ['hospitalisation', 18],
];

const outcomeOf = (chance: Chance): { happened: Outcome; withoutEss: WithoutEss } => ({
  happened: chance.weighted(HAPPENED, ([, weight]) => weight)[0],
  withoutEss: chance.weighted(WITHOUT, ([, weight]) => weight)[0],
});

const AGAIN = [
  'Merci. La tension est un peu basse depuis : faut-il garder la même dose ?',
  'Le patient demande s’il peut reprendre la marche et la voiture : votre avis ?',
  'Biologie de contrôle revenue normale. À quel rythme la refaire ?',
  'La famille demande si un nouveau rendez-vous est utile. Qu’en pensez-vous ?',
];

/** One of the two who asked: the author, or a colleague of his organisation. */
function reader(chance: Chance, story: Story): string {
  const { organisationKey } = personOf(story.requesterEmail);
  const colleagues = DEMO_PEOPLE.filter((person) => person.organisationKey === organisationKey);
  return chance.happens(0.85) ? story.requesterEmail : chance.pick(colleagues).email;
}

/** How a signed answer is received in the end, counted from its signature. */
export function receptionOf(chance: Chance, ess: DemoEss, story: Story, by: string): RelativeAct[] {
  const isUrgent = story.expected === 'P1';
  const fate = chance.next();
  const soon = isUrgent ? chance.between(8, 4 * HOUR) : chance.between(20, 26 * HOUR);
  const who = reader(chance, story);
  if (fate < 0.14) {
    // Nobody has opened it in time: the desk reads it aloud.
    const after = (isUrgent ? 2 : chance.between(4, 7)) * DAY + chance.between(0, 3 * HOUR);
    const secretary = chance.pick(ofRole(ess, 'secretary')).email;
    return [{ act: 'receive', kind: 'by_phone', by: secretary, after, toldTo: nameOfPerson(story.requesterEmail) }];
  }
  if (fate < 0.3) return [{ act: 'receive', kind: 'acknowledged', by: who, after: soon, ...outcomeOf(chance) }];
  const read: RelativeAct = { act: 'receive', kind: 'read', by: who, after: soon };
  if (fate > 0.94) return [read, ...askedAgain(chance, story, by, soon)];
  if (fate > 0.76) return [read];
  const told = soon + chance.between(1 * DAY, 6 * DAY);
  return [read, { act: 'receive', kind: 'acknowledged', by: who, after: told, ...outcomeOf(chance) }];
}

/** Another question after the answer: a second answer, read as well. */
function askedAgain(chance: Chance, story: Story, by: string, readAfter: number): RelativeAct[] {
  const asked = readAfter + chance.between(3 * HOUR, 3 * DAY);
  const answered = asked + chance.between(3 * HOUR, 20 * HOUR);
  return [
    { act: 'ask_again', by: story.requesterEmail, after: asked, text: chance.pick(AGAIN) },
    { act: 'advise', by, after: answered, words: answerWords(chance, story) },
    { act: 'receive', kind: 'read', by: story.requesterEmail, after: answered + chance.between(30, 10 * HOUR) },
  ];
}
