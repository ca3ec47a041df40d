import { describe, expect, test } from '@jest/globals';
import type { FindingState } from '#contracts/enums';
import { evaluate, protocolFor, replay, type Facts, type Measurement } from './index.ts';

const NOW = new Date('2026-05-06T09:00:00Z');

function facts(part: Partial<Facts> = {}): Facts {
  return { specialty: 'cardiologie', age: 72, sex: 'F', findings: {}, measurements: [], context: {}, ...part };
}

const present = (...ids: string[]): Record<string, FindingState> =>
  Object.fromEntries(ids.map((id) => [id, 'present']));
const measure = (name: string, value: number | string, unit: string | null, at?: string): Measurement => {
  return { name, value, unit, ...(at ? { at } : {}) };
};
const run = (part: Partial<Facts>) => {
  const all = facts(part);
  return evaluate(all, protocolFor(all.specialty), NOW, { mode: 'structured' });
};

describe('The explanation', () => {
  test('is the sentence of the protocol, with value, threshold, date, rule and source', () => {
    const proposal = run({
      findings: present('suspected_heart_failure'),
      measurements: [measure('nt_probnp', 3120, 'ng/L', '2026-05-04')],
    });
    expect(proposal.class).toBe('P3');
    expect(proposal.rules[0]?.reason).toBe(
      'P3 – NT-proBNP 3120\u00a0ng/L (>\u00a02000) le 04/05\u00a0: évaluation et échographie sous 2\u00a0semaines (règle HF06, protocole Cardiologie v1.0.0, NICE NG106)',
    );
    expect(proposal.dueInHours).toBe(336);
  });

  test('says what would raise the request to P0', () => {
    const { wouldBecomeP0 } = run({ findings: present('syncope_recent', 'syncope_no_prodrome') });
    expect(wouldBecomeP0).toContain('syncope avec douleur thoracique ou dyspnée nouvelle');
  });
});

describe('A proposal', () => {
  test('is P4, explained and asks for information when no rule is true', () => {
    const proposal = run({});
    expect(proposal).toMatchObject({ class: 'P4', dueInHours: 2160, redFlag: false });
    expect(proposal.rules).toHaveLength(1);
    expect(proposal.flags.map(({ flag }) => flag)).toEqual(['insufficient_information']);
    expect(proposal.missing).not.toHaveLength(0);
  });

  test('of a P0 is due at once and shows the banner', () => {
    const proposal = run({ findings: present('chest_pain_ongoing') });
    expect(proposal).toMatchObject({ class: 'P0', dueInHours: 0, redFlag: true });
    expect(proposal.rules[0]?.id).toBe('CP01');
  });

  test('is the same again from its snapshot', () => {
    const proposal = run({
      findings: present('suspected_heart_failure', 'preop_assessment'),
      measurements: [measure('nt_probnp', 300, 'pmol/L'), measure('bp', '12/8', null), measure('hr', 800, '/min')],
    });
    expect(replay(JSON.parse(JSON.stringify(proposal.snapshot)))).toEqual(proposal);
  });
});
