import { Injectable } from '@nestjs/common';
import { addDays, localTime } from '#directory';
import type { Member } from '#directory';
import { AccessReasons } from '#patients';
import type { AccessReason, AccessReasonKind } from '#patients';
import { Clock } from '#platform';
import type { Tx } from '#platform';

/** The port of `patients`: a team reaches the patients of its published tour, that day and the day after. */
@Injectable()
export class TourAccess implements AccessReason {
  constructor(
    reasons: AccessReasons,
    private readonly clock: Clock,
  ) {
    reasons.register(this);
  }

  toWholeFile(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    return this.toPatient(tx, member, patientId);
  }

  async toPatient(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    if (!member.permissions.has('tour.drive')) return null;
    const today = localTime(this.clock.now(), member.ess.timezone).date;
    const rows: unknown[] = await tx.manager.query(STOP_OF_PATIENT, [
      tx.ctx.tenantId,
      patientId,
      member.professionalId,
      addDays(today, -1),
      today,
    ]);
    return rows.length > 0 ? 'tour' : null;
  }
}

/** A visit begun and not ended stays open to its team until it is. */
const STOP_OF_PATIENT = `
  select 1 from tour_stop s
    join team_member m on m.tenant_id = s.tenant_id and m.team_id = s.team_id and m.professional_id = $3
   where s.tenant_id = $1 and s.patient_id = any((select patient_family($1, $2))::uuid[]) and s.withdrawn_at is null
     and (s.day between $4::date and $5::date or (s.status in ('en_route', 'arrived') and s.day < $4::date))
   limit 1`;
