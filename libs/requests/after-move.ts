import type { Move } from '#contracts';
import { afterCareMove, isCareMove } from './care-moves.ts';
import { keepMoved, type Moved, type MoveContext, type Movable } from './moved.ts';
import { TRIAGE_BODIES, type TriageMove } from './triage-moves.ts';

export { atBirth } from './triage-moves.ts';
export type { MoveContext, Moved } from './moved.ts';

const isTriageMove = (move: Move): move is TriageMove => move in TRIAGE_BODIES;

/** The request after a move that the table allows. Pure: the caller has checked who may make it. */
export function afterMove(request: Movable, move: Move, context: MoveContext): Moved {
  if (isTriageMove(move)) return keepMoved(TRIAGE_BODIES[move](request, context));
  if (isCareMove(move)) return keepMoved(afterCareMove(request, move, context));
  throw new Error(`no body for ${move}`);
}
