import { DAY, NOW, days, table } from './rule-table.ts';

export const NEPHROLOGY_RULES = table('nephrologie', [
  [
    'NP01',
    'P0',
    NOW,
    'potassium>=6.5 or ecg_hyperkalaemia_changes',
    'Hyperkaliémie menaçante',
    ['UKKA'],
    { advice: 'hyperkaliémie menaçante, appelez le 15' },
  ],
  [
    'NP02',
    'P1',
    DAY,
    'rapidly_progressive_gn or aki_suspected',
    'Insuffisance rénale aiguë ou rapidement progressive',
    ['KDIGO'],
    { advice: 'avis dans les 24\u00a0heures' },
  ],
  [
    'NP03',
    'P2',
    days(7),
    'nephrotic_syndrome',
    'Syndrome néphrotique',
    ['KDIGO'],
    { advice: 'avis sous 7\u00a0jours' },
  ],
  [
    'NP04',
    'P3',
    days(28),
    'egfr_decline_25pct_category',
    'Progression accélérée (≥\u00a025\u00a0% + changement de stade, ou ≥\u00a015\u00a0mL/min/an)',
    ['CG182'],
  ],
  [
    'NP05',
    'P4',
    days(42, 90),
    'egfr<30 or kfre_over_5pct or kfre_5y>5 or acr>=70 or acr>30 and haematuria or ckd_known_stable',
    'Critère d’adressage stable (DFG <\u00a030, KFRE >\u00a05\u00a0%, RAC ≥\u00a070, RAC >\u00a030 + hématurie)',
    ['NG203', 'CG182', 'HAS_MRC'],
  ],
]);
