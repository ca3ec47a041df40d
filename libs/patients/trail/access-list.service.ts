import { Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
import type { EssRow, Member } from '#directory';
import { Audit, Clock, Database } from '#platform';
import type { Tx } from '#platform';
import { AccessReasons } from '../access-reasons.service.ts';
import { listName } from '../identity.ts';
import { Patients } from '../patients.service.ts';
import type { AccessListView } from './access-list.view.ts';
import { mergeLines, type TraceLine } from './merge-lines.ts';
import { patientTrace, samePerson } from './patient-trace.ts';

/** The patient's right to know who opened his file: date, role, structure, purpose. */
@Injectable()
export class AccessList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly patients: Patients,
    private readonly reasons: AccessReasons,
  ) {}

  /** For a member of the team, who needs a reason to open this patient. */
  forMember(member: Member, patientId: string): Promise<AccessListView> {
    return this.database.tx(member.ctx, async (tx) => {
      const reason = await this.reasons.toPatient(tx, member, patientId);
      if (!reason) throw notFound();
      const view = await this.make(tx, member.ess, patientId);
      await this.audit.line(tx, {
        ...{ action: 'access-list.read', resource: 'patient', resourceId: patientId, reason },
      });
      return view;
    });
  }

  /** For the patient, whose account is tied to this row; his own looks are in the list too. */
  forPatient(ess: EssRow, accountId: string, patientId: string): Promise<AccessListView> {
    return this.database.tx({ tenantId: ess.id, userId: accountId }, async (tx) => {
      const view = await this.make(tx, ess, patientId);
      await this.audit.line(tx, {
        ...{ action: 'access-list.read', resource: 'patient', resourceId: patientId, reason: 'patient' },
      });
      return view;
    });
  }

  private async make(tx: Tx, ess: EssRow, patientId: string): Promise<AccessListView> {
    const { identity } = await this.patients.open(tx, patientId);
    const [settings]: { names: boolean }[] = await tx.manager.query(
      'select access_list_names as names from ess where id = $1',
      [ess.id],
    );
    const namesShown = settings?.names ?? false;
    const lines: TraceLine[] = await tx.manager.query(LINES, [
      ess.id,
      await patientTrace(tx, patientId),
      ess.timezone,
      await samePerson(tx, patientId),
    ]);
    const { slug, name, phone, timezone } = ess;
    return {
      ess: { slug, name, phone, timezone },
      patient: { displayName: listName(identity), birthDate: identity.birthDate },
      namesShown,
      madeAt: this.clock.now().toISOString(),
      from: lines[0]?.at.toISOString() ?? null,
      lines: mergeLines(lines, ess.name, namesShown),
    };
  }
}

/** Lines of people about the patient, with what each was on that day; a requester's reason calls for his own role. */
const LINES = `
  select a.at, (a.at at time zone $3)::date::text as day, a.actor_id as "actorId", a.action, a.reason,
         nullif(trim(coalesce(p.civility, '') || ' ' || coalesce(p.given_name, '') || ' ' || coalesce(p.family_name, '')), '') as name,
         m.role, m.requester_role as "requesterRole", m.organisation,
         exists (select 1 from patient_account s
                  where s.tenant_id = $1 and s.account_id = a.actor_id and s.patient_id = any($4)) as self
    from audit a
    left join professional p on p.id = a.actor_id
    left join lateral (
      select b.role, b.requester_role, o.name as organisation
        from membership b left join organisation o on o.id = b.organisation_id
       where b.tenant_id = $1 and b.professional_id = a.actor_id
       order by (b.starts_on <= (a.at at time zone $3)::date and coalesce(b.ends_on >= (a.at at time zone $3)::date, true)) desc,
                ((b.role in ('requester', 'delegate')) = (a.reason in ('author', 'auteur', 'organisation', 'treating_doctor'))) desc,
                b.starts_on desc
       limit 1) m on true
   where a.tenant_id = $1 and a.resource_id = any($2) and a.actor_id is not null
   order by a.at, a.id`;
