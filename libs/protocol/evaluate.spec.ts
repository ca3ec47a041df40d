import { describe, expect, test } from '@jest/globals';
import { replay } from './index.ts';
import { denied, flagsOf, measure, missingOf, present, propose, ruleIds, states } from './testing/facts.factory.ts';

describe('The explanation of a priority', () => {
  test('is the sentence of the protocol, with value, threshold, date, rule and source', () => {
    const proposal = propose({
      findings: present('suspected_heart_failure'),
      measurements: [measure('nt_probnp', 3120, 'ng/L', '2026-05-04')],
    });
    expect(proposal).toMatchObject({ class: 'P3', dueInHours: 336, redFlag: false });
    expect(proposal.rules[0]).toMatchObject({
      id: 'HF06',
      protocol: 'cardiologie',
      version: '1.0.0',
      source: 'NICE NG106',
      reason:
        'P3 – NT-proBNP 3120\u00a0ng/L (>\u00a02000) le 04/05\u00a0: évaluation et échographie sous 2\u00a0semaines (règle HF06, protocole Cardiologie v1.0.0, NICE NG106)',
    });
  });

  test('says what would raise the request to P0', () => {
    const { wouldBecomeP0 } = propose({ findings: present('syncope_recent', 'syncope_no_prodrome') });
    expect(wouldBecomeP0).toContain('syncope avec douleur thoracique ou dyspnée nouvelle');
    expect(propose({ findings: present('chest_pain_ongoing') }).wouldBecomeP0).toEqual([]);
  });

  test('names the signs that made a composed rule true', () => {
    const { rules } = propose({ findings: present('syncope_recent', 'murmur_systolic') });
    expect(rules[0]?.reason).toContain('souffle systolique');
    expect(rules[0]?.datum).toMatch(/syncope récente .* et souffle systolique/);
  });

  test('says so when a source was recalled and not read', () => {
    const { rules } = propose({ specialty: 'nephrologie', measurements: [measure('potassium', 6.6, 'mmol/L')] });
    expect(rules[0]?.source).toBe('UKKA (source à vérifier)');
  });
});

describe('1. The gravest true rule decides', () => {
  test('and every true rule is listed, most severe first', () => {
    const proposal = propose({
      findings: present('aortic_stenosis_severe', 'syncope_recent', 'syncope_exertional', 'dyspnoea_nyha3'),
    });
    expect(ruleIds(proposal)).toEqual(['SY02', 'SY04', 'VA06']);
    expect(proposal.class).toBe('P1');
  });

  test('the earliest delay is kept, even from a lower class', () => {
    const proposal = propose({
      findings: present('hf_recent_discharge', 'syncope_recent'),
      context: { days_since_discharge: 12 },
    });
    expect(proposal).toMatchObject({ class: 'P2', dueInHours: 48 });
  });
});

describe('2. A sign is present, denied or unknown', () => {
  test.each(['denied', 'unknown'] as const)('%s triggers nothing', (state) => {
    const proposal = propose({ findings: states(state, ['chest_pain_ongoing', 'syncope_recent', 'av_block_3']) });
    expect(ruleIds(proposal)).toEqual(['AUCUNE']);
  });

  test('an unknown sign that matters is asked, a denied one is not', () => {
    const asked = missingOf(propose({ findings: present('syncope_recent') }));
    expect(asked).toEqual(['ecg', 'syncope_exertional', 'syncope_no_prodrome', 'family_scd_under40']);
    const answered = propose({
      findings: {
        ...present('syncope_recent', 'ecg_normal'),
        ...denied('syncope_exertional', 'syncope_no_prodrome', 'family_scd_under40'),
      },
    });
    expect(missingOf(answered)).toEqual([]);
  });
});

