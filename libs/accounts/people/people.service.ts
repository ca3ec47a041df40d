import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import { DESK_ROLES, type MemberRole } from '#contracts/enums';
import { HandOvers, localTime, searchName } from '#directory';
import type { Member } from '#directory';
import { Clock, Database } from '#platform';
import type { Tx } from '#platform';
import { Elsewhere } from './elsewhere.service.ts';
import type { PeopleQueryDto } from './people.dto.ts';
import { ONE_PERSON, ORGANISATIONS, PEOPLE_OF_ROLES, PEOPLE_PAGE, ROLES_OF } from './people.sql.ts';
import type {
  ColleagueRefView,
  OnCallPeriodView,
  PeopleOptionsView,
  PeoplePageView,
  PersonDeviceView,
  PersonRoleView,
  PersonRowView,
  PersonState,
  PersonView,
  TeamOrganisationView,
} from './people.view.ts';

const PAGE = 40;

interface FoundPerson {
  id: string;
  state: PersonState;
  inTeam: boolean;
  accountId: string | null;
  email: string | null;
  invitationId: string | null;
  invitedEmail: string;
  invitedRole: MemberRole;
  invitedAt: Date;
  invitedUntil: Date;
  name: string;
  profession: string;
  rpps: string | null;
  searchName: string;
  lastSeenAt: Date | null;
}
type FoundRole = PersonRoleView & { professionalId: string };

/** The people of an ESS, for who manages them. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handOvers: HandOvers,
    private readonly elsewhere: Elsewhere,
  ) {}

  list(member: Member, query: PeopleQueryDto): Promise<PeoplePageView> {
    const after = query.after ? readCursor(query.after) : null;
    return this.database.tx(member.ctx, async (tx) => {
      const found: FoundPerson[] = await tx.manager.query(PEOPLE_PAGE, [
        member.ess.id,
        this.today(member),
        query.group ?? 'team',
        searchName(query.q ?? ''),
        after?.name ?? null,
        after?.id ?? null,
        PAGE + 1,
      ]);
      const page = found.slice(0, PAGE);
      const last = found.length > PAGE ? page.at(-1) : undefined;
      return {
        items: await this.toRows(tx, member, page),
        nextCursor: last ? `${last.searchName}~${last.id}` : null,
      };
    });
  }

  async one(member: Member, professionalId: string): Promise<PersonView> {
    const shared = await this.elsewhere.isOf(professionalId, member.ess.id);
    return this.database.tx(member.ctx, async (tx) => {
      const person = await this.find(tx, member, professionalId);
      const [row] = await this.toRows(tx, member, [person]);
      if (!row) throw notFound();
      const [extra]: { factors: number; departureId: string | null }[] = await tx.manager.query(EXTRA, [
        member.ess.id,
        professionalId,
        person.accountId,
      ]);
      return {
        ...row,
        shared,
        inHand: await this.handOvers.inHand(tx, professionalId),
        onCall: await futureOnCall(tx, professionalId, this.clock.now()),
        factors: extra?.factors ?? 0,
        departureId: person.state === 'left' ? (extra?.departureId ?? null) : null,
      };
    });
  }

  async devices(member: Member, professionalId: string): Promise<PersonDeviceView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const { accountId } = await this.find(tx, member, professionalId);
      if (!accountId) return [];
      const rows: { label: string; created_at: Date; last_seen_at: Date; trusted_until: Date | null }[] =
        await tx.manager.query(
          'select label, created_at, last_seen_at, trusted_until from device where account_id = $1 order by last_seen_at desc limit 50',
          [accountId],
        );
      const dayOf = (at: Date) => localTime(at, member.ess.timezone).date;
      return rows.map((row) => ({
        label: row.label,
        firstSeenOn: dayOf(row.created_at),
        lastSeenOn: dayOf(row.last_seen_at),
        trusted: row.trusted_until !== null && row.trusted_until > this.clock.now(),
      }));
    });
  }

  options(member: Member): Promise<PeopleOptionsView> {
    return this.database.tx(member.ctx, async (tx) => {
      const organisations: TeamOrganisationView[] = await tx.manager.query(ORGANISATIONS, [member.ess.id]);
      return {
        organisations,
        requesters: await this.ofRoles(tx, member, ['requester']),
        colleagues: await this.ofRoles(tx, member, DESK_ROLES),
      };
    });
  }

  /** @throws not-found when the person is not of this ESS. */
  async find(tx: Tx, member: Member, professionalId: string): Promise<FoundPerson> {
    const rows: FoundPerson[] = await tx.manager.query(ONE_PERSON, [member.ess.id, this.today(member), professionalId]);
    const person = rows[0];
    if (!person) throw notFound();
    return person;
  }

  private today(member: Member): string {
    return localTime(this.clock.now(), member.ess.timezone).date;
  }

  private async ofRoles(tx: Tx, member: Member, roles: readonly MemberRole[]): Promise<ColleagueRefView[]> {
    const rows: ColleagueRefView[] = await tx.manager.query(PEOPLE_OF_ROLES, [
      member.ess.id,
      this.today(member),
      roles,
    ]);
    return rows.map(({ id, name, organisationId, organisationName }) => ({
      id,
      name,
      organisationId,
      organisationName,
    }));
  }

  private async toRows(tx: Tx, member: Member, found: FoundPerson[]): Promise<PersonRowView[]> {
    const ids = found.map(({ id }) => id);
    const roles: FoundRole[] = await tx.manager.query(ROLES_OF, [member.ess.id, this.today(member), ids]);
    const now = this.clock.now();
    return found.map((person) => ({
      id: person.id,
      name: person.name,
      profession: person.profession,
      rpps: person.rpps,
      email: person.email,
      state: person.state,
      lastSeenOn: person.lastSeenAt ? localTime(person.lastSeenAt, member.ess.timezone).date : null,
      roles: roles.filter((role) => role.professionalId === person.id).map(toRole),
      invitation: person.invitationId
        ? {
            id: person.invitationId,
            email: person.invitedEmail,
            role: person.invitedRole,
            sentAt: person.invitedAt.toISOString(),
            expiresAt: person.invitedUntil.toISOString(),
            expired: person.invitedUntil <= now,
          }
        : null,
    }));
  }
}

const toRole = ({ professionalId: _of, ...role }: FoundRole): PersonRoleView => role;

/** On-call periods still to come, or running. */
export async function futureOnCall(tx: Tx, professionalId: string, now: Date): Promise<OnCallPeriodView[]> {
  const rows: { starts_at: Date; ends_at: Date }[] = await tx.manager.query(
    `select starts_at, ends_at from on_call
      where tenant_id = $1 and professional_id = $2 and ends_at > $3 order by starts_at limit 100`,
    [tx.ctx.tenantId, professionalId, now],
  );
  return rows.map(({ starts_at, ends_at }) => ({ startsAt: starts_at.toISOString(), endsAt: ends_at.toISOString() }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readCursor(cursor: string): { name: string; id: string } {
  const at = cursor.lastIndexOf('~');
  const [name, id] = [cursor.slice(0, at), cursor.slice(at + 1)];
  if (at < 0 || !UUID.test(id))
    throw new DomainError('input.invalid', 'Cette page de la liste n’existe plus. Revenez au début.');
  return { name, id };
}

const EXTRA = `
  select (select count(*)::int from factor f where f.account_id = $3 and f.confirmed_at is not null) as factors,
         (select id from departure d where d.tenant_id = $1 and d.professional_id = $2 order by at desc limit 1) as "departureId"`;
