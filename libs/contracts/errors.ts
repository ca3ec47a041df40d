/** Every error code the wire may carry, with its HTTP status. One shape for all: `ApiErrorBody`. */
export const ERROR_STATUS = {
  'input.invalid': 400,
  'session.required': 401,
  'session.locked': 401,
  'session.bad-credentials': 401,
  /** The password was right; the second factor is still asked, or must be set up. */
  'session.factor-required': 401,
  'session.bad-code': 401,
  /** The act asks for a fresh proof of who one is: the second factor, again. */
  'session.step-up-required': 403,
  'psc.refused': 401,
  /** The link was used, is too old, or was never ours: one answer for the three. */
  'link.dead': 404,
  'password.too-common': 422,
  'factor.invalid': 422,
  'people.invalid': 422,
  'patient.invalid': 422,
  'patient.stale': 409,
  'access.read-only': 403,
  /** Somebody else gave a verdict first. */
  'review.already-done': 409,
  'access.forbidden': 403,
  'origin.refused': 403,
  'not-found': 404,
  'patient.erased': 404,
  'request.stale': 409,
  'draft.stale': 409,
  'idempotency.in-progress': 409,
  'idempotency.other-body': 422,
  'request.move-not-allowed': 422,
  'request.reason-required': 422,
  'request.clinician-required': 422,
  'request.answers-invalid': 422,
  'request.duplicate': 422,
  'request.undo-too-late': 409,
  'decision.invalid': 422,
  'visit.invalid': 422,
  'plan.stale': 409,
  'report.invalid': 422,
  'upload.refused': 422,
  'protocol.unsigned': 422,
  'too-many-requests': 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export interface FieldErrorBody {
  field: string;
  code: string;
  message: string;
}

/** `message` is French and says what to do; never a name, an identifier or a health datum. */
export interface ApiErrorBody {
  code: ErrorCode;
  message: string;
  errors?: FieldErrorBody[];
  /** Who changed the thing first, and when: only on a 409. */
  conflict?: { by: string; at: string; version: number };
  traceId: string;
}

/** Thrown by domain code; one filter turns it into the wire shape. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly errors?: FieldErrorBody[];
  readonly conflict?: ApiErrorBody['conflict'];

  constructor(
    code: ErrorCode,
    message: string,
    more: { errors?: FieldErrorBody[]; conflict?: ApiErrorBody['conflict'] } = {},
  ) {
    super(message);
    this.code = code;
    this.errors = more.errors;
    this.conflict = more.conflict;
  }
}

export const notFound = () => new DomainError('not-found', 'Cette page n’existe pas ou ne vous est pas ouverte.');
