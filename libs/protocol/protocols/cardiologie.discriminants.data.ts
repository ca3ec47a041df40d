import type { Discriminant, DiscriminantGroup } from '../protocol.ts';

const PRESSURE: Discriminant = {
  id: 'sbp',
  label: 'pression artérielle',
  question: 'Quelle est la pression artérielle\u00a0?',
  measurements: ['sbp', 'dbp'],
};
const SATURATION: Discriminant = {
  id: 'spo2',
  label: 'SpO2 en air ambiant',
  question: 'Quelle est la SpO2 en air ambiant\u00a0?',
  measurements: ['spo2'],
};

/** Any of these says that the tracing has been read. */
const ECG_READ = [
  'ecg_st_elevation',
  'ecg_ischaemia_new',
  'ecg_lbbb_new',
  'ecg_preexcitation',
  'ecg_brugada',
  'av_block_1',
  'av_block_2_mobitz1',
  'av_block_2_mobitz2',
  'av_block_3',
  'bundle_branch_block',
  'ecg_hyperkalaemia_changes',
];
const ECG: Discriminant = {
  id: 'ecg',
  label: 'ECG interprété',
  question: 'Un ECG 12 dérivations a-t-il été fait, et que montre-t-il\u00a0?',
  anyPresent: ECG_READ,
  anyAnswered: ['ecg_normal'],
};

const AF = 'af_new or af_onset_under_48h or af_known_permanent or af_rate_uncontrolled or af_not_anticoagulated';
const SYNCOPE_SIGNS = [
  'syncope_recent',
  'syncope_exertional',
  'syncope_supine',
  'syncope_no_prodrome',
  'syncope_with_chest_pain_or_dyspnoea',
  'syncope_with_palpitations',
  'syncope_vasovagal_typical',
  'syncope_orthostatic',
];

