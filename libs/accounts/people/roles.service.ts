import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { notFound, permissionsOf } from '#contracts';
import { HandOvers, localTime, MembershipRow } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database, uuidv7 } from '#platform';
import type { Tx } from '#platform';
import { Rights } from '../rights.service.ts';
import { holdAdministrators, requireAdministrator } from './administrators.ts';
import { knownOrganisation, wantedRole } from './invitations.service.ts';
import type { PeriodDto, RoleDto } from './people.dto.ts';
import { People } from './people.service.ts';
import { invalidPeople, requireRole } from './role-rules.ts';

/** Roles and periods of somebody who is already of the ESS. */
@Injectable()
export class Roles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly handOvers: HandOvers,
    private readonly people: People,
    private readonly rights: Rights,
  ) {}

  async add(member: Member, professionalId: string, dto: RoleDto): Promise<void> {
    const now = this.clock.now();
    const wanted = wantedRole(dto);
    requireRole(wanted, localTime(now, member.ess.timezone).date);
    await this.database.tx(member.ctx, async (tx) => {
      const person = await this.people.find(tx, member, professionalId);
      if (!person.accountId || person.state === 'disabled' || person.state === 'left') {
        throw invalidPeople('Cette personne n’a pas d’accès ouvert ici. Invitez-la, ou rétablissez son accès.');
      }
      const organisationId = await knownOrganisation(tx, wanted);
      const { role } = wanted;
      await tx.manager.insert(MembershipRow, {
        tenantId: member.ess.id,
        id: uuidv7(now),
        professionalId,
        ...wanted,
        organisationId,
      });
      await this.audit.line(tx, {
        action: 'person.changed',
        resource: 'person',
        resourceId: professionalId,
        reason: `rôle ajouté : ${role}`,
      });
    });
    await this.rights.changedIn(member.ctx, [professionalId]);
  }

  /** The period, and as whom he asks; another role is another line. */
  async change(member: Member, membershipId: string, dto: PeriodDto): Promise<void> {
    const today = localTime(this.clock.now(), member.ess.timezone).date;
    const professionalId = await this.database.tx(member.ctx, async (tx) => {
      await holdAdministrators(tx);
      const row = await tx.manager.findOneBy(MembershipRow, { tenantId: member.ess.id, id: membershipId });
      if (!row || row.endedAt) throw notFound();
      const endsOn = dto.endsOn ?? null;
      const requesterRole = row.role === 'requester' ? (dto.requesterRole ?? row.requesterRole) : null;
      requireRole({ ...row, requesterRole, startsOn: dto.startsOn, endsOn }, today);
      await tx.manager.update(
        MembershipRow,
        { tenantId: member.ess.id, id: membershipId },
        { startsOn: dto.startsOn, endsOn, requesterRole },
      );
      if (row.role === 'ess_admin') await requireAdministrator(tx, member, row.professionalId, today);
      await this.audit.line(tx, {
        action: 'person.changed',
        resource: 'person',
        resourceId: row.professionalId,
        reason: `période : ${row.role}`,
      });
      return row.professionalId;
    });
    await this.rights.changedIn(member.ctx, [professionalId]);
  }

  /** Taken away at once: the last day alone would leave the rest of today open. */
  async end(member: Member, membershipId: string): Promise<void> {
    const now = this.clock.now();
    const today = localTime(now, member.ess.timezone).date;
    const professionalId = await this.database.tx(member.ctx, async (tx) => {
      await holdAdministrators(tx);
      const row = await tx.manager.findOneBy(MembershipRow, { tenantId: member.ess.id, id: membershipId });
      if (!row || row.endedAt) throw notFound();
      const others: unknown[] = await tx.manager.query(
        `select 1 from membership where tenant_id = $1 and professional_id = $2 and id <> $3 and ended_at is null limit 1`,
        [member.ess.id, row.professionalId, membershipId],
      );
      if (others.length === 0)
        throw invalidPeople('C’est son dernier rôle ici. Passez par le départ, qui transmet ses demandes.');
      await tx.manager.update(MembershipRow, { tenantId: member.ess.id, id: membershipId }, { endedAt: now });
      if (row.role === 'ess_admin') await requireAdministrator(tx, member, row.professionalId, today);
      await this.handBack(tx, member, row.professionalId);
      await this.audit.line(tx, {
        action: 'person.changed',
        resource: 'person',
        resourceId: row.professionalId,
        reason: `rôle retiré : ${row.role}`,
      });
      return row.professionalId;
    });
    await this.rights.changedIn(member.ctx, [professionalId]);
  }

  /** With no role left that handles requests, what he had taken goes back to the team. */
  private async handBack(tx: Tx, member: Member, professionalId: string): Promise<void> {
    const left = await tx.manager.findBy(MembershipRow, {
      ...{ tenantId: member.ess.id, professionalId },
      ...{ endedAt: IsNull(), suspendedAt: IsNull() },
    });
    if (permissionsOf(left.map(({ role }) => role)).has('request.triage')) return;
    await this.handOvers.handAll(tx, member.ess, { fromId: professionalId, toId: null });
  }
}
