/**
 * How measures are written in notes. `label` and `units` are read on the text in lower case without accents;
 * `gap`: most letters between the label and its number. `unit`: the unit understood when none is written, for measures
 * that French notes always write in the same unit; without it the requester is asked.
 */
export interface MeasureWords {
  name: string;
  label: string;
  gap: number;
  /** Written unit (as found) → unit of the dictionary. */
  units: Record<string, string>;
  unit?: string | null;
  /** Numbers outside are something else than this measure (a year, an age). */
  min: number;
  max: number;
  /** Only with a unit beside. */
  needsUnit?: boolean;
  only?: string[];
  /** A value of the past does not describe the patient of today. */
  isVital?: boolean;
}

const PER_MINUTE = {
  '/min': '/min',
  '/mn': '/min',
  bpm: '/min',
  'par min': '/min',
  'par minute': '/min',
  batt: '/min',
  '/minute': '/min',
  cpm: '/min',
};
const PEPTIDE = { 'ng/l': 'ng/L', 'pg/ml': 'pg/mL', 'pmol/l': 'pmol/L', 'ng/ml': 'ng/mL' };
const MS = { ms: 'ms', msec: 'ms', s: 's' };
const LENGTH = { mm: 'mm', cm: 'cm' };

export const MEASURE_WORDS: MeasureWords[] = [
  {
    name: 'sbp',
    label: 'pas|systolique|tas|ta systolique|pa systolique',
    gap: 14,
    units: { mmhg: 'mmHg', cmhg: 'cmHg' },
    unit: null,
    min: 4,
    max: 320,
    isVital: true,
  },
  {
    name: 'sbp',
    label: 'ta|pa|tension|pression arterielle',
    gap: 8,
    units: { mmhg: 'mmHg', cmhg: 'cmHg' },
    unit: null,
    min: 50,
    max: 320,
    isVital: true,
  },
  {
    name: 'dbp',
    label: 'pad|diastolique',
    gap: 8,
    units: { mmhg: 'mmHg', cmhg: 'cmHg' },
    unit: null,
    min: 3,
    max: 200,
    isVital: true,
  },
  {
    name: 'hr',
    label:
      'fc|freq(?:uence)? cardiaque|frequence|pouls|rythme cardiaque|tachycardi[a-z]*|bradycardi[a-z]*|tachycarde|bradycarde|coeur|fa rapide|acfa|fa|flutter|rythme|sinusal|sinusale|rapide',
    gap: 22,
    units: PER_MINUTE,
    unit: '/min',
    min: 10,
    max: 900,
    isVital: true,
  },
  {
    name: 'rr',
    label: 'fr|freq(?:uence)? resp[a-z]*|polypnee|polypneique|tachypnee',
    gap: 14,
    units: PER_MINUTE,
    unit: '/min',
    min: 3,
    max: 120,
    isVital: true,
  },
  {
    name: 'spo2',
    label: 'spo2|sao2|sa02|sp02|sat|sato2|saturation|sature|desature|desaturation',
    gap: 22,
    units: { '%': '%' },
    unit: '%',
    min: 3,
    max: 150,
    isVital: true,
  },
  {
    name: 'temp',
    label: 'temp|temperature|t°|t|fievre|febrile|febricule|hyperthermie|thermometre|apyretique',
    gap: 12,
    units: { '°c': '°C', '°': '°C', c: '°C', degres: '°C' },
    unit: '°C',
    min: 33,
    max: 49,
    isVital: true,
  },
  {
    name: 'weight',
    label: 'poids|pese|pesant',
    gap: 10,
    units: { kg: 'kg', kilos: 'kg', g: 'g' },
    needsUnit: true,
    min: 0.4,
    max: 9000,
  },
  {
    name: 'nt_probnp',
    label: 'nt ?-?pro ?-?bnp|ntprobnp|pro ?-?bnp|nt-pro',
    gap: 16,
    units: PEPTIDE,
    unit: null,
    min: 1,
    max: 200000,
  },
  { name: 'bnp', label: '(?<!pro ?-?)bnp', gap: 12, units: PEPTIDE, unit: null, min: 1, max: 50000 },
  {
    name: 'troponin_hs',
    label: 'troponine[a-z]*(?: (?:us|hs|ultrasensible|i|t))?|tropo(?: (?:us|hs|i|t))?',
    gap: 12,
    units: { 'ng/l': 'ng/L', 'pg/ml': 'pg/mL', 'ng/ml': 'ng/mL', 'µg/l': 'µg/L' },
    unit: null,
    min: 0,
    max: 200000,
  },
  {
    name: 'crp',
    label: 'crp|proteine c reactive',
    gap: 8,
    units: { 'mg/l': 'mg/L', 'mg/dl': 'mg/dL' },
    unit: 'mg/L',
    min: 0,
    max: 900,
  },
  {
    name: 'potassium',
    label: 'kaliemie|potassium|kalie|hyperkaliemie|hypokaliemie|potassemie',
    gap: 14,
    units: { 'mmol/l': 'mmol/L', mmol: 'mmol/L', 'meq/l': 'mEq/L' },
    unit: 'mmol/L',
    min: 1,
    max: 60,
  },
  {
    name: 'potassium',
    label: 'k\\+|k',
    gap: 3,
    units: { 'mmol/l': 'mmol/L', mmol: 'mmol/L', 'meq/l': 'mEq/L' },
    unit: 'mmol/L',
    min: 1,
    max: 60,
  },
  {
    name: 'creatinine',
    label: 'creat|creatinine|creatininemie|creatinemie',
    gap: 16,
    units: {
      'µmol/l': 'µmol/L',
      'umol/l': 'µmol/L',
      'micromol/l': 'µmol/L',
      'mmol/l': 'µmol/L',
      µmol: 'µmol/L',
      umol: 'µmol/L',
      micromol: 'µmol/L',
      micromoles: 'µmol/L',
      'mg/l': 'mg/L',
      'mg/dl': 'mg/dL',
    },
    unit: null,
    min: 3,
    max: 3000,
  },
  {
    name: 'egfr',
    label: 'dfg|dfge|egfr|clairance|ckd-?epi|mdrd|debit de filtration',
    gap: 22,
    units: { 'ml/min': 'mL/min', 'ml/mn': 'mL/mn', ml: 'mL/min' },
    unit: 'mL/min/1.73m2',
    min: 2,
    max: 200,
  },
  {
    name: 'acr',
    label:
      'rac|acr|ratio albumine ?/? ?creat[a-z]*|albuminurie(?: ?/ ?creat[a-z]*)?|rapport albumine ?/? ?creat[a-z]*|microalbuminurie',
    gap: 12,
    units: { 'mg/mmol': 'mg/mmol', 'mg/g': 'mg/g' },
    unit: null,
    min: 0,
    max: 3000,
  },
  {
    name: 'albumin',
    label: 'albumine|albuminemie',
    gap: 10,
    units: { 'g/l': 'g/L', 'g/dl': 'g/dL' },
    unit: 'g/L',
    min: 5,
    max: 70,
  },
  {
    name: 'hb',
    label: 'hb|hemoglobine',
    gap: 8,
    units: { 'g/dl': 'g/dL', 'g/l': 'g/L', g: 'g/dL' },
    unit: null,
    min: 3,
    max: 230,
  },
  { name: 'qtc', label: 'qtc|qt corrige|qt c', gap: 12, units: MS, unit: null, min: 0.2, max: 900 },
  { name: 'pr', label: 'pr|espace pr|intervalle pr', gap: 8, units: MS, needsUnit: true, min: 0.08, max: 700 },
  { name: 'qrs', label: 'qrs', gap: 12, units: MS, needsUnit: true, min: 0.05, max: 350 },
  {
    name: 'lvef',
    label: 'fevg|fe vg|fraction d.ejection|fe',
    gap: 20,
    units: { '%': '%' },
    unit: '%',
    min: 5,
    max: 99,
  },
  {
    name: 'vmax_aortic',
    label: 'vmax|v max',
    gap: 12,
    units: { 'm/s': 'm/s', 'm/sec': 'm/s', 'cm/s': 'cm/s' },
    unit: null,
    min: 0.5,
    max: 700,
  },
  {
    name: 'aorta_thoracic_diameter',
    label:
      'aorte (?:thoracique )?ascendante|aorte thoracique|racine (?:de l.aorte|aortique)|sinus de valsalva|aorte initiale',
    gap: 25,
    units: LENGTH,
    needsUnit: true,
    min: 1,
    max: 120,
  },
  {
    name: 'aorta_abdominal_diameter',
    label: 'aaa|anevrisme|aorte abdominale|aorte sous-? ?renale',
    gap: 45,
    units: LENGTH,
    needsUnit: true,
    min: 1,
    max: 160,
  },
  { name: 'abi', label: 'ips', gap: 10, units: {}, unit: '', min: 0, max: 2.5 },
  {
    name: 'pericardial_effusion',
    label: 'epanchement(?: pericardique)?',
    gap: 30,
    units: LENGTH,
    needsUnit: true,
    min: 0,
    max: 120,
  },
  {
    name: 'pvc_burden',
    label: 'esv|extrasystol[a-z]*|charge',
    gap: 40,
    units: { '%': '%' },
    needsUnit: true,
    min: 0,
    max: 100,
  },
  { name: 'kfre_5y', label: 'kfre', gap: 18, units: { '%': '%' }, needsUnit: true, min: 0, max: 100 },
  { name: 'pain_nrs', label: 'eva|en|evn|ens', gap: 6, units: { '/10': '/10' }, needsUnit: true, min: 0, max: 10 },
  {
    name: 'visual_acuity',
    label: 'av|acuite|acuite visuelle|avod|avog',
    gap: 14,
    units: { '/10': '/10' },
    needsUnit: true,
    min: 0,
    max: 20,
  },
  { name: 'inr', label: 'inr', gap: 8, units: {}, unit: '', min: 0.5, max: 20 },
  {
    name: 'lesion_diameter',
    label: 'lesion|naevus|nevus|diametre|tache|nodule|papule|macule|beaute|axe',
    gap: 45,
    units: LENGTH,
    needsUnit: true,
    min: 0.5,
    max: 200,
    only: ['dermatologie'],
  },
];
