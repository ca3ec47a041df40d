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
  /** A decision orders an act: visit, exam, consultation or téléconsultation. */
  'request.decided',
  'request.info-asked',
  'request.info-given',
  /** Five working days without the complement asked for: somebody has to call. */
  'request.info-overdue',
  'request.exam-back',
  /** The requester asks again after an answer. */
  'request.reopened',
  /** The last act was taken back within its window. */
  'request.undone',
  'request.closed',
  'request.outcome-told',
  'visit.planned',
  /** A planned visit changed team or time. */
  'visit.moved',
  'visit.unplanned',
  'visit.started',
  /** The exam is to be read: its reader is the owner. */
  'visit.done',
  'visit.not-done',
  'appointment.booked',
  'appointment.cancelled',
  /** An answer is signed: advice, reading, consultation, refusal, redirection or admission. */
  'report.ready',
  /** Nobody has shown that he received the answer. */
  'report.overdue',
  'report.received',
  'session.revoked',
  /** What a person may do has changed: his sockets join their rooms again, his screens ask again. */
  'rights.changed',
  /** Not of a request: `subjectId` says what they are about. */
  'person.invited',
  'person.departed',
  'person.reset-asked',
  'person.factor-changed',
  'access.exceptional',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export interface EventPayload {
  eventId: string;
  tenantId: string;
  /** Empty for a notice. */
  requestId: string;
  /** What a notice is about: an invitation, a person, an exceptional access. */
  subjectId?: string | null;
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
  /** Mails the reader of an urgent exam at once: reference and link only. */
  'alerts.page-reader',
  /** One mail for « décidée et planifiée », once there is a date. */
  'alerts.notify-planned',
  /** « Réponse prête », to the author and the treating doctor. */
  'alerts.notify-answer',
  /** Asks the author for what is missing. */
  'alerts.notify-info',
  /** Mails an invitation: team and link only. */
  'alerts.invite',
  /** Mails the link that changes a forgotten password. */
  'alerts.reset-password',
  /** Tells a person that a way of signing in to his account has changed. */
  'alerts.tell-owner',
  /** Tells the medical leads and the DPO of an « accès exceptionnel ». */
  'alerts.tell-exceptional',
  /** A correction, when an act taken back had already been told by mail. */
  'alerts.correct',
  /** Takes the stop of a cancelled request off the road, and tells its team. */
  'mobile-team.withdraw',
  /** Sends a redirected request to the other team of the house. */
  'reports.send-copy',
  /** Timer: nobody received the answer. */
  'reports.reception-overdue',
  /** Timer: the requester has not given what was asked. */
  'decision.info-overdue',
  /** Copies the event's facts into the steering table. */
  'reporting.record',
] as const;
export type Consumer = (typeof CONSUMERS)[number];

/** The static subscription map: one delivery row for each consumer of an event, in the event's own transaction. */
const LISTENERS: Readonly<Partial<Record<EventType, readonly Consumer[]>>> = {
  'request.received': ['triage.evaluate', 'alerts.notify-requester'],
  'request.emergency': ['triage.evaluate', 'alerts.page-on-call'],
  'request.info-asked': ['alerts.notify-info', 'decision.info-overdue'],
  'request.undone': ['alerts.correct'],
  'request.cancelled': ['mobile-team.withdraw'],
  'visit.planned': ['alerts.notify-planned'],
  'visit.moved': ['alerts.notify-planned'],
  'visit.done': ['alerts.page-reader'],
  'appointment.booked': ['alerts.notify-planned'],
  'person.invited': ['alerts.invite'],
  'person.reset-asked': ['alerts.reset-password'],
  'person.factor-changed': ['alerts.tell-owner'],
  'access.exceptional': ['alerts.tell-exceptional'],
  'report.ready': ['alerts.notify-answer', 'reports.send-copy', 'reports.reception-overdue'],
};
/** Every event of a request feeds the indicators. */
export const consumersOf = (type: EventType): readonly Consumer[] => [...noticeConsumersOf(type), 'reporting.record'];
/** A notice is of no request: steering hears nothing of it. */
export const noticeConsumersOf = (type: EventType): readonly Consumer[] => LISTENERS[type] ?? [];

/** What the browsers are told over the bus: they fetch the rest themselves. */
export interface BusSignal {
  tenant: string;
  /** `desk`, `org:<id>`, `user:<id>` or `request:<id>`, inside the tenant. */
  room: string;
  kind: EventType | 'patient.changed' | 'draft.saved' | 'attachment.added' | 'visit.drafted' | 'ess.changed';
  id: string;
}
