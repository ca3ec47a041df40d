import { DomainError, rankOf } from '#contracts';
import type { Move } from '#contracts';
import { CLINICIAN_ROLES, type PriorityClass } from '#contracts/enums';
import type { Member } from '#directory';
import type { RequestRow } from '#requests';

const REASON_MIN = 5;

/**
 * Which move a choice of class is. A secretary may confirm or raise; lowering takes a clinician and a reason.
 * @throws request.clinician-required, request.reason-required
 */
export function classMove(
  row: RequestRow,
  member: Member,
  wanted: PriorityClass,
  reason: string,
): Extract<Move, 'confirm' | 'raise' | 'lower'> {
  const difference = rankOf(wanted) - rankOf(row.class);
  // Twice the same class is a second confirmation: the table of moves refuses it.
  if (difference <= 0) return difference < 0 ? 'raise' : 'confirm';
  if (!member.roles.some((role) => CLINICIAN_ROLES.includes(role))) {
    throw new DomainError(
      'request.clinician-required',
      'Abaisser une priorité revient à un soignant\u00a0: confiez-lui la demande.',
    );
  }
  if (reason.trim().length < REASON_MIN) {
    throw new DomainError('request.reason-required', 'Écrivez en quelques mots pourquoi la priorité est abaissée.', {
      errors: [
        { field: 'reason', code: 'required', message: 'Écrivez en quelques mots pourquoi la priorité est abaissée.' },
      ],
    });
  }
  return 'lower';
}
