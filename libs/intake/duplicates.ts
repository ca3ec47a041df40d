import { CLOSED_STATES, REQUEST_STATE_LABELS, type RequestState } from '#contracts/transitions';
import type { Specialty } from '#contracts/enums';
import { isDesk } from '#directory';
import type { Member } from '#directory';
import { formFor, reasonOf } from '#forms';
import type { Tx } from '#platform';
import type { OpenRequestView } from './intake.view.ts';

export interface OpenRequest {
  id: string;
  reference: string;
  reason: string;
  state: RequestState;
  receivedAt: Date;
}

/**
 * Requests still open for one patient that this member could open himself (invariant 7): all of them at the desk, else
 * those he wrote, those of his organisations, those of his own patients. Oldest first: the first date received counts.
 */
export function openRequestsOf(tx: Tx, member: Member, patientId: string): Promise<OpenRequest[]> {
  const organisations = member.organisations.map((organisation) => organisation.id);
  return tx.manager.query(
    `select id, reference, reason, state, received_at as "receivedAt" from request
      where tenant_id = $1 and state <> all($3)
        and patient_id = any((select patient_family($1, $2))::uuid[])
        and ($4 or author_id = $5 or organisation_id = any($6) or treating_doctor_id = $5)
      order by received_at limit 20`,
    [tx.ctx.tenantId, patientId, [...CLOSED_STATES], isDesk(member), member.professionalId, organisations],
  );
}

export const reasonLabel = (specialty: Specialty, reason: string): string =>
  reasonOf(formFor(specialty), reason)?.label ?? 'Autre motif';

export const toOpenRequestView = (specialty: Specialty, request: OpenRequest): OpenRequestView => ({
  id: request.id,
  reference: request.reference,
  reasonLabel: reasonLabel(specialty, request.reason),
  receivedAt: request.receivedAt.toISOString(),
  stateLabel: REQUEST_STATE_LABELS[request.state],
});
