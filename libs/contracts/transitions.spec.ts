import { describe, expect, test } from '@jest/globals';
import { MEMBER_ROLES, type MemberRole } from './enums.ts';
import {
  allowedMoves,
  CLOSED_STATES,
  isOpen,
  MOVE_RULES,
  MOVES,
  REQUEST_STATES,
  type Move,
  type RequestState,
} from './transitions.ts';

const SOMEBODY_ELSE = 'owner';
const ME = 'me';

const moves = (
  state: RequestState,
  roles: MemberRole[],
  more: { mine?: boolean; acknowledged?: boolean; requester?: boolean } = {},
) =>
  allowedMoves(
    { state, ownerId: more.mine ? ME : SOMEBODY_ELSE, acknowledged: more.acknowledged ?? false },
    { professionalId: ME, roles, isRequester: more.requester ?? false },
  );

describe('the table of moves', () => {
  test.each<[RequestState, MemberRole, Move[]]>([
    ['received', 'secretary', ['confirm', 'raise', 'claim', 'cancel']],
    ['proposed', 'secretary', ['confirm', 'raise', 'claim', 'cancel']],
    ['confirmed', 'secretary', ['raise', 'claim', 'cancel', 'close']],
    ['emergency', 'secretary', ['claim', 'acknowledge', 'cancel', 'close']],
    ['received', 'case_manager', ['confirm', 'raise', 'lower', 'claim', 'cancel']],
    ['proposed', 'specialist', ['confirm', 'raise', 'lower', 'claim', 'cancel']],
    ['confirmed', 'medical_lead', ['raise', 'lower', 'claim', 'cancel', 'close']],
    ['emergency', 'specialist', ['lower', 'claim', 'acknowledge', 'cancel', 'close']],
    ['proposed', 'requester', []],
    ['proposed', 'coordinator', []],
    ['proposed', 'mobile_nurse', []],
    ['proposed', 'ess_admin', []],
  ])('in state %s a %s may %s', (state, role, expected) => {
    expect(moves(state, [role])).toEqual(expected);
  });

  test('whoever holds a request gives it back, and does not take it twice', () => {
    expect(moves('proposed', ['secretary'], { mine: true })).toEqual(['confirm', 'raise', 'release', 'cancel']);
    expect(moves('emergency', ['secretary'], { mine: true })).not.toContain('release');
  });

  test('an emergency is acknowledged once', () => {
    expect(moves('emergency', ['secretary'], { acknowledged: true })).not.toContain('acknowledge');
  });

  test('the requester may only cancel, and only while the request is open', () => {
    for (const state of REQUEST_STATES) {
      const mine = moves(state, ['requester'], { requester: true });
      expect(mine).toEqual(MOVE_RULES.cancel.from.includes(state) ? ['cancel'] : []);
    }
  });

  test('nobody makes the move of the system, and nobody moves a closed request', () => {
    for (const role of MEMBER_ROLES) {
      for (const state of REQUEST_STATES) {
        const mine = moves(state, [role], { requester: true });
        expect(mine).not.toContain('propose');
        if (!isOpen(state)) expect(mine).toEqual([]);
      }
    }
  });

  test('only clinicians lower, and lowering, cancelling and closing take a reason', () => {
    expect(MOVE_RULES.lower.by).toEqual(['case_manager', 'specialist', 'medical_lead']);
    expect(MOVES.filter((move) => MOVE_RULES[move].reason === 'required')).toEqual(['lower', 'cancel', 'close']);
  });

  test('every move leaves from open states and goes to a state that exists', () => {
    for (const move of MOVES) {
      const { from, to } = MOVE_RULES[move];
      expect(from.filter((state) => CLOSED_STATES.includes(state))).toEqual([]);
      expect(to === 'same' || REQUEST_STATES.includes(to)).toBe(true);
    }
  });
});