describe('3. A missing datum takes the prudent branch', () => {
  test('chest pain of less than 12 h is vital until an ECG is known to be normal', () => {
    expect(propose({ findings: present('chest_pain_last_12h') }).class).toBe('P0');
    expect(propose({ findings: present('chest_pain_last_12h', 'ecg_not_done') }).class).toBe('P0');
    expect(propose({ findings: { ...present('chest_pain_last_12h'), ...denied('ecg_normal') } }).class).toBe('P0');
    expect(propose({ findings: present('chest_pain_last_12h', 'ecg_normal') }).class).toBe('P1');
  });

  test('vital signs speak when the age is not known', () => {
    const proposal = propose({ age: undefined, measurements: [measure('spo2', 85, '%')] });
    expect(ruleIds(proposal)).toContain('VT01');
  });
});

describe('4. Units', () => {
  test('pmol/L and ng/L give the same class', () => {
    const inPmol = propose({
      findings: present('suspected_heart_failure'),
      measurements: [measure('nt_probnp', 237, 'pmol/L')],
    });
    expect(inPmol.class).toBe('P3');
    expect(flagsOf(inPmol)).toEqual(['unit_converted']);
  });

  test('an absent unit is asked', () => {
    const proposal = propose({
      findings: present('suspected_heart_failure'),
      measurements: [measure('nt_probnp', 2500, null)],
    });
    expect(flagsOf(proposal)).toEqual(['unit_missing']);
    expect(missingOf(proposal)).toEqual(['nt_probnp', 'spo2', 'sbp', 'nt_probnp_unit']);
  });
});

describe('5. An implausible value', () => {
  test('never ranks and is asked again', () => {
    const proposal = propose({ measurements: [measure('spo2', 9, '%')] });
    expect(proposal.class).toBe('P4');
    expect(flagsOf(proposal)).toEqual(['implausible_value', 'insufficient_information']);
    expect(missingOf(proposal)).toContain('spo2');
  });

  test('a systolic pressure below the diastolic one is refused', () => {
    const proposal = propose({ measurements: [measure('sbp', 85, 'mmHg'), measure('dbp', 90, 'mmHg')] });
    expect(flagsOf(proposal)).toContain('implausible_value');
    expect(ruleIds(proposal)).toEqual(['AUCUNE']);
  });

  test('an impossible age is not used', () => {
    const proposal = propose({ age: 240, findings: present('syncope_recent', 'syncope_no_prodrome') });
    expect(flagsOf(proposal)).toContain('implausible_value');
    expect(ruleIds(proposal)).toEqual(['SY04']);
  });
});

describe('6. Boxes against text', () => {
  test('the graver wins and confirmation is asked', () => {
    const said = { findings: denied('chest_pain_ongoing'), freeText: 'Douleur thoracique constrictive en cours.' };
    const proposal = propose(said, 'both');
    expect(proposal.class).toBe('P0');
    expect(flagsOf(proposal)).toContain('contradiction');
  });

  test('the text never lowers what the boxes say', () => {
    const boxes = { findings: present('chest_pain_last_12h') };
    const proposal = propose({ ...boxes, freeText: 'ECG normal. Pas de douleur thoracique.' }, 'both');
    expect(proposal.class).toBe('P0');
    expect(propose({ ...boxes, freeText: 'Péricardite typique.' }, 'both').class).toBe('P0');
  });

  test('two values on either side of a threshold: the graver', () => {
    const proposal = propose({ measurements: [measure('spo2', 96, '%')], freeText: 'Sat 86 %.' }, 'both');
    expect(proposal.class).toBe('P0');
    expect(flagsOf(proposal)).toContain('contradiction');
  });

  test('two values that say the same are not a contradiction', () => {
    const proposal = propose(
      { findings: present('routine_follow_up'), measurements: [measure('hr', 72, '/min')], freeText: 'FC 74.' },
      'both',
    );
    expect(flagsOf(proposal)).toEqual([]);
  });

  test('each mode reads what it should', () => {
    const part = { findings: present('chest_pain_ongoing'), freeText: 'Claudication stable.' };
    expect(ruleIds(propose(part, 'structured'))).toEqual(['CP01']);
    expect(ruleIds(propose(part, 'text'))).toEqual(['VS04']);
    expect(ruleIds(propose(part, 'both'))).toEqual(['CP01', 'VS04']);
    expect(propose(part, 'structured').proposedFindings).toEqual([]);
  });
});

