import type { Pattern } from './lexicon/lexicon.ts';

/**
 * Chest pain is ranked by the time since it ended (NICE CG95), so one mention gives one of these signs.
 * Read in this order; the first line that fits speaks.
 */
export interface PainLine {
  id: string;
  /** Concepts that must all be in the words about this pain. */
  all?: string[];
  /** Concepts that must not be there. */
  none?: string[];
  /** Hours since the time given: `ago` it ended, `since` it goes on. No line with hours fits without a time. */
  ago?: [from: number, to: number];
  since?: [from: number, to: number];
  /** Fits only when no time is given. */
  isUndated?: boolean;
}

const TWELVE = 12;
const SEVENTY_TWO = 72.5;
const YEAR = 8760;

export const PAIN_LINES: PainLine[] = [
  { id: 'chest_pain_non_anginal', all: ['parietal'], none: ['pain_ischaemic'] },
  { id: 'chest_pain_ongoing', all: ['ongoing'], none: ['parietal', 'pain_over', 'pain_recurrent'] },
  { id: 'angina_stable_known', all: ['pain_stable'], none: ['crescendo'] },
  { id: 'angina_crescendo', all: ['crescendo', 'pain_recurrent'], isUndated: true },
  { id: 'angina_crescendo', all: ['crescendo', 'pain_recurrent'], since: [0, YEAR] },
  { id: 'angina_crescendo', all: ['crescendo', 'effort'] },
  { id: 'angina_crescendo', all: ['pain_worse'] },
  { id: 'angina_new_exertional', all: ['effort'], none: ['pain_rest', 'pain_non_effort', 'ongoing'], isUndated: true },
  {
    id: 'angina_new_exertional',
    all: ['effort'],
    none: ['pain_rest', 'pain_non_effort', 'ongoing'],
    since: [SEVENTY_TWO, 20 * YEAR],
  },
  {
    id: 'angina_new_exertional',
    all: ['effort', 'pain_recurrent'],
    none: ['pain_rest', 'pain_non_effort', 'ongoing'],
    ago: [SEVENTY_TWO, YEAR],
  },
  { id: 'chest_pain_last_12h', all: ['pain_over'], ago: [0, TWELVE - 0.01] },
  { id: 'chest_pain_last_12h', all: ['pain_over'], since: [0, TWELVE - 0.01] },
  { id: 'chest_pain_last_12h', ago: [0, TWELVE - 0.01], none: ['pain_now'] },
  { id: 'chest_pain_ongoing', ago: [0, TWELVE - 0.01] },
  { id: 'chest_pain_12_72h', ago: [TWELVE, SEVENTY_TWO] },
  { id: 'chest_pain_over_72h', ago: [SEVENTY_TWO, YEAR * 0.9] },
  { id: 'chest_pain_ongoing', since: [0, TWELVE], none: ['pain_over'] },
  { id: 'chest_pain_ongoing', since: [TWELVE, 49], none: ['pain_over', 'pain_recurrent'] },
  { id: 'chest_pain_12_72h', since: [0, SEVENTY_TWO] },
  { id: 'chest_pain_over_72h', since: [SEVENTY_TWO, YEAR * 0.9] },
  { id: 'chest_pain_ongoing', all: ['pain_ischaemic'], none: ['pain_over', 'pain_recurrent'], isUndated: true },
  { id: 'chest_pain_over_72h', isUndated: true },
];

/** Shades of chest pain; same writing as the concepts of the lexicon. */
export const PAIN_CONCEPTS: Record<string, Pattern[]> = {
  pain_ischaemic: ['@ischaemic_words', '@sweat', '@vegetative'],
  pain_over: [
    '@resolved',
    'actuellement|ce_jour|maintenant ~2 indolore|asymptomatique|rien|calme|mieux',
    'ne souffre plus',
    'plus douleur*|dlr',
    'bien depuis',
    'terminee',
    'ayant cede|dure',
    'a dure',
    'duree 1|2|3|5|10|15|20|25|30|40|45|60',
    'pendant 1|2|3|5|10|15|20|25|30|40|45 min|minutes|mn|heure|h',
    'spontane*',
    'rien actuellement|ce_jour|ce_matin',
  ],
  pain_now: ['@chest_pain ~4 en_cours|actuelle', 'toujours presente', 'persist*', 'ne cede* pas'],
  pain_recurrent: [
    'episode*|crise*|acces|intermittent*|recidiv*|repete*|iterati*|quotidien*|pluriquotid*',
    'fois par jour|semaine',
    'depuis ~2 semaine|semaines|mois',
    'parfois',
    'de temps temps',
    'a chaque',
    'douleurs',
    'angor',
  ],
  pain_rest: ['au|de repos', 'nocturne*'],
  pain_non_effort: ['pas|ni|sans|hors|non ~3 effort*', 'sans rapport ~2 effort'],
  pain_stable: [
    'angor|coronarien* ~3 stable*|connu*',
    'angor ~6 bien_controle|equilibre*|inchange*|stable',
    'angor ~3 ancien',
  ],
  pain_worse: [
    'angor instable',
    'angor ~2 crescendo|aggrav*',
    'moindre effort*',
    'de plus plus ~2 frequent*|intense*|longue*|longtemps|proche*|facile*|douloureu*',
    'effort* ~3 de plus plus faible*|minime*',
    'crescendo',
    'angor ~4 repos',
    'aggrav* ~3 angor|douleur*|dlr',
  ],
};
