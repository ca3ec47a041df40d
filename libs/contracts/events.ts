/** What happened, in the past tense. The payload carries ids only. */
export const EVENT_TYPES = [
  /** A request is committed; nobody has read it yet. */
  'request.received',
  /** A P0 was sent all the same: the desk and the on-call specialist are told at once. */
  'request.emergency',
  /** The protocol (or the declaration) proposes a class; a human must confirm it. */
  'request.proposed',
  'request.confirmed',
  /** The class was raised or lowered after a first confirmation. */
  'request.reclassed',
  /** The owner changed: « Je prends », or back to the desk. */
  'request.reassigned',
  'request.acknowledged',
  'request.cancelled',
  'request.closed',
  'session.revoked',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export interface EventPayload {
  eventId: string;
  tenantId: string;
  requestId: string;
  version: number;
  at: string;
  actorId: string | null;
}

/** Who must act on an event. Each consumer has exactly one handler in the worker, or start-up fails. */
export const CONSUMERS = [
  /** Evaluates the facts and proposes a class. */
  'triage.evaluate',
  /** Mails « Demande reçue » to the author: reference and link only. */
  'alerts.notify-requester',
  /** Mails the on-call specialist: reference and link only. */
  'alerts.page-on-call',
] as const;
export type Consumer = (typeof CONSUMERS)[number];

/** The static subscription map: one delivery row for each consumer of an event, in the event's own transaction. */
export const SUBSCRIPTIONS: Readonly<Partial<Record<EventType, readonly Consumer[]>>> = {
  'request.received': ['triage.evaluate', 'alerts.notify-requester'],
  'request.emergency': ['triage.evaluate', 'alerts.page-on-call'],
};

/** What the browsers are told over the bus: they fetch the rest themselves. */
export interface BusSignal {
  tenant: string;
  /** `desk`, `org:<id>`, `user:<id>` or `request:<id>`, inside the tenant. */
  room: string;
  kind: EventType | 'draft.saved';
  id: string;
}
