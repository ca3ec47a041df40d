import { DAY, NOW, days, table } from './rule-table.ts';

export const OPHTHALMOLOGY_RULES = table('ophtalmologie', [
  [
    'OP01',
    'P0',
    NOW,
    'acute_angle_closure_suspected or giant_cell_arteritis_suspected or sudden_vision_loss',
    'Perte visuelle brutale, glaucome aigu ou Horton visuel',
    ['COO', 'BHR'],
    { advice: 'appelez le 15 ou les urgences ophtalmologiques' },
  ],
  [
    'OP02',
    'P1',
    DAY,
    'visual_field_curtain or contact_lens_painful_red_eye',
    'Voile du champ visuel / kératite sous lentilles',
    ['COO', 'BHR'],
  ],
  [
    'OP03',
    'P2',
    days(7),
    'flashes_floaters_recent or metamorphopsia_new',
    'Phosphènes récents sans baisse d’acuité / métamorphopsies',
    ['GPN', 'BHR'],
  ],
  [
    'OP04',
    'P4',
    days(90),
    'floaters_longstanding or cataract_progressive or routine_follow_up',
    'Gêne ancienne ou progressive',
    ['GPN', 'RVEEH'],
  ],
]);
