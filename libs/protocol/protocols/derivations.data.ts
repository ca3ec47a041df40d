/** A sign that another datum of the same request states by itself. */
export interface Derivation {
  finding: string;
  /** Rules language; context keys may be compared like measures. */
  when: string;
}

const OTHER_LESION_SIGN =
  'pigmented_lesion_change_size or pigmented_lesion_irregular_shape or pigmented_lesion_irregular_colour or pigmented_lesion_inflammation or pigmented_lesion_oozing or pigmented_lesion_sensation';

/**
 * Only definitions are here (the sign's own label gives the limit), so a datum typed once is never asked twice.
 * A sign denied while a measure states it raises `contradiction`, and the graver reading is kept.
 */
export const DERIVATIONS: Derivation[] = [
  { finding: 'chest_pain_last_12h', when: '(chest_pain_12_72h or chest_pain_over_72h) and hours_since_last_pain<12' },
  {
    finding: 'chest_pain_12_72h',
    when: 'chest_pain_over_72h and hours_since_last_pain>=12 and hours_since_last_pain<=72',
  },
  { finding: 'af_onset_under_48h', when: 'af_new and hours_since_onset<48' },
  { finding: 'tia_under_7d', when: 'tia_over_7d and days_since_event<=7' },
  { finding: 'preop_date_within_14d', when: 'surgery_in_days<=14' },
  { finding: 'pregnancy', when: 'gestational_weeks>=1' },
  { finding: 'postpartum', when: 'weeks_postpartum<=26' },
  { finding: 'aortic_stenosis_severe', when: 'vmax_aortic>=4' },
  { finding: 'pvc_frequent', when: 'pvc_burden>10' },
  { finding: 'pigmented_lesion_7mm', when: `lesion_diameter>=7 and (${OTHER_LESION_SIGN})` },
];

/** Signs that cannot both be true: the reassuring one is set aside, and the requester is asked. */
export const INCOMPATIBLE: { reassuring: string; against: string[] }[] = [
  {
    reassuring: 'ecg_normal',
    against: [
      'ecg_not_done',
      'ecg_st_elevation',
      'ecg_ischaemia_new',
      'ecg_lbbb_new',
      'ecg_preexcitation',
      'ecg_brugada',
      'av_block_2_mobitz2',
      'av_block_3',
      'ecg_hyperkalaemia_changes',
    ],
  },
  { reassuring: 'chest_pain_non_anginal', against: ['chest_pain_ongoing', 'chest_pain_last_12h', 'angina_crescendo'] },
  { reassuring: 'murmur_asymptomatic', against: ['dyspnoea_nyha3', 'dyspnoea_nyha4', 'syncope_exertional'] },
];

/** Weights of the seven-point checklist (NICE NG12). */
export const SCORE7_POINTS: Record<string, number> = {
  pigmented_lesion_change_size: 2,
  pigmented_lesion_irregular_shape: 2,
  pigmented_lesion_irregular_colour: 2,
  pigmented_lesion_7mm: 1,
  pigmented_lesion_inflammation: 1,
  pigmented_lesion_oozing: 1,
  pigmented_lesion_sensation: 1,
};

/** Plausible limits of context keys; outside them the key is not used. */
export const CONTEXT_RANGES: Record<string, [min: number, max: number]> = {
  hours_since_last_pain: [0, 87600],
  hours_since_onset: [0, 876000],
  days_since_onset: [0, 36500],
  days_since_event: [0, 36500],
  days_since_discharge: [0, 3650],
  surgery_in_days: [0, 730],
  treatment_in_days: [0, 730],
  gestational_weeks: [1, 44],
  weeks_postpartum: [0, 5200],
  fever_days: [0, 365],
  days_since_first_request: [0, 3650],
};
