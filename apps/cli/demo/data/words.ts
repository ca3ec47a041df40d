import type { Exam } from '#contracts/care';
import { frenchSpaces } from '../../french-spaces.ts';
import type { SheetWords, SignedWords } from './acts.ts';
import type { Chance } from './random.ts';
import type { Story } from './story.ts';
import type { ReasonWords } from './words-of.ts';
import { CARDIOLOGY_WORDS } from './words-cardiologie.ts';
import { NEPHROLOGY_WORDS } from './words-nephrologie.ts';

type Told = Pick<Story, 'answers'>;

export function wordsOf({ answers }: Told): ReasonWords {
  const list = answers.specialty === 'nephrologie' ? NEPHROLOGY_WORDS : CARDIOLOGY_WORDS;
  const found = list[answers.reason ?? ''] ?? list['suivi'];
  if (!found) throw new Error(`no words for ${answers.specialty} ${answers.reason}`);
  return found;
}

const typeset = (words: SignedWords): SignedWords => ({
  said: frenchSpaces(words.said),
  conclusions: frenchSpaces(words.conclusions),
  tasks: words.tasks.map(({ who, what, when }) => ({ who, what: frenchSpaces(what), when: frenchSpaces(when) })),
  callBackWhen: frenchSpaces(words.callBackWhen),
  call15When: frenchSpaces(words.call15When),
});

export const answerWords = (chance: Chance, story: Told): SignedWords => typeset(chance.pick(wordsOf(story).answers));
export const readingWords = (chance: Chance, story: Told): SignedWords => typeset(chance.pick(wordsOf(story).readings));

/** Of a consultation: what was seen, and the conduct of an answer. */
export function consultationWords(chance: Chance, story: Told): SignedWords {
  const reason = wordsOf(story);
  return typeset({ ...chance.pick(reason.answers), said: reason.seen });
}

export const orderedWords = (story: Told): string => frenchSpaces(wordsOf(story).ordered);
export const missingWords = (story: Told): string => frenchSpaces(wordsOf(story).missing);
export const givenWords = (story: Told): string => frenchSpaces(wordsOf(story).given);
export const resultWords = (story: Told): string => frenchSpaces(wordsOf(story).result);

const NOTES = [
  'Patient calme, bien entouré. Traitement vérifié avec le pilulier.',
  'Reçue par la fille du patient. Ordonnance photographiée, rien à signaler d’autre.',
  'Chevilles un peu gonflées le soir. Dort avec deux oreillers comme avant.',
  'Tracé refait une fois, bonne qualité. Le patient a bien compris la suite.',
  'Équipe de l’EHPAD présente, poids repris sur leur balance.',
  'Un peu fatigué ce jour, mange bien. Pas de chute depuis un mois.',
];

const round = (value: number, step: number): number => Math.round(value / step) * step;

/** Measures that a visit brings, close to those of the request, and a short note. */
export function sheetWords(chance: Chance, story: Told, exams: readonly Exam[]): SheetWords {
  const near = (name: string, usual: number, spread: number, step = 1): number => {
    const told = story.answers.measures.find((measure) => measure.name === name);
    const said = Number(told?.value.replace(',', '.'));
    const value = (Number.isFinite(said) ? said : usual) + (chance.next() * 2 - 1) * spread;
    return Number(round(value, step).toFixed(1));
  };
  const bp = story.answers.measures.find((measure) => measure.name === 'bp')?.value.split('/') ?? [];
  const pressure = (rank: number, usual: number): number => {
    const said = Number(bp[rank]?.replace(',', '.'));
    const millimetres = said > 0 && said < 30 ? said * 10 : said;
    return Math.round((Number.isFinite(millimetres) ? millimetres : usual) + chance.between(-6, 6));
  };
  const measures = [
    `sbp ${pressure(0, 134)} mmHg`,
    `dbp ${pressure(1, 76)} mmHg`,
    `hr ${near('hr', 74, 6)} /min`,
    `spo2 ${Math.min(99, near('spo2', 96, 1))} %`,
    `weight ${near('weight', 68, 1, 0.1)} kg`,
  ];
  if (exams.includes('echo')) measures.push(`lvef ${near('lvef', 52, 5)} %`);
  if (exams.includes('biologie')) {
    measures.push(
      `creatinine ${near('creatinine', 124, 8)} µmol/L`,
      `potassium ${near('potassium', 4.5, 0.2, 0.1)} mmol/L`,
    );
  }
  return { measures, note: frenchSpaces(chance.pick(NOTES)) };
}
