import { DomainError } from '#contracts';
import type { Member } from '#directory';
import type { Tx } from '#platform';

/** Why somebody may open a file (invariant 7). No reason, no file. */
export type AccessReasonKind =
  | 'author'
  | 'organisation'
  | 'treating_doctor'
  | 'assigned'
  | 'desk'
  | 'consent'
  | 'care_circle'
  | 'tour'
  /** For an hour, told and reviewed: reads everything, writes nothing. */
  | 'exceptional';

/** Port: declared here, implemented downstream by who knows the links between people and patients. */
export interface AccessReason {
  /** By any link: a request of hers opens the patient to its author. */
  toPatient(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null>;
  /** By a link to the person himself, and not to one of his requests: opens every request of his. */
  toWholeFile(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null>;
}

export const ACCESS_REASON = Symbol('AccessReason');

export const isReadOnly = (reason: AccessReasonKind): boolean => reason === 'exceptional';

export const readOnly = (): DomainError =>
  new DomainError(
    'access.read-only',
    'Un accès exceptionnel permet de lire, pas d’écrire. Appelez le guichet pour agir sur ce dossier.',
  );
