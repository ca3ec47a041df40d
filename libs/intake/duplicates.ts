import { CLOSED_STATES, REQUEST_STATE_LABELS, type RequestState } from '#contracts/transitions';
import type { Specialty } from '#contracts/enums';
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

/** Requests still open for one patient, oldest first: the first date received is the one that counts. */
export function openRequestsOf(tx: Tx, patientId: string): Promise<OpenRequest[]> {
  return tx.manager.query(
    `select id, reference, reason, state, received_at as "receivedAt" from request
      where tenant_id = $1 and patient_id = $2 and state <> all($3) order by received_at limit 20`,
    [tx.ctx.tenantId, patientId, [...CLOSED_STATES]],
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
