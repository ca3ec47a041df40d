import { DAY, NOW, days, table } from './rule-table.ts';

export const PAEDIATRICS_RULES = table('pediatrie', [
  [
    'PE01',
    'P0',
    NOW,
    'infant_murmur and (infant_feeding_difficulty_sweating or weak_femoral_pulses or central_cyanosis or spo2<95) or central_cyanosis',
    'Souffle du nourrisson avec signe d’alerte',
    ['TASp', 'GLA'],
  ],
  [
    'PE02',
    'P1',
    DAY,
    'syncope_exertional or kawasaki_suspected',
    'Syncope d’effort / Kawasaki suspecté',
    ['CORNp', 'CG109'],
    { advice: 'avis dans les 24\u00a0heures' },
  ],
  [
    'PE03',
    'P2',
    days(7),
    'infant_murmur',
    'Souffle du nourrisson <\u00a03\u00a0mois sans signe d’alerte',
    ['BORD'],
    { advice: 'avis sous 7\u00a0jours' },
  ],
  [
    'PE04',
    'P4',
    days(90),
    'innocent_murmur_features or child_chest_pain_non_exertional or routine_follow_up',
    'Souffle innocent / douleur pariétale',
    ['GLA', 'CORNp'],
  ],
]);
