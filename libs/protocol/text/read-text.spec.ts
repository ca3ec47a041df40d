import { describe, expect, test } from '@jest/globals';
import { barHere } from '../../../test/support/bar.ts';
import { readText } from './read-text.ts';
import type { ReadingOptions } from './reading.ts';

const NOW = new Date('2026-05-06T09:00:00Z');
const read = (text: string, options: ReadingOptions = {}) =>
  readText(text, { specialty: 'cardiologie', now: NOW, ...options });
const signs = (text: string, options?: ReadingOptions): Record<string, string> =>
  Object.fromEntries(read(text, options).findings.map(({ id, state }) => [id, state]));
const presentIn = (text: string, options?: ReadingOptions): string[] =>
  read(text, options)
    .findings.filter(({ state }) => state === 'present')
    .map(({ id }) => id)
    .sort();
const measures = (text: string): unknown[][] =>
  read(text).measurements.map(({ name, value, unit }) => [name, value, unit]);

describe('A sign is read with its words and their place', () => {
  test('the quote is the text between its offsets', () => {
    const text = 'Bonjour,\nœdèmes des membres inférieurs et Dyspnée stade III depuis 2 semaines.';
    for (const { quote, start, end } of read(text).findings) expect(text.slice(start, end)).toBe(quote);
    expect(read(text).findings.map(({ quote }) => quote)).toEqual(
      expect.arrayContaining(['œdèmes des membres', 'stade III']),
    );
  });
});

describe('Negation and its scope', () => {
  test.each([
    ['Pas de dlr tho ni dyspnée de repos.', ['chest_pain_ongoing', 'dyspnoea_nyha4']],
    ['Absence de syncope.', ['syncope_recent']],
    ['Nie douleur thoracique, syncope, orthopnée.', ['chest_pain_ongoing', 'orthopnoea_pnd', 'syncope_recent']],
    ['OMI : non. Syncope : non.', ['leg_oedema', 'syncope_recent']],
    ['OMI absents', ['leg_oedema']],
    ['Sans fièvre ni souffle.', ['fever_unexplained']],
    ['Aucune claudication.', ['claudication']],
    ['N’a plus d’OMI.', ['leg_oedema']],
    ['OMI disparus sous furosémide.', ['leg_oedema']],
  ])('%s', (text, ids) => {
    const found = signs(text);
    for (const id of ids) expect(found[id]).toBe('denied');
    expect(presentIn(text)).toEqual([]);
  });

  test.each([
    ['Pas de syncope mais orthopnée depuis 3 jours.', 'orthopnoea_pnd'],
    ['Pas de fièvre, OMI bilatéraux depuis 8 jours.', 'leg_oedema'],
    ['Sans syncope ; claudication à 200 m.', 'claudication'],
    ['Apyrétique. Pas de toux. OMI.', 'leg_oedema'],
  ])('ends where the sentence turns: %s', (text, id) => {
    expect(signs(text)[id]).toBe('present');
  });

  test('a doubt that is not excluded is not a denial', () => {
    expect(signs('On ne peut exclure une embolie pulmonaire.')['pulmonary_embolism_suspected']).toBe('present');
  });
});

describe('What is not a sign of this patient today', () => {
  test.each([
    'ATCD d’IDM 2015.',
    'ATCD :\n- syncope en 2012\n- AVC 2018\n- OAP en 2019',
    'Si douleur thoracique, appeler le 15.',
    'En cas de syncope ou de dyspnée de repos, consulter.',
    'Surveiller l’apparition d’OMI.',
    'Son voisin a fait un AVC hier.',
    'Syncope il y a 4 ans.',
    'A présenté un OAP en 2016.',
  ])('%s', (text) => {
    expect(presentIn(text)).toEqual([]);
  });

  test('the father’s infarction is a family history, his death after 40 is not a sudden death of the young', () => {
    expect(presentIn('Père décédé à 45 ans d’un infarctus.')).toEqual(['family_history_cad']);
    expect(presentIn('Frère mort subitement à 32 ans.')).toEqual(['family_scd_under40']);
    expect(presentIn('Mort subite du père à 71 ans.')).toEqual([]);
  });

  test('a relative who speaks is not the one who is ill', () => {
    expect(presentIn('Selon son mari, syncope ce matin.')).toEqual(['syncope_recent']);
    expect(presentIn('Sa fille rapporte une orthopnée.')).toEqual(['orthopnoea_pnd']);
  });

  test('after a list of history the letter speaks of today', () => {
    expect(presentIn('ATCD :\n- HTA\n- AVC 2012\nDepuis 3 jours orthopnée.')).toEqual(['orthopnoea_pnd']);
  });

  test('a lasting state is true though it is history', () => {
    expect(presentIn('ATCD : FA permanente, pacemaker 2019.')).toEqual(['af_known_permanent', 'pacemaker']);
  });

  test('a sign in doubt is unknown', () => {
    expect(signs('Syncope ? douteuse.')['syncope_recent']).toBe('unknown');
  });
});

