import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound } from '#contracts';
import type { MemberRole, RequesterRole } from '#contracts/enums';
import { checkRpps } from '#contracts/identifiers';
import { localTime, MembershipRow, OrganisationRow, ProfessionalRow, searchName } from '#directory';
import type { EssRow, Member } from '#directory';
import { Audit, Clock, Database, Outbox, uuidv7 } from '#platform';
import type { Ctx, Tx } from '#platform';
import { AccountRow } from '../account.entity.ts';
import { Elsewhere } from './elsewhere.service.ts';
import { INVITATION_DAYS } from './links.ts';
import type { InvitePersonDto, NewOrganisationDto, RoleDto } from './people.dto.ts';
import type { InvitedView } from './people.view.ts';
import { invalidPeople, requireRole, type WantedRole } from './role-rules.ts';

export const wantedRole = (dto: RoleDto): WantedRole => ({
  role: dto.role,
  requesterRole: dto.role === 'requester' ? (dto.requesterRole ?? null) : null,
  organisationId: dto.organisationId ?? null,
  delegateOf: dto.role === 'delegate' ? (dto.delegateOf ?? null) : null,
  startsOn: dto.startsOn,
  endsOn: dto.endsOn ?? null,
});

/** The row of an invitation that is copied by a new sending. */
interface Invited {
  professionalId: string;
  email: string;
  role: MemberRole;
  requesterRole: RequesterRole | null;
  organisationId: string | null;
  delegateOf: string | null;
  startsOn: string;
  endsOn: string | null;
}

interface Found {
  professionalId: string;
  /** Where the letter goes: the address of the account when there is one. */
  email: string;
}

