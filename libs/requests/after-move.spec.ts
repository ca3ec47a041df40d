import { describe, expect, test } from '@jest/globals';
import { allowedMoves, isOpen, isOpenMove, MOVE_RULES, type Move } from '#contracts';
import { DECIDERS, MOVES } from '#contracts/transitions';
import { PRIORITY_CLASSES, type MemberRole, type PriorityClass } from '#contracts/enums';
import type { Desk } from '#directory';
import { fc } from '../../test/support/lot.ts';
import { afterMove, atBirth, type MoveContext, type Moved } from './after-move.ts';

const TENANT = 'tenant';
const ON_CALL = { id: 'on-call', name: 'Dr Anne Kerviel' };
const ACTORS: { id: string; roles: MemberRole[]; isRequester: boolean }[] = [
  { id: 'secretary', roles: ['secretary'], isRequester: false },
  { id: 'case-manager', roles: ['case_manager'], isRequester: false },
  { id: 'specialist', roles: ['specialist'], isRequester: false },
  { id: 'on-call', roles: ['specialist'], isRequester: false },
  { id: 'lead', roles: ['medical_lead'], isRequester: false },
  { id: 'author', roles: ['requester'], isRequester: true },
  { id: 'coordinator', roles: ['coordinator'], isRequester: false },
  { id: 'nurse', roles: ['mobile_nurse'], isRequester: false },
];
const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:30', closes: '18:00' }));
const desk: Desk = { timezone: 'Europe/Paris', hours: { weekly, closedDates: [] } };
const OPEN = new Date('2026-11-23T09:00:00Z');
const CLOSED = new Date('2026-11-22T02:00:00Z');

const context = (change: Partial<MoveContext> = {}): MoveContext => ({
  now: OPEN,
  tenantId: TENANT,
  desk,
  onCall: ON_CALL,
  actorId: null,
  actorSigns: false,
  ...change,
});
const born = (value: PriorityClass, emergency = false, change: Partial<MoveContext> = {}) => ({
  ...atBirth(value, emergency, context(change)),
  receivedAt: change.now ?? OPEN,
});

/** Invariant 2, and its mirror for what is finished. */
function expectOwned(moved: Moved): void {
  const four = [
    moved.ownerKind !== null && moved.ownerId !== null,
    moved.nextAction !== 'none',
    moved.dueAt !== null,
    moved.reactBy !== null,
  ];
  expect([moved.state, ...four, moved.closedAt === null]).toEqual([
    moved.state,
    ...four.map(() => isOpen(moved.state)),
    isOpen(moved.state),
  ]);
}

describe('how a request is born', () => {
  test.each<[string, PriorityClass, boolean, Partial<MoveContext>, Partial<Moved>]>([
    [
      'at the desk',
      'P2',
      false,
      {},
      { state: 'received', ownerKind: 'desk', ownerId: TENANT, nextAction: 'confirm_priority' },
    ],
    ['very urgent with the desk open, at the desk', 'P1', false, {}, { ownerKind: 'desk', ownerId: TENANT }],
    [
      'very urgent with the desk closed, straight to on-call',
      'P1',
      false,
      { now: CLOSED },
      { ownerKind: 'user', ownerId: 'on-call' },
    ],
    ['very urgent with nobody at all, at the desk', 'P1', false, { now: CLOSED, onCall: null }, { ownerKind: 'desk' }],
    ['routine with the desk closed, at the desk', 'P2', false, { now: CLOSED }, { ownerKind: 'desk' }],
    [
      'vital, with on-call, to acknowledge',
      'P4',
      true,
      {},
      { state: 'emergency', class: 'P0', ownerKind: 'user', ownerId: 'on-call', nextAction: 'acknowledge' },
    ],
    [
      'vital with nobody on call, at the desk',
      'P0',
      true,
      { onCall: null },
      { state: 'emergency', ownerKind: 'desk', ownerId: TENANT },
    ],
  ])('%s', (_how, value, emergency, change, expected) => {
    const moved = born(value, emergency, change);
    expect(moved).toMatchObject(expected);
    expectOwned(moved);
  });

  test('a vital emergency is due in five minutes, day or night', () => {
    const moved = born('P0', true, { now: CLOSED });
    expect([moved.dueAt, moved.reactBy]).toEqual([new Date('2026-11-22T02:05:00Z'), new Date('2026-11-22T02:05:00Z')]);
  });
});

