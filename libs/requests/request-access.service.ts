import { Injectable } from '@nestjs/common';
import { isDesk } from '#directory';
import type { Member } from '#directory';
import { AccessReasons } from '#patients';
import type { AccessReason, AccessReasonKind } from '#patients';
import type { Tx } from '#platform';
import type { RequestRow } from './request.entity.ts';
import { isRequester } from './allowed.ts';

/** Why a member may open a request, or null (invariant 7). */
export function reasonToRead(row: RequestRow, member: Member): AccessReasonKind | null {
  if (row.authorId === member.professionalId) return 'author';
  if (isRequester(row, member)) return 'organisation';
  if (row.treatingDoctorId === member.professionalId) return 'treating_doctor';
  if (row.ownerKind === 'user' && row.ownerId === member.professionalId) return 'assigned';
  return isDesk(member) ? 'desk' : null;
}

/** The port of `patients`: a person reaches a patient through a request he may read. */
@Injectable()
export class RequestAccess implements AccessReason {
  constructor(reasons: AccessReasons) {
    reasons.register(this);
  }

  async toPatient(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    if (isDesk(member)) return 'desk';
    const organisations = member.organisations.map((organisation) => organisation.id);
    const rows: { reason: AccessReasonKind }[] = await tx.manager.query(
      `select case when author_id = $2 then 'author'
                   when organisation_id = any($3) then 'organisation'
                   else 'treating_doctor' end as reason
         from request
        where tenant_id = $4 and patient_id = $1
          and (author_id = $2 or organisation_id = any($3) or treating_doctor_id = $2)
        order by 1 limit 1`,
      [patientId, member.professionalId, organisations, tx.ctx.tenantId],
    );
    return rows[0]?.reason ?? null;
  }
}