/** Invitations by mail: seven days, once. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly elsewhere: Elsewhere,
  ) {}

  invite(member: Member, dto: InvitePersonDto): Promise<InvitedView> {
    return this.inviteTo(member.ess, member.ctx, dto);
  }

  /** For the administrator of the platform too, who is of no ESS. */
  async inviteTo(ess: EssRow, ctx: Ctx, dto: InvitePersonDto): Promise<InvitedView> {
    const now = this.clock.now();
    const wanted = wantedRole(dto);
    if (!dto.familyName.trim()) throw invalidPeople('Indiquez le nom.', 'familyName');
    requireRole(wanted, localTime(now, ess.timezone).date, dto.newOrganisation !== undefined);
    const person = await this.findOrMake(ess, dto);
    return this.database.tx(ctx, async (tx) => {
      const organisationId = dto.newOrganisation
        ? await this.makeOrganisation(tx, dto.newOrganisation)
        : await knownOrganisation(tx, wanted);
      await this.withdrawPending(tx, person.professionalId);
      return this.write(tx, { ...wanted, ...person, organisationId });
    });
  }

  /** The link of before is dead, another leaves. */
  async resend(member: Member, id: string): Promise<InvitedView> {
    return this.database.tx(member.ctx, async (tx) => {
      const rows: Invited[] = await tx.manager.query(PENDING, [member.ess.id, id]);
      const before = rows[0];
      if (!before || (await this.withdrawPending(tx, before.professionalId)) === 0) throw notFound();
      return this.write(tx, before);
    });
  }

  async revoke(member: Member, id: string): Promise<void> {
    await this.database.tx(member.ctx, async (tx) => {
      const revoked: { professionalId: string }[] = await tx.manager.query(
        `with revoked as (
           update invitation set revoked_at = $3
            where tenant_id = $1 and id = $2 and professional_id is not null
              and accepted_at is null and revoked_at is null
            returning professional_id as "professionalId"
         ) select * from revoked`,
        [member.ess.id, id, this.clock.now()],
      );
      const [gone] = revoked;
      if (!gone) throw notFound();
      await this.audit.line(tx, {
        action: 'person.changed',
        resource: 'person',
        resourceId: gone.professionalId,
        reason: 'invitation retirée',
      });
    });
  }

  private async write(tx: Tx, invited: Invited): Promise<InvitedView> {
    const createdAt = this.clock.now();
    const id = uuidv7(createdAt);
    const { professionalId } = invited;
    await tx.manager.query(INSERT, [
      tx.ctx.tenantId,
      id,
      professionalId,
      invited.email,
      invited.role,
      invited.requesterRole,
      invited.organisationId,
      invited.delegateOf,
      invited.startsOn,
      invited.endsOn,
      tx.ctx.userId,
      createdAt,
      new Date(createdAt.getTime() + INVITATION_DAYS * 86_400_000),
    ]);
    await this.outbox.notice(tx, { type: 'person.invited', subjectId: id, actorId: tx.ctx.userId, rooms: [] });
    await this.audit.line(tx, {
      action: 'person.invited',
      resource: 'person',
      resourceId: professionalId,
      reason: invited.role,
    });
    return { id, professionalId };
  }

  /** Of two who invite him at once the second waits, then its link is the one that opens. */
  private async withdrawPending(tx: Tx, professionalId: string): Promise<number> {
    await tx.manager.query('select 1 from professional where id = $1 for no key update', [professionalId]);
    const gone: unknown[] = await tx.manager.query(WITHDRAW, [tx.ctx.tenantId, professionalId, this.clock.now()]);
    return gone.length;
  }

  /** By RPPS, then by the address; else a new person. Of two who make him at once, the second finds him. */
  private async findOrMake(ess: EssRow, dto: InvitePersonDto): Promise<Found> {
    const email = dto.email.trim().toLowerCase();
    const rpps = bareRpps(dto.rpps);
    const person = await this.database.global(async (manager) => {
      for (const name of rpps ? [email, rpps] : [email])
        await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [name]);
      return (await this.findPerson(manager, email, rpps)) ?? this.make(manager, dto, email, rpps);
    });
    return this.reuse(ess, dto, person, email, rpps);
  }

  private async findPerson(
    manager: EntityManager,
    email: string,
    rpps: string | null,
  ): Promise<ProfessionalRow | null> {
    if (rpps) {
      const byRpps = await manager.findOneBy(ProfessionalRow, { rpps });
      if (byRpps) return byRpps;
    }
    const account = await manager.findOneBy(AccountRow, { email });
    if (account && !account.professionalId) throw addressTaken();
    if (account?.professionalId) return manager.findOneBy(ProfessionalRow, { id: account.professionalId });
    return manager.findOneBy(ProfessionalRow, { email });
  }

  private async reuse(
    ess: EssRow,
    dto: InvitePersonDto,
    known: ProfessionalRow,
    email: string,
    rpps: string | null,
  ): Promise<Found> {
    const sameName = searchName(dto.familyName) === searchName(known.familyName);
    if (!sameName || (rpps && known.rpps && known.rpps !== rpps)) {
      throw invalidPeople('Ce RPPS ou cette adresse est à quelqu’un d’autre. Vérifiez le nom.', 'familyName');
    }
    const account = await this.database.global((manager) =>
      manager.findOneBy(AccountRow, { professionalId: known.id }),
    );
    if (account?.platformDisabledAt)
      throw invalidPeople('La plateforme a fermé l’accès de cette personne. Demandez-lui de le rouvrir.', 'email');
    if (account) return { professionalId: known.id, email: account.email };
    const isOurs = await this.database.tx({ tenantId: ess.id, userId: null }, (tx) =>
      tx.manager.existsBy(MembershipRow, { tenantId: ess.id, professionalId: known.id }),
    );
    // Whoever opens the first account of a person gets what another team has written about him: never on our word alone.
    if (known.email !== email && (await this.elsewhere.isOf(known.id, ess.id))) {
      throw invalidPeople(
        'Cette personne est déjà connue d’une autre équipe. Demandez à l’administration de la plateforme.',
        'email',
      );
    }
    if (!isOurs && known.email !== email && known.email !== null) {
      throw invalidPeople('Cette personne est connue sous une autre adresse. Vérifiez-la.', 'email');
    }
    if (await this.database.global((manager) => manager.existsBy(AccountRow, { email }))) throw addressTaken();
    return { professionalId: known.id, email };
  }

  private async make(
    manager: EntityManager,
    dto: InvitePersonDto,
    email: string,
    rpps: string | null,
  ): Promise<ProfessionalRow> {
    const createdAt = this.clock.now();
    const person: ProfessionalRow = {
      id: uuidv7(createdAt),
      civility: dto.civility,
      familyName: dto.familyName.trim(),
      givenName: dto.givenName.trim(),
      profession: dto.role === 'requester' ? (dto.requesterRole ?? '') : dto.profession.trim(),
      rpps,
      phone: null,
      email,
      searchName: searchName(dto.familyName, dto.givenName),
      createdAt,
    };
    await manager.insert(ProfessionalRow, person);
    return person;
  }

  private async makeOrganisation(tx: Tx, { name, kind, communeInsee }: NewOrganisationDto): Promise<string> {
    const createdAt = this.clock.now();
    const id = uuidv7(createdAt);
    const insee = communeInsee?.trim() || null;
    if (insee && (await tx.manager.query('select 1 from commune where insee_code = $1', [insee])).length === 0)
      throw invalidPeople('Choisissez la commune dans la liste, par son nom.', 'newOrganisation.communeInsee');
    await tx.manager.insert(OrganisationRow, {
      id,
      kind,
      name: name.trim(),
      communeInsee: insee,
      address: null,
      phone: null,
      createdAt,
    });
    return id;
  }
}

