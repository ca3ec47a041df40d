import type { MeasurementEntry } from './dictionary.ts';

const PRESSURE = { cmHg: 10 };
const LENGTH = { cm: 10 };
const TIME = { s: 1000 };
const PER_MINUTE = { bpm: 1, cpm: 1, 'batt/min': 1, 'b/min': 1, 'battements/min': 1, 'cycles/min': 1, 'puls/min': 1 };

/**
 * Measures a protocol may compare: canonical unit, plausible range (outside it the value is refused, which says nothing
 * of what is normal) and the other units accepted with their factor. Source: triage protocol, §2.4 and §5.
 */
export const MEASUREMENTS: Record<string, MeasurementEntry> = {
  hr: { label: 'FC', unit: '/min', min: 20, max: 300, units: PER_MINUTE },
  sbp: { label: 'PAS', unit: 'mmHg', min: 50, max: 280, units: PRESSURE },
  dbp: { label: 'PAD', unit: 'mmHg', min: 30, max: 180, units: PRESSURE },
  spo2: { label: 'SpO2', unit: '%', min: 50, max: 100 },
  rr: { label: 'FR', unit: '/min', min: 5, max: 80, units: PER_MINUTE },
  temp: { label: 'température', unit: '°C', min: 32, max: 43, units: { C: 1, degC: 1, '°': 1 } },
  weight: { label: 'poids', unit: 'kg', min: 0.4, max: 300, units: { g: 0.001 } },
  weight_delta: { label: 'variation de poids', unit: 'kg', min: -30, max: 30, units: { g: 0.001 } },
  nt_probnp: { label: 'NT-proBNP', unit: 'ng/L', min: 5, max: 70000, units: { 'pg/mL': 1, 'pmol/L': 8.457 } },
  bnp: { label: 'BNP', unit: 'ng/L', min: 5, max: 10000, units: { 'pg/mL': 1 } },
  troponin_hs: {
    label: 'troponine hs',
    unit: 'ng/L',
    min: 0,
    max: 100000,
    units: { 'pg/mL': 1, 'ng/mL': 1000, 'µg/L': 1000 },
  },
  crp: { label: 'CRP', unit: 'mg/L', min: 0, max: 600, units: { 'mg/dL': 10 } },
  potassium: { label: 'K+', unit: 'mmol/L', min: 1.5, max: 10, units: { 'mEq/L': 1 } },
  creatinine: {
    label: 'créatinine',
    unit: 'µmol/L',
    min: 15,
    max: 2500,
    units: { 'mg/L': 8.84, 'mg/dL': 88.4, 'micromol/L': 1 },
  },
  egfr: {
    label: 'DFG',
    unit: 'mL/min/1.73m2',
    min: 2,
    max: 150,
    units: { 'mL/min': 1, 'mL/mn': 1, 'mL/min/1.73': 1, 'mL/min/m2': 1 },
  },
  acr: { label: 'RAC', unit: 'mg/mmol', min: 0, max: 2000, units: { 'mg/g': 0.113 } },
  albumin: { label: 'albumine', unit: 'g/L', min: 5, max: 60, units: { 'g/dL': 10 } },
  hb: { label: 'Hb', unit: 'g/L', min: 30, max: 230, units: { 'g/dL': 10 } },
  qtc: { label: 'QTc', unit: 'ms', min: 300, max: 700, units: TIME },
  pr: { label: 'PR', unit: 'ms', min: 80, max: 500, units: TIME },
  qrs: { label: 'QRS', unit: 'ms', min: 60, max: 250, units: TIME },
  lvef: { label: 'FEVG', unit: '%', min: 5, max: 85 },
  vmax_aortic: { label: 'Vmax aortique', unit: 'm/s', min: 0.5, max: 7, units: { 'cm/s': 0.01 } },
  aorta_abdominal_diameter: { label: 'aorte abdominale', unit: 'mm', min: 10, max: 150, units: LENGTH },
  aorta_thoracic_diameter: { label: 'aorte thoracique', unit: 'mm', min: 15, max: 100, units: LENGTH },
  abi: { label: 'IPS', unit: '', min: 0, max: 2.5 },
  pericardial_effusion: { label: 'épanchement péricardique', unit: 'mm', min: 0, max: 80, units: LENGTH },
  pvc_burden: { label: 'charge en ESV', unit: '%', min: 0, max: 100 },
  kfre_5y: { label: 'KFRE à 5 ans', unit: '%', min: 0, max: 100 },
  pain_nrs: { label: 'douleur', unit: '/10', min: 0, max: 10 },
  visual_acuity: { label: 'acuité visuelle', unit: '/10', min: 0, max: 20 },
  inr: { label: 'INR', unit: '', min: 0.5, max: 15 },
  lesion_diameter: { label: 'diamètre de la lésion', unit: 'mm', min: 0.5, max: 200, units: LENGTH },
};

/** Values the engine works out itself: age in years, the seven-point score of a pigmented lesion (NICE NG12). */
export const DERIVED: Record<string, { label: string; unit: string; min: number; max: number }> = {
  age: { label: 'âge', unit: 'ans', min: 0, max: 120 },
  score7: { label: 'score 7 points', unit: '', min: 0, max: 10 },
};
