import { describe, expect, test } from '@jest/globals';
import { MEMBER_ROLES, PRIORITY_CLASSES, type MemberRole, type PriorityClass } from '#contracts/enums';
import type { Member } from '#directory';
import type { RequestRow } from '#requests';
import { classMove } from './class-change.ts';

const choose = (
  from: PriorityClass,
  to: PriorityClass,
  role: MemberRole,
  reason = 'Revue au téléphone',
  state = 'proposed',
) => {
  try {
    return classMove({ class: from, state } as RequestRow, { roles: [role] } as Member, to, reason);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('which move a choice of class is', () => {
  test('the same class is a confirmation, once; a graver one is a raise, for everybody', () => {
    for (const role of MEMBER_ROLES) {
      expect(choose('P2', 'P2', role)).toBe('confirm');
      expect(choose('P2', 'P1', role)).toBe('raise');
      expect(choose('P2', 'P0', role, '')).toBe('raise');
      expect(choose('P2', 'P2', role, '', 'confirmed')).toBe('confirm');
    }
  });

  test('a milder one is a clinician’s, with a reason of five letters at least', () => {
    const clinicians = ['case_manager', 'specialist', 'locum', 'medical_lead'];
    for (const role of MEMBER_ROLES) {
      const isClinician = clinicians.includes(role);
      expect(choose('P2', 'P3', role)).toBe(isClinician ? 'lower' : 'request.clinician-required');
      expect(choose('P2', 'P3', role, '  vu  ')).toBe(
        isClinician ? 'request.reason-required' : 'request.clinician-required',
      );
    }
    expect(choose('P2', 'P3', 'specialist', 'stable')).toBe('lower');
  });

  test('of any two classes, the milder is never reached without a clinician', () => {
    for (const [here, from] of PRIORITY_CLASSES.entries())
      for (const [there, to] of PRIORITY_CLASSES.entries())
        expect([from, to, choose(from, to, 'secretary') === 'request.clinician-required']).toEqual([
          from,
          to,
          there > here,
        ]);
  });
});
