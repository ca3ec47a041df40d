import type { Sex } from '#contracts/enums';
import type { ExceptionalReason } from '#contracts/patient';

/** Traits only: what it takes to be sure of the person. */
export class ExceptionalHitView {
  id: string;
  birthName: string;
  givenNames: string;
  sex: Sex;
  birthDate: string;
  communeName: string | null;
  /** Opens to this reader already, without exception. */
  withinReach: boolean;
}

export class OpenedExceptionView {
  id: string;
  expiresAt: string;
}

export class ExceptionView {
  id: string;
  patientId: string;
  patientName: string;
  reasonCode: ExceptionalReason;
  reasonLabel: string;
  openedAt: string;
  expiresAt: string;
}