/** What must be known before a reason can be ranked (triage protocol, §3). */
export const CARDIOLOGY_DISCRIMINANTS: DiscriminantGroup[] = [
  {
    group: 'douleur_thoracique',
    reasons: ['douleur_thoracique'],
    when: 'chest_pain_ongoing or chest_pain_last_12h or chest_pain_12_72h or chest_pain_over_72h or chest_pain_rest_over_15min or chest_pain_vegetative_signs or chest_pain_non_anginal or angina_crescendo or angina_new_exertional',
    items: [
      {
        id: 'last_episode_at',
        label: 'heure du dernier épisode douloureux',
        question: 'Quand la dernière douleur s’est-elle terminée\u00a0?',
        anyPresent: ['chest_pain_ongoing', 'chest_pain_last_12h', 'chest_pain_12_72h', 'chest_pain_over_72h'],
        context: ['hours_since_last_pain'],
      },
      ECG,
      {
        id: 'troponin_hs',
        label: 'troponine (douleur de plus de 12\u00a0h)',
        question: 'Une troponine a-t-elle été dosée, à quelle heure et avec quel résultat\u00a0?',
        when: 'chest_pain_12_72h or chest_pain_over_72h or hours_since_last_pain>=12',
        anyAnswered: ['troponin_positive'],
        measurements: ['troponin_hs'],
      },
    ],
  },
  {
    group: 'insuffisance_cardiaque',
    reasons: [],
    when: 'suspected_heart_failure',
    items: [
      {
        id: 'nt_probnp',
        label: 'NT-proBNP avec son unité',
        question: 'Quel est le NT-proBNP, dans quelle unité et à quelle date\u00a0?',
        measurements: ['nt_probnp', 'bnp'],
      },
      SATURATION,
      PRESSURE,
    ],
  },
  {
    group: 'insuffisance_cardiaque',
    reasons: ['insuffisance_cardiaque'],
    when: 'hf_decompensation or known_heart_failure and (rapid_weight_gain or weight_delta>=2 or ascites_anasarca or leg_oedema or orthopnoea_pnd)',
    items: [
      {
        id: 'weight',
        label: 'poids ou variation de poids',
        question: 'Quel est le poids, et de combien a-t-il varié en 7\u00a0jours\u00a0?',
        measurements: ['weight', 'weight_delta'],
      },
      SATURATION,
      PRESSURE,
    ],
  },
  {
    group: 'insuffisance_cardiaque',
    reasons: [],
    when: 'hf_recent_discharge',
    items: [
      {
        id: 'days_since_discharge',
        label: 'date de sortie',
        question: 'Quel jour le patient est-il sorti de l’hôpital\u00a0?',
        context: ['days_since_discharge'],
      },
    ],
  },
  {
    group: 'rythme',
    reasons: [],
    when: AF,
    items: [
      {
        id: 'hr',
        label: 'fréquence cardiaque',
        question: 'Quelle est la fréquence cardiaque\u00a0?',
        measurements: ['hr'],
      },
      PRESSURE,
      {
        id: 'onset_at',
        label: 'date de début de la fibrillation',
        question: 'Depuis quand la fibrillation dure-t-elle\u00a0?',
        when: 'not af_known_permanent or af_new or af_onset_under_48h',
        anyPresent: ['af_onset_under_48h'],
        context: ['hours_since_onset', 'days_since_onset'],
      },
    ],
  },
  {
    group: 'rythme',
    reasons: ['rythme'],
    when: 'palpitations_paroxysmal or palpitations_exertional or palpitations_sustained_ongoing or svt_ongoing',
    items: [
      {
        id: 'hr',
        label: 'fréquence cardiaque',
        question: 'Quelle est la fréquence cardiaque\u00a0?',
        measurements: ['hr'],
      },
    ],
  },
  {
    group: 'syncope',
    reasons: ['syncope'],
    when: SYNCOPE_SIGNS.join(' or '),
    items: [
      ECG,
      {
        id: 'syncope_exertional',
        label: 'survenue à l’effort',
        question: 'La syncope est-elle survenue pendant un effort\u00a0?',
        anyAnswered: ['syncope_exertional'],
        anyPresent: ['syncope_supine', 'syncope_vasovagal_typical'],
      },
      {
        id: 'syncope_no_prodrome',
        label: 'prodromes',
        question: 'Y a-t-il eu des signes annonciateurs\u00a0?',
        anyAnswered: ['syncope_no_prodrome'],
        anyPresent: ['syncope_vasovagal_typical', 'syncope_with_palpitations'],
      },
      {
        id: 'family_scd_under40',
        label: 'mort subite dans la famille avant 40\u00a0ans',
        question: 'Y a-t-il une mort subite avant 40\u00a0ans ou une cardiopathie héréditaire dans la famille\u00a0?',
        anyAnswered: ['family_scd_under40'],
      },
    ],
  },
  {
    group: 'hta',
    reasons: [],
    when: 'sbp>=180 or dbp>=120',
    items: [
      {
        id: 'papilloedema_or_retinal_haemorrhage',
        label: 'fond d’œil',
        question: 'Un fond d’œil a-t-il été fait\u00a0?',
        anyAnswered: ['papilloedema_or_retinal_haemorrhage'],
      },
      {
        id: 'creatinine',
        label: 'créatinine',
        question: 'Quelle est la créatinine\u00a0?',
        measurements: ['creatinine', 'egfr'],
      },
    ],
  },
  { group: 'hta', reasons: ['hta'], when: 'htn_resistant or htn_target_organ_symptoms', items: [PRESSURE] },
  {
    group: 'rythme',
    reasons: [],
    when: 'qtc>=500',
    items: [
      { id: 'potassium', label: 'kaliémie', question: 'Quelle est la kaliémie\u00a0?', measurements: ['potassium'] },
    ],
  },
  {
    group: 'insuffisance_cardiaque',
    reasons: [],
    when: 'potassium>=6',
    items: [{ ...ECG, anyAnswered: ['ecg_normal', 'ecg_hyperkalaemia_changes'] }],
  },
  {
    group: 'preoperatoire',
    reasons: [],
    when: 'preop_assessment or preop_date_within_14d',
    items: [
      {
        id: 'surgery_in_days',
        label: 'date opératoire',
        question: 'Quelle est la date de l’opération\u00a0?',
        context: ['surgery_in_days'],
      },
    ],
  },
  {
    group: 'preoperatoire',
    reasons: [],
    when: 'cardio_oncology_baseline',
    items: [
      {
        id: 'treatment_in_days',
        label: 'date de début du traitement',
        question: 'Quand le traitement doit-il commencer\u00a0?',
        context: ['treatment_in_days'],
      },
    ],
  },
  { group: 'insuffisance_cardiaque', reasons: [], when: 'haemodynamic_instability', items: [PRESSURE] },
  {
    group: 'suivi',
    reasons: [],
    when: 'reason_not_stated',
    items: [
      { id: 'reason', label: 'motif de la demande', question: 'Quel est le motif principal de la demande\u00a0?' },
    ],
  },
];
