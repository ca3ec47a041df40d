import { describe, expect, test } from '@jest/globals';
import { MEMBER_ROLES, type MemberRole } from './enums.ts';
import {
  allowedMoves,
  CLOSED_STATES,
  MOVE_RULES,
  MOVES,
  REQUEST_STATES,
  type Move,
  type NextAction,
  type RequestState,
} from './transitions.ts';

const SOMEBODY_ELSE = 'owner';
const ME = 'me';

const moves = (
  state: RequestState,
  roles: MemberRole[],
  more: {
    mine?: boolean;
    /** It waits for its owner, who has not taken it yet. */
    waiting?: boolean;
    acknowledged?: boolean;
    requester?: boolean;
    nextAction?: NextAction;
    delegated?: Move[];
  } = {},
) =>
  allowedMoves(
    {
      state,
      nextAction: more.nextAction ?? 'none',
      ownerId: more.mine ? ME : SOMEBODY_ELSE,
      takenAt: more.waiting ? null : '2026-11-23T09:00:00Z',
      acknowledgedAt: more.acknowledged ? '2026-11-23T09:00:00Z' : null,
    },
    { professionalId: ME, roles, isRequester: more.requester ?? false, delegated: more.delegated ?? [] },
  );

const ORDERS: Move[] = ['order_exam', 'order_visit', 'order_consultation', 'order_teleconsultation'];

describe('the table of moves', () => {
  test.each<[RequestState, MemberRole, Move[]]>([
    ['received', 'secretary', ['confirm', 'raise', 'claim', 'cancel']],
    ['proposed', 'secretary', ['confirm', 'raise', 'claim', 'cancel', 'ask_info']],
    ['confirmed', 'secretary', ['raise', 'cancel', 'ask_info']],
    ['emergency', 'secretary', ['claim', 'acknowledge', 'cancel', 'hand_over']],
    ['received', 'case_manager', ['confirm', 'raise', 'lower', 'claim', 'cancel']],
    ['proposed', 'specialist', ['confirm', 'raise', 'lower', 'claim', 'cancel', 'ask_info']],
    [
      'confirmed',
      'medical_lead',
      ['raise', 'lower', 'claim', 'cancel', 'pass', 'ask_info', 'advise', 'decline', 'redirect', 'admit', ...ORDERS],
    ],
    [
      'emergency',
      'specialist',
      [
        ...(['lower', 'claim', 'acknowledge', 'cancel', 'hand_over', 'pass'] as const),
        ...(['advise', 'decline', 'redirect', 'admit'] as const),
        ...ORDERS,
      ],
    ],
    ['to_read', 'specialist', ['claim', 'pass', 'sign_reading']],
    ['to_read', 'secretary', []],
    ['to_read', 'mobile_nurse', []],
    ['reported', 'specialist', ['claim', 'advise', ...ORDERS, 'receive']],
    ['in_progress', 'mobile_nurse', ['visit_done']],
    ['proposed', 'requester', []],
    ['proposed', 'coordinator', []],
    ['proposed', 'mobile_nurse', []],
    ['proposed', 'ess_admin', []],
  ])('in state %s a %s may %s', (state, role, expected) => {
    expect(moves(state, [role])).toEqual(expected);
  });

  test('whoever holds a request gives it back, and does not take it twice', () => {
    expect(moves('proposed', ['secretary'], { mine: true })).toEqual([
      'confirm',
      'raise',
      'release',
      'cancel',
      'ask_info',
    ]);
    expect(moves('emergency', ['secretary'], { mine: true })).not.toContain('release');
  });

  test('what waits for the specialist on call is still to be taken, by him too', () => {
    expect(moves('confirmed', ['specialist'], { mine: true, waiting: true })).toContain('claim');
    expect(moves('confirmed', ['specialist'], { mine: true })).not.toContain('claim');
  });

  test('an emergency is acknowledged once', () => {
    expect(moves('emergency', ['secretary'], { acknowledged: true })).not.toContain('acknowledge');
  });

  test('the requester cancels until the visit has begun, gives what is asked, receives, and asks again', () => {
    const mine = (state: RequestState, nextAction: NextAction = 'none') =>
      moves(state, ['requester'], { requester: true, nextAction });
    expect(mine('proposed')).toEqual(['cancel']);
    expect(mine('waiting_requester')).toEqual(['cancel', 'give_info']);
    expect(mine('decided', 'await_exam')).toEqual(['cancel', 'exam_back']);
    expect(mine('scheduled', 'visit')).toEqual(['cancel']);
    expect(mine('in_progress')).toEqual([]);
    expect(mine('to_read')).toEqual([]);
    expect(mine('reported')).toEqual(['receive', 'ask_again']);
    expect(mine('closed')).toEqual(['ask_again', 'tell_outcome']);
    expect(mine('cancelled')).toEqual([]);
  });

  test('within a state, the next action opens its own moves: a visit is planned, an appointment is booked', () => {
    expect(moves('decided', ['coordinator'], { nextAction: 'plan_visit' })).toEqual(['plan_visit']);
    expect(moves('decided', ['coordinator'], { nextAction: 'book' })).toEqual(['book']);
    expect(moves('scheduled', ['mobile_nurse'], { nextAction: 'visit' })).toEqual(['start_visit', 'visit_not_done']);
    expect(moves('scheduled', ['mobile_nurse'], { nextAction: 'hold_appointment' })).toEqual([]);
  });

  test('a case-manager decides what the ESS delegates, and no more; an opinion is never delegated', () => {
    const delegated: Move[] = ['order_visit', 'advise'];
    const may = (of: Move[]) => moves('confirmed', ['case_manager'], { delegated: of });
    expect(may(delegated).filter((move) => !may([]).includes(move))).toEqual(['order_visit']);
    expect(moves('confirmed', ['secretary'], { delegated })).not.toContain('order_visit');
  });

  test('nobody makes the moves of the system; a cancelled or merged request never moves again', () => {
    const system = MOVES.filter((move) => MOVE_RULES[move].by === 'system');
    expect(system).toEqual(['propose', 'info_overdue', 'reception_overdue']);
    for (const role of MEMBER_ROLES) {
      for (const state of REQUEST_STATES) {
        const mine = moves(state, [role], { requester: true });
        expect(mine.filter((move) => system.includes(move))).toEqual([]);
        if (state === 'cancelled' || state === 'merged') expect(mine).toEqual([]);
      }
    }
  });

  test('only clinicians lower, only doctors answer, only a nurse makes a visit', () => {
    expect(MOVE_RULES.lower.by).toEqual(['case_manager', 'specialist', 'locum', 'medical_lead']);
    for (const move of ['advise', 'decline', 'admit', 'sign_reading', 'report_appointment'] as const)
      expect(MOVE_RULES[move].by).toEqual(['specialist', 'locum', 'medical_lead']);
    for (const move of ['start_visit', 'visit_done', 'visit_not_done'] as const)
      expect(MOVE_RULES[move].by).toEqual(['mobile_nurse']);
  });

  test('a state that is over is left only by a new question, or to say what happened', () => {
    for (const move of MOVES) {
      const over = MOVE_RULES[move].from.filter((state) => CLOSED_STATES.includes(state));
      if (over.length > 0) expect(['ask_again', 'tell_outcome']).toContain(move);
    }
  });
});
