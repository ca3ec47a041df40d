import type { MeasureDefinition, MeasureUnit } from './definition.ts';

/** A unit that the protocol engine reads itself. */
const unit = (id: string, factor = 1, label = id): MeasureUnit => ({ id, label, factor, knownToProtocol: true });
/** A unit usual in French laboratories that the form converts first. */
const other = (id: string, factor: number): MeasureUnit => ({ id, label: id, factor, knownToProtocol: false });

type Range = readonly [min: number, max: number, decimals: number];

/** `noun` is « un poids »: the label is made of it. */
function measure(
  name: string,
  short: string,
  noun: string,
  units: MeasureUnit[],
  [min, max, decimals]: Range,
  more: { placeholder: string; hint?: string; contextOnly?: boolean },
): MeasureDefinition {
  const words = noun.replace(/^une? /, '');
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    name,
    label,
    noun,
    short,
    kind: 'number',
    units,
    defaultUnit: units[0]?.id ?? '',
    min,
    max,
    decimals,
    ...more,
  };
}

/** Plausible blood pressure: systolic 50–280 mmHg, diastolic 30–180 mmHg (triage protocol, §5). */
export const PRESSURE_LIMITS = { sbp: { min: 50, max: 280 }, dbp: { min: 30, max: 180 } } as const;

const PRESSURE: MeasureDefinition = {
  ...measure('bp', 'PA', 'une pression artérielle', [unit('mmHg'), unit('cmHg', 10)], [30, 280, 0], {
    placeholder: '138/76',
    hint: '« 12/8 » est lu comme 120/80 mmHg.',
  }),
  kind: 'pressure',
};

const CLINICAL = [
  PRESSURE,
  measure('hr', 'FC', 'une fréquence cardiaque', [unit('/min')], [20, 300, 0], { placeholder: '78' }),
  measure('spo2', 'SpO2', 'une saturation en air ambiant', [unit('%')], [50, 100, 0], { placeholder: '96' }),
  measure('rr', 'FR', 'une fréquence respiratoire', [unit('/min')], [5, 80, 0], { placeholder: '16' }),
  measure('temp', 'T°', 'une température', [unit('°C')], [32, 43, 1], { placeholder: '37,2' }),
  measure('weight', 'Poids', 'un poids', [unit('kg')], [0.4, 300, 1], { placeholder: '64,0' }),
  measure('weight_delta', 'Δ poids', 'une variation de poids sur 7 jours', [unit('kg')], [-30, 30, 1], {
    placeholder: '+2,5',
    hint: 'Prise de poids : +, perte : −',
  }),
  measure('height', 'Taille', 'une taille', [unit('cm'), other('m', 100)], [30, 230, 0], {
    placeholder: '165',
    contextOnly: true,
  }),
];

const CREATININE = measure(
  'creatinine',
  'Créat.',
  'une créatinine',
  [unit('µmol/L'), unit('mg/L', 8.84)],
  [15, 2500, 0],
  {
    placeholder: '98',
  },
);
const EGFR_UNIT = unit('mL/min/1.73m2', 1, 'mL/min/1,73 m²');
const EGFR = measure('egfr', 'DFG', 'un débit de filtration estimé', [EGFR_UNIT], [2, 150, 0], { placeholder: '62' });
const POTASSIUM = measure('potassium', 'K+', 'un potassium', [unit('mmol/L')], [1.5, 10, 1], { placeholder: '4,2' });
const SODIUM = measure('sodium', 'Na+', 'un sodium', [unit('mmol/L')], [100, 180, 0], {
  placeholder: '139',
  contextOnly: true,
});
const HAEMOGLOBIN = measure('hb', 'Hb', 'une hémoglobine', [unit('g/L'), other('g/dL', 10)], [30, 230, 0], {
  placeholder: '128',
});
const CRP = measure('crp', 'CRP', 'une CRP', [unit('mg/L')], [0, 600, 0], { placeholder: '5' });

