export { DomainError, ERROR_STATUS, notFound } from './errors.ts';
export type { ApiErrorBody, ErrorCode, FieldErrorBody } from './errors.ts';
export { CONSUMERS, EVENT_TYPES, SUBSCRIPTIONS } from './events.ts';
export type { BusSignal, Consumer, EventPayload, EventType } from './events.ts';
export { allowedMoves, isOpen, MOVE_RULES, rankOf } from './transitions.ts';
export type { Move, NextAction, RequestState } from './transitions.ts';
export { permissionsOf } from './permissions.ts';
export type { Permission } from './permissions.ts';