describe('The time since chest pain', () => {
  test.each([
    ['Douleur thoracique constrictive depuis 1 h.', 'chest_pain_ongoing'],
    ['Douleur thoracique en cours.', 'chest_pain_ongoing'],
    ['Douleur thoracique ce matin, résolue.', 'chest_pain_last_12h'],
    ['Douleur thoracique il y a 5 heures, 20 minutes, indolore.', 'chest_pain_last_12h'],
    ['Douleur thoracique hier, cédée en 20 min.', 'chest_pain_12_72h'],
    ['Douleur thoracique il y a 3 jours.', 'chest_pain_12_72h'],
    ['Douleur thoracique il y a 4 jours.', 'chest_pain_over_72h'],
    ['Angor d’effort depuis 3 semaines.', 'angina_new_exertional'],
    ['Angor au moindre effort, de plus en plus fréquent.', 'angina_crescendo'],
    ['Angor stable connu.', 'angina_stable_known'],
    ['Douleur thoracique pariétale reproductible à la palpation.', 'chest_pain_non_anginal'],
  ])('%s', (text, id) => {
    expect(presentIn(text)).toContain(id);
  });
});

describe('How doctors write', () => {
  test.each([
    ['ACFA rapide', 'af_known_permanent'],
    ['dyspnee nyha III', 'dyspnoea_nyha3'],
    ['DYSPNÉE NYHA IV', 'dyspnoea_nyha4'],
    ['OAP', 'acute_pulmonary_oedema'],
    ['O.A.P.', 'acute_pulmonary_oedema'],
    ['Palpitatons à l’efort', 'palpitations_exertional'],
    ['syncoppe a leffort hier en courant', 'syncope_recent'],
    ['claudicaton intermitente', 'claudication'],
    ['BAV3', 'av_block_3'],
    ['pericardite', 'pericarditis_suspected'],
    ['pdc ce matin', 'syncope_recent'],
  ])('%s', (text, id) => {
    expect(presentIn(text)).toContain(id);
  });

  test('one abbreviation means two things in two specialties', () => {
    expect(presentIn('BAV brutale OD ce matin', { specialty: 'ophtalmologie' })).toEqual(['sudden_vision_loss']);
    expect(presentIn('BAV complet')).toEqual(['av_block_3']);
  });

  test('a murmur is read with the age of the child', () => {
    const child = { specialty: 'pediatrie' };
    expect(presentIn('Souffle systolique.', { ...child, ageYears: 0.1 })).toEqual(['infant_murmur']);
    expect(presentIn('Souffle systolique.', { ...child, ageYears: 6 })).toEqual(['innocent_murmur_features']);
  });
});

describe('Measures', () => {
  test.each([
    ['TA 12/8', [['bp', '12/8', null]]],
    ['PA : 185/110 mmHg', [['bp', '185/110', 'mmHg']]],
    ['Sat 94 %', [['spo2', 94, '%']]],
    ['SpO2 à 88% AA', [['spo2', 88, '%']]],
    [
      'FC 110/min, FR 32',
      [
        ['hr', 110, '/min'],
        ['rr', 32, '/min'],
      ],
    ],
    ['NT-proBNP à 3 120 pg/mL', [['nt_probnp', 3120, 'pg/mL']]],
    ['NTproBNP 290 pmol/l', [['nt_probnp', 290, 'pmol/L']]],
    ['NT-proBNP 800', [['nt_probnp', 800, null]]],
    ['K+ 6,8 mmol/L', [['potassium', 6.8, 'mmol/L']]],
    ['kaliémie à 6.2', [['potassium', 6.2, 'mmol/L']]],
    ['QTc 0,52 s', [['qtc', 0.52, 's']]],
    ['QTc 512', [['qtc', 512, 'ms']]],
    ['FEVG 35 %', [['lvef', 35, '%']]],
    ['AAA de 5,6 cm', [['aorta_abdominal_diameter', 5.6, 'cm']]],
    ['prise de 4 kg en une semaine', [['weight_delta', 4, 'kg']]],
    ['38°5', [['temp', 38.5, '°C']]],
    [
      'créat 180 µmol/L, DFG 28',
      [
        ['creatinine', 180, 'µmol/L'],
        ['egfr', 28, 'mL/min/1.73m2'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(measures(text)).toEqual(expected);
  });

  test.each([
    'Rappeler si Sat < 90 %.',
    'Objectif TA < 14/9.',
    'Son mari a une TA à 22/12.',
    'FA depuis 48 h.',
    'Patient de 85 ans, tél 06 39 98 12 34, vu le 12/08.',
    'Bisoprolol 5 mg.',
  ])('no measure in: %s', (text) => {
    expect(measures(text)).toEqual([]);
  });
});

describe('The reader', () => {
  test('is deterministic and keeps nothing from one text to the next', () => {
    const first = read('Syncope à l’effort hier. OMI.');
    read('Pas de syncope. ATCD : AVC.');
    expect(read('Syncope à l’effort hier. OMI.')).toEqual(first);
  });

  test('reads 10 kB in the time of a key press', () => {
    const text = 'Mme T., 84 ans. ATCD d’IDM 2015. Dyspnée stade III, OMI, TA 12/8, Sat 94 %. Pas de syncope.\n'
      .repeat(110)
      .slice(0, 10_240);
    for (let i = 0; i < 10; i += 1) read(text);
    const times = Array.from({ length: 9 }, () => {
      const before = process.cpuUsage();
      read(text);
      return process.cpuUsage(before).user / 1000;
    }).sort((a, b) => a - b);
    expect(times[0]).toBeLessThan(barHere(50));
  });
});
