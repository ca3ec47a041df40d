import type { MeasureDefinition, MeasureUnit } from './definition.ts';

const unit = (id: string, factor = 1, label = id): MeasureUnit => ({ id, label, factor });

function measure(
  name: string,
  short: string,
  label: string,
  units: MeasureUnit[],
  [min, max, decimals]: [number, number, number],
  placeholder: string,
  hint?: string,
): MeasureDefinition {
  const defaultUnit = units[0]?.id ?? '';
  const base = { name, label, short, kind: 'number' as const, units, defaultUnit, min, max, decimals, placeholder };
  return hint ? { ...base, hint } : base;
}

/** Longest blood pressure accepted: systolic 50–280 mmHg, diastolic 30–180 mmHg, systolic above diastolic. */
export const PRESSURE_LIMITS = { sbp: [50, 280], dbp: [30, 180] } as const;

const PRESSURE: MeasureDefinition = {
  name: 'bp',
  label: 'Pression artérielle',
  short: 'PA',
  kind: 'pressure',
  units: [unit('mmHg'), unit('cmHg', 10)],
  defaultUnit: 'mmHg',
  min: 30,
  max: 280,
  decimals: 1,
  placeholder: '138/76',
  hint: '« 12/8 » est lu comme 120/80 mmHg.',
};

const CLINICAL = [
  PRESSURE,
  measure('hr', 'FC', 'Fréquence cardiaque', [unit('/min')], [20, 300, 0], '78'),
  measure('spo2', 'SpO2', 'Saturation en air ambiant', [unit('%')], [50, 100, 0], '96'),
  measure('rr', 'FR', 'Fréquence respiratoire', [unit('/min')], [5, 80, 0], '16'),
  measure('temp', 'T°', 'Température', [unit('°C')], [32, 43, 1], '37,2'),
  measure('weight', 'Poids', 'Poids', [unit('kg')], [0.4, 300, 1], '64,0'),
  measure(
    'weight_delta',
    'Δ poids',
    'Variation de poids sur 7 jours',
    [unit('kg')],
    [-30, 30, 1],
    '+2,5',
    'Prise : +, perte : −.',
  ),
  measure('height', 'Taille', 'Taille', [unit('cm'), unit('m', 100)], [30, 230, 0], '165'),
];

const BLOOD = {
  creatinine: measure('creatinine', 'Créat.', 'Créatinine', [unit('µmol/L'), unit('mg/L', 8.84)], [15, 2500, 0], '98'),
  egfr: measure(
    'egfr',
    'DFG',
    'Débit de filtration estimé',
    [unit('mL/min/1.73m2', 1, 'mL/min/1,73 m²')],
    [2, 150, 0],
    '62',
  ),
  potassium: measure('potassium', 'K+', 'Potassium', [unit('mmol/L')], [1.5, 10, 1], '4,2'),
  sodium: measure('sodium', 'Na+', 'Sodium', [unit('mmol/L')], [100, 180, 0], '139'),
  hb: measure('hb', 'Hb', 'Hémoglobine', [unit('g/L'), unit('g/dL', 10)], [30, 230, 0], '128'),
  crp: measure('crp', 'CRP', 'CRP', [unit('mg/L')], [0, 600, 0], '5'),
};

/** Cardiology: fields and plausible ranges of the request form (triage protocol, §5). */
export const CARDIOLOGY_MEASURES: MeasureDefinition[] = [
  ...CLINICAL,
  measure(
    'nt_probnp',
    'NT-proBNP',
    'NT-proBNP',
    [unit('ng/L'), unit('pg/mL'), unit('pmol/L', 8.457)],
    [5, 70000, 0],
    '850',
  ),
  measure('bnp', 'BNP', 'BNP', [unit('ng/L'), unit('pg/mL')], [5, 10000, 0], '120'),
  measure('troponin_hs', 'Tropo', 'Troponine hypersensible', [unit('ng/L'), unit('µg/L', 1000)], [0, 100000, 0], '8'),
  BLOOD.creatinine,
  BLOOD.egfr,
  BLOOD.potassium,
  BLOOD.sodium,
  BLOOD.hb,
  BLOOD.crp,
  measure('tsh', 'TSH', 'TSH', [unit('mUI/L')], [0, 200, 2], '2,1'),
  measure('hba1c', 'HbA1c', 'HbA1c', [unit('%')], [3, 20, 1], '6,4'),
  measure('inr', 'INR', 'INR', [unit('', 1, 'sans unité')], [0.5, 15, 1], '2,5'),
  measure('pr', 'PR', 'ECG : espace PR', [unit('ms')], [80, 500, 0], '170'),
  measure('qrs', 'QRS', 'ECG : durée du QRS', [unit('ms')], [60, 250, 0], '96'),
  measure('qtc', 'QTc', 'ECG : QT corrigé', [unit('ms'), unit('s', 1000)], [300, 700, 0], '430'),
  measure('lvef', 'FEVG', 'Fraction d’éjection du ventricule gauche', [unit('%')], [5, 85, 0], '55'),
  measure('vmax_aortic', 'Vmax Ao', 'Vitesse maximale aortique', [unit('m/s')], [0.5, 7, 1], '2,4'),
  measure(
    'aorta_abdominal_diameter',
    'Aorte abd.',
    'Diamètre de l’aorte abdominale',
    [unit('mm'), unit('cm', 10)],
    [10, 150, 0],
    '32',
  ),
  measure(
    'aorta_thoracic_diameter',
    'Aorte thor.',
    'Diamètre de l’aorte thoracique',
    [unit('mm'), unit('cm', 10)],
    [15, 100, 0],
    '40',
  ),
  measure('abi', 'IPS', 'Index de pression systolique', [unit('', 1, 'sans unité')], [0, 2.5, 2], '0,9'),
  measure('pvc_burden', 'Charge ESV', 'Charge en extrasystoles ventriculaires', [unit('%')], [0, 100, 0], '8'),
  measure('pericardial_effusion', 'Épanch.', 'Épanchement péricardique', [unit('mm')], [0, 80, 0], '6'),
];

/** Nephrology: what its five rules read, and the context a nephrologist asks first. */
export const NEPHROLOGY_MEASURES: MeasureDefinition[] = [
  ...CLINICAL,
  BLOOD.creatinine,
  BLOOD.egfr,
  BLOOD.potassium,
  measure(
    'acr',
    'RAC',
    'Rapport albuminurie/créatininurie',
    [unit('mg/mmol'), unit('mg/g', 0.113)],
    [0, 2000, 0],
    '12',
  ),
  measure('kfre_5y', 'KFRE', 'Risque rénal à 5 ans (KFRE)', [unit('%')], [0, 100, 1], '3,2'),
  measure('albumin', 'Alb.', 'Albumine', [unit('g/L')], [5, 60, 0], '38'),
  BLOOD.sodium,
  BLOOD.hb,
  BLOOD.crp,
];
