import type { Vignette } from './types.ts';
import { CARE_HOME, casesOf, EHPAD, GP, HOME_OR_SURGERY, HOSPITAL, WARD } from './vignette.ts';

/** Nephrology, in a team without protocol: the class is the one declared. */
export const NEPHROLOGY_VIGNETTES: readonly Vignette[] = [
  ...casesOf('nephrologie', 'P1', [
    {
      id: 'insuffisance-renale-aigue',
      requesterRoles: [...WARD, ...GP],
      places: HOSPITAL,
      age: [64, 88],
      labDays: 0,
      answers: {
        reason: 'fonction_renale',
        findings: { aki_suspected: 'present', prior_creatinine_unknown: 'denied', haematuria: 'denied' },
        measures: ['bp 108/62 mmHg', 'creatinine 286 µmol/L', 'potassium 5,4 mmol/L', 'egfr 18 mL/min/1.73m2'],
        medications: 'Ramipril 10 mg\nFurosémide 40 mg\nIbuprofène',
        question: 'Créatinine triplée en cinq jours. Quels arrêts, et quel délai pour vous le confier ?',
        wishedModality: 'teleexpertise',
      },
    },
  ]),
  ...casesOf('nephrologie', 'P2', [
    {
      id: 'syndrome-nephrotique',
      requesterRoles: GP,
      places: HOME_OR_SURGERY,
      age: [24, 70],
      onset: { days: 10 },
      labDays: 1,
      answers: {
        reason: 'proteinurie_hematurie',
        findings: { nephrotic_syndrome: 'present', haematuria: 'denied', leg_oedema: 'present' },
        measures: [
          'bp 138/84 mmHg',
          'weight 74 kg',
          'acr 420 mg/mmol',
          'albumin 22 g/L',
          'creatinine 88 µmol/L',
          'potassium 4,1 mmol/L',
        ],
        question: 'Œdèmes et protéinurie massive. Biopsie à prévoir, quel bilan d’ici là ?',
        wishedModality: 'consultation',
      },
    },
  ]),
  ...casesOf('nephrologie', 'P3', [
    {
      id: 'declin-rapide',
      weight: 2,
      requesterRoles: GP,
      places: HOME_OR_SURGERY,
      age: [55, 82],
      labDays: 4,
      answers: {
        reason: 'fonction_renale',
        findings: { egfr_decline_25pct_category: 'present', prior_creatinine_unknown: 'denied' },
        measures: [
          'bp 144/82 mmHg',
          'creatinine 14 mg/L',
          'egfr 41 mL/min/1.73m2',
          'potassium 4,8 mmol/L',
          'acr 38 mg/mmol',
        ],
        history: [{ id: 'diabetes', yearsAgo: 14 }, { id: 'hypertension' }],
        medications: 'Metformine 1 g\nIrbésartan 300 mg',
        question: 'Baisse du DFG de 58 à 41 en un an. Dapagliflozine, et quel suivi ?',
        wishedModality: 'consultation',
      },
    },
  ]),
  ...casesOf('nephrologie', 'P4', [
    {
      id: 'mrc-stable',
      weight: 3,
      requesterRoles: GP,
      places: HOME_OR_SURGERY,
      age: [62, 88],
      labDays: 12,
      answers: {
        reason: 'suivi',
        findings: { ckd_known_stable: 'present' },
        measures: [
          'bp 13,6/7,8 mmHg',
          'creatinine 188 µmol/L',
          'egfr 28 mL/min/1.73m2',
          'potassium 4,9 mmol/L',
          'hb 11,2 g/dL',
        ],
        history: [{ id: 'chronic_kidney_disease', yearsAgo: 6 }],
        medications: 'Périndopril 5 mg\nFurosémide 20 mg',
        question: 'Stade 4 stable depuis un an. Quand préparer la suite avec lui ?',
        wishedModality: 'consultation',
      },
    },
    {
      id: 'hta-rein',
      requesterRoles: [...GP, ...CARE_HOME],
      places: HOME_OR_SURGERY,
      age: [50, 78],
      labDays: 8,
      answers: {
        reason: 'hta',
        reasonOther: 'Hypertension et protéinurie modérée',
        measures: [
          'bp 148/86 mmHg',
          'creatinine 112 µmol/L',
          'egfr 56 mL/min/1.73m2',
          'potassium 4,5 mmol/L',
          'acr 340 mg/g',
        ],
        history: [{ id: 'hypertension', yearsAgo: 9 }],
        question: 'Quelle cible de tension avec cette albuminurie, et quelle association ?',
        wishedModality: 'teleexpertise',
      },
    },
    {
      id: 'ehpad-adaptation',
      requesterRoles: CARE_HOME,
      places: EHPAD,
      age: [80, 95],
      labDays: 5,
      answers: {
        reason: 'autre',
        reasonOther: 'Adaptation des médicaments au rein',
        measures: ['bp 126/70 mmHg', 'weight 51 kg', 'creatinine 134 µmol/L', 'egfr 33 mL/min/1.73m2'],
        medications: 'Gliclazide 60 mg\nApixaban 5 mg matin et soir\nParacétamol',
        question: 'Quels médicaments adapter avec un DFG à 33 chez une résidente de 51 kg ?',
        wishedModality: 'teleexpertise',
      },
    },
  ]),
];
