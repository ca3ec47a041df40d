import { DAY, NOW, days, table } from './rule-table.ts';

export const CHRONIC_PAIN_RULES = table('douleur_chronique', [
  [
    'DO01',
    'P0',
    NOW,
    'cauda_equina_signs or suicidal_intent',
    'Queue de cheval / intention suicidaire',
    ['HAS_2019', 'PAIN_USE'],
    { advice: 'appelez le 15 (intention suicidaire\u00a0: 3114)' },
  ],
  [
    'DO02',
    'P1',
    DAY,
    'back_pain_red_flag_infection or progressive_motor_deficit or cancer_pain_uncontrolled',
    'Rachialgie fébrile, déficit progressif, douleur cancéreuse non contrôlée',
    ['HAS_2019', 'PAIN_USE'],
  ],
  ['DO03', 'P3', days(28), 'crps_suspected', 'SDRC suspecté', ['PAIN_USE'], { advice: 'avis sous 28\u00a0jours' }],
  [
    'DO04',
    'P4',
    days(90),
    'chronic_pain_over_3m',
    'Douleur chronique sans drapeau rouge',
    ['HAS_2008'],
    { advice: 'avis sous 90\u00a0jours' },
  ],
]);