/** Cardiology: fields and plausible ranges of the request form (triage protocol, §5). */
export const CARDIOLOGY_MEASURES: MeasureDefinition[] = [
  ...CLINICAL,
  measure(
    'nt_probnp',
    'NT-proBNP',
    'un NT-proBNP',
    [unit('ng/L'), unit('pg/mL'), unit('pmol/L', 8.457)],
    [5, 70000, 0],
    { placeholder: '850' },
  ),
  measure('bnp', 'BNP', 'un BNP', [unit('ng/L'), unit('pg/mL')], [5, 10000, 0], { placeholder: '120' }),
  measure('troponin_hs', 'Tropo', 'une troponine hypersensible', [unit('ng/L'), other('µg/L', 1000)], [0, 100000, 0], {
    placeholder: '8',
  }),
  CREATININE,
  EGFR,
  POTASSIUM,
  SODIUM,
  HAEMOGLOBIN,
  CRP,
  measure('tsh', 'TSH', 'une TSH', [unit('mUI/L')], [0, 200, 2], { placeholder: '2,1', contextOnly: true }),
  measure('hba1c', 'HbA1c', 'une HbA1c', [unit('%')], [3, 20, 1], { placeholder: '6,4', contextOnly: true }),
  measure('inr', 'INR', 'un INR', [unit('', 1, 'sans unité')], [0.5, 15, 1], { placeholder: '2,5' }),
  measure('pr', 'PR', 'un espace PR', [unit('ms')], [80, 500, 0], { placeholder: '170' }),
  measure('qrs', 'QRS', 'une durée du QRS', [unit('ms')], [60, 250, 0], { placeholder: '96' }),
  measure('qtc', 'QTc', 'un QT corrigé', [unit('ms'), unit('s', 1000)], [300, 700, 0], { placeholder: '430' }),
  measure('lvef', 'FEVG', 'une fraction d’éjection (FEVG)', [unit('%')], [5, 85, 0], { placeholder: '55' }),
  measure('vmax_aortic', 'Vmax Ao', 'une vitesse maximale aortique', [unit('m/s')], [0.5, 7, 1], {
    placeholder: '2,4',
  }),
  measure(
    'aorta_abdominal_diameter',
    'Aorte abd.',
    'un diamètre de l’aorte abdominale',
    [unit('mm'), unit('cm', 10)],
    [10, 150, 0],
    { placeholder: '32' },
  ),
  measure(
    'aorta_thoracic_diameter',
    'Aorte thor.',
    'un diamètre de l’aorte thoracique',
    [unit('mm'), unit('cm', 10)],
    [15, 100, 0],
    { placeholder: '40' },
  ),
  measure('abi', 'IPS', 'un index de pression systolique', [unit('', 1, 'sans unité')], [0, 2.5, 2], {
    placeholder: '0,9',
  }),
  measure('pvc_burden', 'Charge ESV', 'une charge en extrasystoles ventriculaires', [unit('%')], [0, 100, 0], {
    placeholder: '8',
  }),
  measure('pericardial_effusion', 'Épanch.', 'un épanchement péricardique', [unit('mm')], [0, 80, 0], {
    placeholder: '6',
  }),
];

/** Nephrology: what its five rules read, and the context a nephrologist asks first. */
export const NEPHROLOGY_MEASURES: MeasureDefinition[] = [
  ...CLINICAL,
  CREATININE,
  EGFR,
  POTASSIUM,
  measure('acr', 'RAC', 'un rapport albuminurie/créatininurie', [unit('mg/mmol'), other('mg/g', 0.113)], [0, 2000, 0], {
    placeholder: '12',
  }),
  measure('kfre_5y', 'KFRE', 'un risque rénal à 5 ans (KFRE)', [unit('%')], [0, 100, 1], { placeholder: '3,2' }),
  measure('albumin', 'Alb.', 'une albumine', [unit('g/L')], [5, 60, 0], { placeholder: '38' }),
  SODIUM,
  HAEMOGLOBIN,
  CRP,
];
