/** Units and plausibility: what is typed, the flag that must be raised, and the class that must follow. */
const c = (id, specialty, findings, m, flags, expected) => ({ id, specialty, findings, m, flags, expected });

export const UNIT_CASES = [
  c('U01', 'cardiologie', ['suspected_heart_failure'], [['nt_probnp', 300, 'pmol/L']], ['unit_converted'], 'P3'),
  c('U02', 'cardiologie', ['suspected_heart_failure'], [['nt_probnp', 236, 'pmol/L']], ['unit_converted'], 'P4'),
  c('U03', 'cardiologie', ['suspected_heart_failure'], [['nt_probnp', 2500, null]], ['unit_missing'], 'P4'),
  c('U04', 'cardiologie', ['suspected_heart_failure'], [['nt_probnp', 2500, '']], ['unit_missing'], 'P4'),
  c('U05', 'cardiologie', ['suspected_heart_failure'], [['nt_probnp', 2500, 'pg/mL']], [], 'P3'),
  c('U06', 'cardiologie', ['suspected_heart_failure'], [['nt_probnp', 250000, 'ng/L']], ['implausible_value'], 'P4'),
  c('U07', 'cardiologie', ['routine_follow_up'], [['sbp', 19, 'cmHg']], ['unit_converted'], 'P2'),
  c('U08', 'cardiologie', ['routine_follow_up'], [['bp', '12/8', 'mmHg']], ['unit_converted'], 'P4'),
  c('U09', 'cardiologie', ['routine_follow_up'], [['bp', '8/5', null]], ['unit_converted'], 'P0'),
  c('U10', 'cardiologie', ['routine_follow_up'], [['sbp', 12, 'mmHg']], ['implausible_value'], 'P4'),
  c('U11', 'cardiologie', ['routine_follow_up'], [['spo2', 9, '%']], ['implausible_value'], 'P4'),
  c('U12', 'cardiologie', ['routine_follow_up'], [['hr', 700, '/min']], ['implausible_value'], 'P4'),
  c('U13', 'cardiologie', ['routine_follow_up'], [['qtc', 0.52, 's']], ['unit_converted'], 'P1'),
  c('U14', 'cardiologie', ['aaa_known'], [['aorta_abdominal_diameter', 5.6, 'cm']], ['unit_converted'], 'P3'),
  c(
    'U15',
    'cardiologie',
    ['routine_follow_up'],
    [
      ['sbp', 90, 'mmHg'],
      ['dbp', 95, 'mmHg'],
    ],
    ['implausible_value'],
    'P4',
  ),
  c('U16', 'nephrologie', ['ckd_known_stable'], [['creatinine', 18, 'mg/L']], ['unit_converted'], 'P4'),
  c('U17', 'nephrologie', ['ckd_known_stable'], [['creatinine', 150, null]], ['unit_missing'], 'P4'),
  c('U18', 'nephrologie', ['ckd_known_stable'], [['potassium', 65, 'mmol/L']], ['implausible_value'], 'P4'),
  c('U19', 'nephrologie', ['ckd_known_stable'], [['potassium', 6.6, 'mEq/L']], [], 'P0'),
  c('U20', 'nephrologie', ['ckd_known_stable'], [['acr', 900, 'mg/g']], ['unit_converted'], 'P4'),
  c('U21', 'cardiologie', ['routine_follow_up'], [['spo2', 85, null]], ['unit_missing'], 'P0'),
  c(
    'U22',
    'dermatologie',
    ['pigmented_lesion_change_size'],
    [['lesion_diameter', 0.9, 'cm']],
    ['unit_converted'],
    'P3',
  ),
];
