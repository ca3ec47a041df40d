/** A sign gives way when a more exact one is stated in the same note. */
export const YIELDS: Record<string, string[]> = {
  dyspnoea_nyha2: ['dyspnoea_nyha3', 'dyspnoea_nyha4'],
  dyspnoea_nyha3: ['dyspnoea_nyha4'],
  presyncope: ['syncope_recent', 'icd_shock_multiple_or_unwell'],
  af_new: ['af_known_permanent'],
  suspected_heart_failure: ['known_heart_failure', 'hf_decompensation', 'hf_recent_discharge'],
  palpitations_paroxysmal: ['palpitations_sustained_ongoing', 'palpitations_exertional', 'syncope_with_palpitations'],
  tia_under_7d: ['tia_over_7d'],
  stroke_ongoing_deficit: ['tia_under_7d', 'tia_over_7d'],
  icd_shock_single_well: ['icd_shock_multiple_or_unwell'],
  vt_sustained: ['vt_non_sustained'],
  pregnancy: ['postpartum'],
  av_block_2_mobitz1: ['av_block_2_mobitz2'],
  murmur_asymptomatic: [
    'murmur_new',
    'syncope_recent',
    'dyspnoea_nyha2',
    'dyspnoea_nyha3',
    'dyspnoea_nyha4',
    'fever_unexplained',
    'angina_new_exertional',
    'angina_crescendo',
    'innocent_murmur_features',
  ],
  angina_stable_known: ['angina_crescendo', 'chest_pain_ongoing', 'chest_pain_last_12h', 'chest_pain_12_72h'],
  aaa_known: ['aaa_symptomatic'],
  ckd_known_stable: ['aki_suspected', 'rapidly_progressive_gn'],
  ecg_not_done: ['ecg_normal', 'ecg_st_elevation', 'ecg_ischaemia_new', 'ecg_lbbb_new'],
  flashes_floaters_recent: ['floaters_longstanding'],
  syncope_recent: [],
};

/** Signs said by the note as a whole: each list of `all` needs one of its signs or concepts. */
export interface Inference {
  finding: string;
  all: string[][];
  none?: string[];
}

const CONGESTION = ['leg_oedema', 'rapid_weight_gain', 'orthopnoea_pnd', 'ascites_anasarca'];
const BREATHLESS = ['dyspnoea_nyha2', 'dyspnoea_nyha3', 'dyspnoea_nyha4', 'orthopnoea_pnd', '@dyspnoea'];

/** EPOF campaign: breathlessness with oedema or weight suggests heart failure, or its decompensation when it is known. */
export const INFERENCES: Inference[] = [
  {
    finding: 'hf_decompensation',
    all: [['known_heart_failure'], CONGESTION, [...BREATHLESS, 'rapid_weight_gain', 'marked_fatigue']],
  },
  {
    finding: 'suspected_heart_failure',
    all: [BREATHLESS, ['leg_oedema', 'rapid_weight_gain', 'ascites_anasarca']],
    none: ['known_heart_failure', 'hf_decompensation', 'nephrotic_syndrome'],
  },
  { finding: 'severe_headache_preeclampsia', all: [['pregnancy'], ['@headache']] },
  {
    finding: 'suspected_heart_failure',
    all: [
      ['pregnancy', 'postpartum'],
      ['orthopnoea_pnd', 'dyspnoea_nyha3', 'dyspnoea_nyha4'],
      ['leg_oedema', 'orthopnoea_pnd'],
    ],
  },
];
