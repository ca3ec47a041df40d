import { Injectable } from '@nestjs/common';
import type { MemberRole, RequesterRole, Specialty } from '#contracts/enums';
import { Clock, Database } from '#platform';
import type { Membership, OwnFile, Principal } from './principal.ts';
import type { SessionFound } from './session-found.ts';

/** From a session to a person: what he is in each ESS today. */
@Injectable()
export class Principals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(session: SessionFound): Promise<Principal> {
    const { id: sessionId, accountId, professionalId, email, stage, method, factorAt, deviceId } = session;
    return {
      kind: professionalId ? 'professional' : 'patient',
      sessionId,
      accountId,
      professionalId: professionalId ?? accountId,
      displayName: session.displayName ?? email,
      email,
      stage,
      method,
      factorAt,
      deviceId,
      hasPassword: session.hasPassword,
      platformAdmin: session.platformAdmin,
      memberships: professionalId ? await this.memberships(professionalId) : [],
      patients: professionalId ? [] : await this.ownFiles(accountId),
    };
  }

  /** A patient's own files; his account stands for the user. */
  ownFiles(accountId: string): Promise<OwnFile[]> {
    return this.database.global((manager) => manager.query(OWN_FILES, [accountId]), accountId);
  }

  async memberships(professionalId: string): Promise<Membership[]> {
    const rows: MembershipFound[] = await this.database.global(
      (manager) => manager.query(MEMBERSHIPS, [professionalId, this.clock.now()]),
      professionalId,
    );
    const byTenant = new Map<string, Membership>();
    for (const row of rows) {
      if (row.delegateOf && !(await this.stillAsks(row, row.delegateOf))) continue;
      const membership = byTenant.get(row.tenantId) ?? {
        tenantId: row.tenantId,
        ess: { slug: row.slug, name: row.essName, specialty: row.specialty },
        roles: [],
        requesterRole: null,
        organisations: [],
        delegateOf: null,
      };
      if (!membership.roles.includes(row.role)) membership.roles.push(row.role);
      membership.requesterRole ??= row.requesterRole;
      membership.delegateOf ??= row.delegateOf;
      if (row.organisation) membership.organisations.push(row.organisation);
      byTenant.set(row.tenantId, membership);
    }
    return [...byTenant.values()];
  }

  /** Who writes for somebody is here as long as that somebody is: he left, or is disabled, and nobody writes for him. */
  private async stillAsks({ tenantId, organisation }: MembershipFound, requesterId: string): Promise<boolean> {
    const rows: unknown[] = await this.database.tx({ tenantId, userId: null }, (tx) =>
      tx.manager.query(STILL_ASKS, [tenantId, requesterId, organisation?.id ?? null, this.clock.now()]),
    );
    return rows.length > 0;
  }
}

interface MembershipFound {
  tenantId: string;
  slug: string;
  essName: string;
  specialty: Specialty;
  role: MemberRole;
  requesterRole: RequesterRole | null;
  delegateOf: string | null;
  organisation: Membership['organisations'][number] | null;
}

const STILL_ASKS = `
  select 1
    from membership m
    join ess e on e.id = m.tenant_id
    left join account a on a.professional_id = m.professional_id
   where m.tenant_id = $1 and m.professional_id = $2 and m.organisation_id = $3 and m.role = 'requester'
     and m.suspended_at is null and m.ended_at is null and a.disabled_at is null
     and m.starts_on <= ($4::timestamptz at time zone e.timezone)::date
     and (m.ends_on is null or m.ends_on >= ($4::timestamptz at time zone e.timezone)::date)
   limit 1`;

const MEMBERSHIPS = `
  select m.tenant_id as "tenantId", e.slug, e.name as "essName", e.specialty, m.role, m.requester_role as "requesterRole",
         m.delegate_of as "delegateOf",
         case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end as organisation
    from membership m
    join ess e on e.id = m.tenant_id
    left join organisation o on o.id = m.organisation_id
   where m.professional_id = $1 and m.suspended_at is null and m.ended_at is null
     and m.starts_on <= ($2::timestamptz at time zone e.timezone)::date
     and (m.ends_on is null or m.ends_on >= ($2::timestamptz at time zone e.timezone)::date)
   order by e.name, m.starts_on, m.id`;

const OWN_FILES = `
  select l.tenant_id as "tenantId", json_build_object('slug', e.slug, 'name', e.name) as ess, l.patient_id as "patientId"
    from patient_account l join ess e on e.id = l.tenant_id
   where l.account_id = $1 and l.ended_at is null
   order by e.name`;