describe('a move', () => {
  const proposed = { ...afterMove(born('P3'), 'propose', context({ class: 'P2', delayHours: 72 })), receivedAt: OPEN };

  test('a proposal keeps the delay of its rule, and whoever has taken the request', () => {
    expect(proposed).toMatchObject({ state: 'proposed', class: 'P2', classStatus: 'proposed', proposedClass: 'P2' });
    expect(proposed.dueAt).toEqual(new Date('2026-11-26T09:00:00Z'));
    const taken = { ...afterMove(born('P3'), 'claim', context({ actorId: 'secretary' })), receivedAt: OPEN };
    expect(afterMove(taken, 'propose', context({ class: 'P2' }))).toMatchObject({
      ownerKind: 'user',
      ownerId: 'secretary',
    });
  });

  test('a proposal that turns out vital pages on-call', () => {
    const moved = afterMove(born('P3'), 'propose', context({ class: 'P0' }));
    expect(moved).toMatchObject({
      state: 'emergency',
      ownerId: 'on-call',
      nextAction: 'acknowledge',
      classStatus: 'proposed',
    });
  });

  test('a class confirmed as proposed keeps its due date; another takes the delay of its class, from reception', () => {
    const later = context({ now: new Date('2026-11-23T10:00:00Z'), actorId: 'secretary' });
    expect(afterMove(proposed, 'confirm', { ...later, class: 'P2' }).dueAt).toEqual(proposed.dueAt);
    expect(afterMove(proposed, 'raise', { ...later, class: 'P1' }).dueAt).toEqual(new Date('2026-11-24T09:00:00Z'));
  });

  test('a specialist who confirms keeps it; a secretary sends it to on-call', () => {
    const asSpecialist = context({ actorId: 'specialist', actorSigns: true });
    expect(afterMove(proposed, 'confirm', asSpecialist)).toMatchObject({ ownerId: 'specialist', nextAction: 'decide' });
    expect(afterMove(proposed, 'confirm', context({ actorId: 'secretary' }))).toMatchObject({ ownerId: 'on-call' });
  });

  test('an emergency acknowledged has to be called back; lowered, it waits for a decision, not acknowledged any more', () => {
    const emergency = born('P0', true);
    const taken = { ...afterMove(emergency, 'acknowledge', context({ actorId: 'specialist' })), receivedAt: OPEN };
    expect(taken).toMatchObject({
      state: 'emergency',
      ownerId: 'specialist',
      nextAction: 'call_back',
      acknowledgedAt: OPEN,
    });
    const lowered = afterMove(taken, 'lower', context({ class: 'P2', actorId: 'specialist', actorSigns: true }));
    expect(lowered).toMatchObject({ state: 'confirmed', class: 'P2', nextAction: 'decide', acknowledgedAt: null });
  });

  test('ordered, planned, driven and read, it comes back to the specialist who ordered it, then waits to be received', () => {
    const asSpecialist = context({ actorId: 'specialist', actorSigns: true, class: 'P2' });
    const planned = { from: new Date('2026-11-24T09:00:00Z'), to: new Date('2026-11-24T10:00:00Z') };
    const path: [Move, MoveContext, Partial<Moved>][] = [
      ['confirm', context({ actorId: 'secretary', class: 'P2' }), { ownerId: 'on-call', takenAt: null }],
      [
        'order_visit',
        asSpecialist,
        { state: 'decided', ownerKind: 'desk', nextAction: 'plan_visit', modality: 'mobile_visit' },
      ],
      [
        'plan_visit',
        context({ actorId: 'coordinator', assigneeId: 'team', planned }),
        { state: 'scheduled', ownerKind: 'team', ownerId: 'team', nextAction: 'visit', plannedFrom: planned.from },
      ],
      ['start_visit', context({ actorId: 'nurse' }), { state: 'in_progress', ownerId: 'nurse' }],
      ['visit_done', context({ actorId: 'nurse' }), { state: 'to_read', ownerId: 'specialist', nextAction: 'read' }],
      ['sign_reading', asSpecialist, { state: 'reported', ownerKind: 'desk', nextAction: 'await_reception' }],
      [
        'receive',
        context({ actorId: 'author' }),
        { state: 'closed', ownerKind: null, nextAction: 'none', closedAt: OPEN },
      ],
    ];
    let request = proposed;
    for (const [move, where, expected] of path) {
      const moved = afterMove(request, move, where);
      expect({ move, ...moved }).toMatchObject({ move, ...expected });
      expectOwned(moved);
      request = { ...moved, receivedAt: OPEN };
    }
  });

  test('an answer waits three working days for its reception, one when it is urgent', () => {
    const friday = new Date('2026-11-27T15:00:00Z');
    const answered = (value: PriorityClass) =>
      afterMove({ ...born(value), classStatus: 'confirmed', state: 'confirmed' }, 'advise', context({ now: friday }))
        .dueAt;
    expect(answered('P2')).toEqual(new Date('2026-12-02T15:00:00Z'));
    expect(answered('P1')).toEqual(new Date('2026-11-30T15:00:00Z'));
  });

  test('the clock stands still while the requester has the ball, never for the urgent', () => {
    const confirmed = (value: PriorityClass) => ({
      ...afterMove(born(value), 'confirm', context({ actorId: 'specialist', actorSigns: true, class: value })),
      receivedAt: OPEN,
    });
    const twoDaysLater = new Date(OPEN.getTime() + 2 * 86_400_000);
    const backAfter = (value: PriorityClass) => {
      const asked = {
        ...afterMove(confirmed(value), 'ask_info', context({ actorId: 'specialist' })),
        receivedAt: OPEN,
      };
      return afterMove(asked, 'give_info', context({ now: twoDaysLater, actorId: 'author' })).dueAt;
    };
    const due = (value: PriorityClass) => confirmed(value).dueAt?.getTime() ?? 0;
    expect(backAfter('P3')).toEqual(new Date(due('P3') + 2 * 86_400_000));
    expect(backAfter('P1')).toEqual(new Date(due('P1')));
  });

  test('from any state reached, after any allowed move of anybody: open has owner, action, due and reaction, closed has none', () => {
    const step = fc.record({
      actor: fc.nat(),
      move: fc.nat(),
      value: fc.constantFrom(...PRIORITY_CLASSES),
      minutes: fc.integer({ min: 0, max: 40_000 }),
      staffed: fc.boolean(),
      system: fc.boolean(),
    });
    const births = fc.record({
      value: fc.constantFrom(...PRIORITY_CLASSES),
      emergency: fc.boolean(),
      staffed: fc.boolean(),
    });
    // One seed: every move of the table is reached, on every run.
    const reached = new Set<Move>();
    fc.assert(
      fc.property(births, fc.array(step, { minLength: 60, maxLength: 90 }), (birth, steps) => {
        const onCallOf = (staffed: boolean) => (staffed ? ON_CALL : null);
        let request = born(birth.value, birth.emergency, { onCall: onCallOf(birth.staffed) });
        let now = OPEN;
        for (const { actor, move, value, minutes, staffed, system } of steps) {
          now = new Date(now.getTime() + minutes * 60_000);
          const who = ACTORS[actor % ACTORS.length]!;
          const mover = { professionalId: who.id, roles: who.roles, isRequester: who.isRequester, delegated: [] };
          const allowed: Move[] = system
            ? MOVES.filter((one) => MOVE_RULES[one].by === 'system' && isOpenMove(one, request))
            : allowedMoves(request, mover);
          // Ends are rarer, so that the walk goes far.
          const lively = move % 5 === 0 ? allowed : allowed.filter((one) => one !== 'cancel' && one !== 'hand_over');
          const chosen = lively[move % Math.max(1, lively.length)];
          if (!chosen) continue;
          const moved = afterMove(
            request,
            chosen,
            context({
              now,
              onCall: onCallOf(staffed),
              class: value,
              actorId: system ? null : who.id,
              actorSigns: !system && who.roles.some((role) => DECIDERS.includes(role)),
              ...(chosen === 'plan_visit' && { assigneeId: 'team' }),
            }),
          );
          expectOwned(moved);
          expectLegal(request, chosen, moved);
          reached.add(chosen);
          request = { ...moved, receivedAt: request.receivedAt };
        }
      }),
      { numRuns: 800, seed: 20261121 },
    );
    expect([...reached].sort()).toEqual([...MOVES].sort());
  });
});

/** The state after a move is the one of the table; only a received answer, or an emergency told by phone, closes. */
function expectLegal(before: Moved, move: Move, after: Moved): void {
  const { to } = MOVE_RULES[move];
  const legal: Record<string, readonly string[]> = {
    same: [before.state],
    back: ['proposed', 'confirmed', 'emergency'],
    answered: ['closed', 'declined', 'redirected'],
  };
  const vital = after.class === 'P0' ? ['emergency'] : [];
  expect([move, after.state, [...(legal[to] ?? [to]), ...vital].includes(after.state)]).toEqual([
    move,
    after.state,
    true,
  ]);
  if (before.closedAt === null && ['closed', 'declined', 'redirected'].includes(after.state))
    expect(['receive', 'hand_over']).toContain(move);
}
