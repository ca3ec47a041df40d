export { DomainError, ERROR_STATUS, notFound } from './errors.ts';
export type { ApiErrorBody, ErrorCode, FieldErrorBody } from './errors.ts';
export { CONSUMERS, consumersOf, EVENT_TYPES, noticeConsumersOf } from './events.ts';
export type { BusSignal, Consumer, EventPayload, EventType } from './events.ts';
export { DELEGABLE_MOVES, UNDO_SECONDS, UNDOABLE_MOVES } from './moves.ts';
export { allowedMoves, isOpen, isOpenMove, MOVE_RULES, rankOf } from './transitions.ts';
export type { AnsweredState, Move, NextAction, RequestState } from './transitions.ts';
export { permissionsOf } from './permissions.ts';
export type { Permission } from './permissions.ts';