const addressTaken = () => invalidPeople('Cette adresse sert déjà à un autre compte. Donnez-en une autre.', 'email');

function bareRpps(typed: string | null | undefined): string | null {
  if (!typed?.trim()) return null;
  const checked = checkRpps(typed);
  if (!checked.ok) throw invalidPeople(checked.message, 'rpps');
  return checked.value;
}

/** An organisation of this ESS; of a delegate, the one of the requester he writes for. */
export async function knownOrganisation(tx: Tx, wanted: WantedRole): Promise<string | null> {
  if (wanted.delegateOf) {
    const rows: { organisationId: string }[] = await tx.manager.query(
      `select organisation_id as "organisationId" from membership
        where tenant_id = $1 and professional_id = $2 and role = 'requester' and ended_at is null and suspended_at is null
          and ($3::uuid is null or organisation_id = $3)
        order by starts_on, id limit 1`,
      [tx.ctx.tenantId, wanted.delegateOf, wanted.organisationId],
    );
    const [requester] = rows;
    if (!requester) throw invalidPeople('Choisissez un demandeur de votre ESS.', 'delegateOf');
    return requester.organisationId;
  }
  if (!wanted.organisationId) return null;
  const known = await tx.manager.existsBy(MembershipRow, {
    tenantId: tx.ctx.tenantId,
    organisationId: wanted.organisationId,
  });
  if (!known) throw invalidPeople('Choisissez une structure de la liste.', 'organisationId');
  return wanted.organisationId;
}

const INSERT = `
  insert into invitation (tenant_id, id, professional_id, email, role, requester_role, organisation_id, delegate_of,
                          starts_on, ends_on, invited_by, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

const PENDING = `
  select professional_id as "professionalId", email, role, requester_role as "requesterRole",
         organisation_id as "organisationId", delegate_of as "delegateOf", starts_on::text as "startsOn",
         ends_on::text as "endsOn"
    from invitation
   where tenant_id = $1 and id = $2 and professional_id is not null and accepted_at is null and revoked_at is null`;

const WITHDRAW = `
  with gone as (
    update invitation set revoked_at = $3
     where tenant_id = $1 and professional_id = $2 and accepted_at is null and revoked_at is null
     returning id
  ) select id from gone`;
