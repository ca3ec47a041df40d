import { NOW, days, table } from './rule-table.ts';

export const DERMATOLOGY_RULES = table('dermatologie', [
  [
    'DM01',
    'P0',
    NOW,
    'toxic_epidermal_necrolysis_suspected',
    'Toxidermie grave',
    ['DERM_TEN'],
    { advice: 'appelez le 15' },
  ],
  [
    'DM02',
    'P3',
    days(14),
    'score7>=3 or nodular_melanoma_suspected or scc_suspected',
    'Score 7\u00a0points ≥\u00a03, lésion nodulaire ou carcinome épidermoïde',
    ['NG12'],
    { advice: 'suspicion de cancer cutané, avis sous 14\u00a0jours' },
  ],
  [
    'DM03',
    'P4',
    days(90),
    'score7>0 or bcc_suspected or chronic_eczema or photo_missing',
    'Lésion sans critère d’alerte',
    ['NG12'],
    { advice: 'à défaut de critère d’alerte, avis sous 90\u00a0jours' },
  ],
]);
