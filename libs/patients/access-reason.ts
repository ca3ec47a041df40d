import type { Member } from '#directory';
import type { Tx } from '#platform';

/** Why somebody may open a file (invariant 7). No reason, no file. */
export type AccessReasonKind = 'author' | 'organisation' | 'treating_doctor' | 'assigned' | 'desk' | 'tour';

/** Port: declared here, implemented downstream by who knows the links between people and patients. */
export interface AccessReason {
  toPatient(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null>;
}

export const ACCESS_REASON = Symbol('AccessReason');