describe('7. Time and modality', () => {
  test('a dated history, an instruction and a relative are not signs', () => {
    const text = 'ATCD d’IDM 2015. Si douleur thoracique, appeler le 15. Père décédé d’un infarctus à 62 ans.';
    const proposal = propose({ freeText: text }, 'text');
    expect(proposal.class).toBe('P4');
    expect(proposal.proposedFindings.map(({ id }) => id)).toEqual(['family_history_cad']);
  });

  test('hours since the pain outweigh the box that was ticked', () => {
    const proposal = propose({ findings: present('chest_pain_over_72h'), context: { hours_since_last_pain: 5 } });
    expect(proposal.class).toBe('P0');
    expect(propose({ findings: present('chest_pain_over_72h'), context: { hours_since_last_pain: 12 } }).class).toBe(
      'P1',
    );
    expect(propose({ findings: present('chest_pain_over_72h'), context: { hours_since_last_pain: 73 } }).class).toBe(
      'P2',
    );
  });

  test('of two dated values the latest speaks', () => {
    const old = measure('potassium', 6.8, 'mmol/L', '2026-03-01');
    const recent = measure('potassium', 4.2, 'mmol/L', '2026-05-04');
    expect(propose({ measurements: [old, recent], findings: present('routine_follow_up') }).class).toBe('P4');
    expect(propose({ measurements: [{ ...old, at: '2026-05-05' }, recent] }).class).toBe('P0');
  });
});

describe('8. External dates bound the delay', () => {
  test.each([
    [20, 168],
    [10, 168],
    [8, 120],
    [3, 0],
    [1, 0],
  ])('surgery in %d days: due in %d h', (days, hours) => {
    expect(propose({ findings: present('preop_date_within_14d'), context: { surgery_in_days: days } }).dueInHours).toBe(
      hours,
    );
  });

  test('a planned assessment ends three days before the operation', () => {
    const proposal = propose({ findings: present('preop_assessment'), context: { surgery_in_days: 30 } });
    expect(proposal).toMatchObject({ class: 'P4', dueInHours: 27 * 24 });
  });

  test('an operation within 14 days is urgent though the box was left empty', () => {
    expect(propose({ findings: present('preop_assessment'), context: { surgery_in_days: 14 } }).class).toBe('P2');
    expect(propose({ findings: present('preop_assessment'), context: { surgery_in_days: 15 } }).class).toBe('P4');
  });

  test('assessment before a treatment, review after a discharge', () => {
    const before = { findings: present('cardio_oncology_baseline') };
    expect(propose({ ...before, context: { treatment_in_days: 9 } }).dueInHours).toBe(9 * 24);
    expect(propose(before).dueInHours).toBe(28 * 24);
    expect(missingOf(propose(before))).toEqual(['treatment_in_days']);
    const after = { findings: present('hf_recent_discharge') };
    expect(propose({ ...after, context: { days_since_discharge: 5 } }).dueInHours).toBe(9 * 24);
    expect(propose(after).dueInHours).toBe(14 * 24);
    expect(missingOf(propose(after))).toEqual(['days_since_discharge']);
  });

  test('a P0 waits for no date', () => {
    const proposal = propose({ findings: present('preop_assessment', 'av_block_3'), context: { surgery_in_days: 30 } });
    expect(proposal).toMatchObject({ class: 'P0', dueInHours: 0, dueRange: { minHours: 0, maxHours: 0 } });
  });
});

describe('9. A duplicate keeps the date of the first request', () => {
  const duplicate = (days: number) => ({
    findings: present('angina_new_exertional'),
    context: { duplicate_of: 'A7K2M9QX', days_since_first_request: days },
  });

  test('its delay has already begun', () => {
    expect(propose(duplicate(10))).toMatchObject({ class: 'P3', dueInHours: 4 * 24 });
    expect(propose(duplicate(20)).dueInHours).toBe(0);
    expect(flagsOf(propose(duplicate(10)))).toEqual(['possible_duplicate']);
  });

  test('after 30 days it is another request', () => {
    expect(flagsOf(propose(duplicate(30)))).toEqual([]);
    expect(propose(duplicate(30)).dueInHours).toBe(14 * 24);
    expect(flagsOf(propose(duplicate(29)))).toEqual(['possible_duplicate']);
  });
});

