import type { DiscriminantGroup } from '../protocol.ts';

/** What every request to a nephrology team must say (triage protocol, §3). */
export const NEPHROLOGY_DISCRIMINANTS: DiscriminantGroup[] = [
  {
    group: 'nephrologie',
    reasons: ['fonction_renale', 'proteinurie_hematurie', 'hyperkaliemie', 'hta', 'suivi'],
    when: 'aki_suspected or rapidly_progressive_gn or nephrotic_syndrome or egfr_decline_25pct_category or kfre_over_5pct or ckd_known_stable or haematuria or ecg_hyperkalaemia_changes or egfr<60 or acr>=3 or kfre_5y>5 or potassium>=6',
    items: [
      {
        id: 'prior_creatinine',
        label: 'créatinine antérieure',
        question: 'Quelles sont les créatinines antérieures, avec leur date\u00a0?',
        anyAnswered: ['egfr_decline_25pct_category'],
        anyDenied: ['prior_creatinine_unknown'],
      },
      {
        id: 'acr',
        label: 'rapport albumine/créatinine (RAC)',
        question: 'Quel est le RAC urinaire\u00a0?',
        measurements: ['acr'],
      },
      { id: 'potassium', label: 'kaliémie', question: 'Quelle est la kaliémie\u00a0?', measurements: ['potassium'] },
    ],
  },
  {
    group: 'nephrologie',
    reasons: [],
    when: 'potassium>=6',
    items: [
      {
        id: 'ecg',
        label: 'ECG interprété',
        question: 'Un ECG a-t-il été fait, et que montre-t-il\u00a0?',
        anyAnswered: ['ecg_hyperkalaemia_changes', 'ecg_normal'],
      },
    ],
  },
];