describe('10. Out of scope', () => {
  test('a child in an adult protocol keeps a class and is redirected', () => {
    const proposal = propose({ age: 15, findings: present('palpitations_exertional') });
    expect(proposal.class).toBe('P2');
    expect(flagsOf(proposal)).toEqual(['out_of_scope']);
    expect(flagsOf(propose({ age: 16, findings: present('palpitations_exertional') }))).toEqual([]);
  });

  test('vital signs of adults are not read below 16 years nor in paediatrics', () => {
    const fast = [measure('rr', 32, '/min')];
    expect(ruleIds(propose({ age: 15, measurements: fast }))).toEqual(['AUCUNE']);
    expect(ruleIds(propose({ age: 16, measurements: fast }))).toEqual(['VT01']);
    expect(ruleIds(propose({ age: 190, ageUnit: 'months', measurements: fast }))).toEqual(['AUCUNE']);
    expect(ruleIds(propose({ specialty: 'pediatrie', age: 17, measurements: fast }))).toEqual(['AUCUNE']);
  });

  test.each(['ophtalmologie', 'dermatologie', 'nephrologie', 'douleur_chronique'] as const)(
    'vital signs speak in %s',
    (specialty) => {
      expect(ruleIds(propose({ specialty, measurements: [measure('spo2', 88, '%')] }))).toEqual(['VT01']);
    },
  );

  test('a transient deficit goes to the stroke pathway', () => {
    const proposal = propose({ findings: present('tia_over_7d') });
    expect(proposal.class).toBe('P2');
    expect(flagsOf(proposal)).toEqual(['out_of_scope']);
  });

  test('a vital sign of another field stays vital, and says where it comes from', () => {
    const proposal = propose({ specialty: 'dermatologie', findings: present('chronic_eczema', 'chest_pain_ongoing') });
    expect(proposal).toMatchObject({ class: 'P0', redFlag: true });
    expect(proposal.rules[0]).toMatchObject({ id: 'CP01', protocol: 'cardiologie' });
    expect(flagsOf(proposal)).toContain('out_of_scope');
  });
});

describe('11. A proposal can be replayed', () => {
  const part = {
    findings: { ...present('suspected_heart_failure', 'preop_assessment'), ...denied('orthopnoea_pnd') },
    measurements: [
      measure('nt_probnp', 300, 'pmol/L'),
      measure('bp', '12/8', null),
      measure('hr', 800, '/min'),
      measure('crp', 4, null),
    ],
    freeText: 'Sat 91 %. Pas de syncope.',
    context: { surgery_in_days: 12, colour: 'blue' },
  };

  test.each(['structured', 'text', 'both'] as const)('from its snapshot, in mode %s', (mode) => {
    const proposal = propose(part, mode);
    expect(replay(JSON.parse(JSON.stringify(proposal.snapshot)))).toEqual(proposal);
  });

  test('with the versions that made it', () => {
    const { snapshot } = propose(part);
    expect(snapshot).toMatchObject({
      protocolId: 'cardiologie',
      protocolVersion: '1.0.0',
      now: '2026-05-06T09:00:00.000Z',
    });
    expect(snapshot.protocolSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(snapshot.facts.measurements[0]).toMatchObject({
      value: 2537.1,
      unit: 'ng/L',
      from: { value: 300, unit: 'pmol/L' },
    });
  });
});

describe('When no rule is true', () => {
  test('the request is P4, 90 days, explained, and asks for information', () => {
    const proposal = propose({});
    expect(proposal).toMatchObject({ class: 'P4', dueInHours: 2160, redFlag: false });
    expect(proposal.rules[0]?.reason).toContain('informations insuffisantes');
    expect(flagsOf(proposal)).toEqual(['insufficient_information']);
    expect(missingOf(proposal)).toEqual(['discriminating_data']);
  });
});
