import { Injectable } from '@nestjs/common';
import { notFound, permissionsOf } from '#contracts';
import { DECIDERS } from '#contracts/transitions';
import { Directory, HandOvers, localTime, MembershipRow } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database, Outbox, uuidv7 } from '#platform';
import type { Tx } from '#platform';
import { AccountRow } from '../account.entity.ts';
import { Rights } from '../rights.service.ts';
import { Sessions } from '../sessions.service.ts';
import { holdAdministrators, requireAdministrator } from './administrators.ts';
import { Elsewhere } from './elsewhere.service.ts';
import { futureOnCall, People } from './people.service.ts';
import type { DepartureView, OnCallPeriodView, RevokedRoleView } from './people.view.ts';
import { invalidPeople } from './role-rules.ts';

interface Revoked {
  roles: RevokedRoleView[];
  invitations: number;
  account: boolean;
  onCall: OnCallPeriodView[];
}

interface DepartureFound {
  id: string;
  at: Date;
  by_id: string | null;
  professional_id: string;
  handed_to: string | null;
  requests_handed: number;
  sessions_ended: number;
  revoked: Revoked;
}

/** Somebody leaves: what he had in hand passes to a colleague, what he could open is closed, a certificate says it. */
@Injectable()
export class Departures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly handOvers: HandOvers,
    private readonly people: People,
    private readonly elsewhere: Elsewhere,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
  ) {}

  async depart(member: Member, professionalId: string, handTo: string | null): Promise<DepartureView> {
    if (professionalId === member.professionalId)
      throw invalidPeople('Demandez à une autre personne de l’administration d’enregistrer votre départ.');
    if (handTo === professionalId) throw invalidPeople('Choisissez quelqu’un d’autre.', 'handTo');
    const shared = await this.elsewhere.isOf(professionalId, member.ess.id);
    const left = await this.database.tx(member.ctx, (tx) => this.leave(tx, member, professionalId, handTo, shared));
    if (left.accountId && !shared) await this.sessions.endAllOf(left.accountId);
    await this.rights.changedIn(member.ctx, [professionalId]);
    // A request passed to him while this was being written.
    const handing = { fromId: professionalId, toId: handTo };
    await this.database.tx(member.ctx, (tx) => this.handOvers.handAll(tx, member.ess, handing));
    return this.certificate(member, left.id);
  }

  certificate(member: Member, id: string): Promise<DepartureView> {
    return this.database.tx(member.ctx, async (tx) => {
      const rows: DepartureFound[] = await tx.manager.query(
        `select id, at, by_id, professional_id, handed_to, requests_handed, sessions_ended, revoked
           from departure where tenant_id = $1 and id = $2`,
        [member.ess.id, id],
      );
      const row = rows[0];
      if (!row) throw notFound();
      const names = await this.directory.names(tx, [row.by_id, row.professional_id, row.handed_to]);
      const person = await this.people.find(tx, member, row.professional_id);
      return {
        id,
        at: row.at.toISOString(),
        byName: row.by_id ? (names.get(row.by_id) ?? null) : null,
        essName: member.ess.name,
        personName: person.name,
        profession: person.profession,
        rpps: person.rpps,
        handedTo: row.handed_to ? (names.get(row.handed_to) ?? null) : null,
        requestsHanded: row.requests_handed,
        sessionsEnded: row.sessions_ended,
        roles: row.revoked.roles,
        invitationsWithdrawn: row.revoked.invitations,
        accountDisabled: row.revoked.account,
        onCall: row.revoked.onCall,
      };
    });
  }

  private async leave(
    tx: Tx,
    member: Member,
    professionalId: string,
    handTo: string | null,
    shared: boolean,
  ): Promise<{ id: string; accountId: string | null }> {
    const now = this.clock.now();
    const today = localTime(now, member.ess.timezone).date;
    await holdAdministrators(tx);
    const person = await this.people.find(tx, member, professionalId);
    if (person.state === 'left') throw invalidPeople('Ce départ est déjà enregistré.');
    const roles = await this.endRoles(tx, professionalId, now, today);
    const inHand = await this.handOvers.inHand(tx, professionalId);
    const taker = await this.takerOf(tx, member, handTo, roles, inHand);
    const handed = taker ? await this.handOvers.handAll(tx, member.ess, { fromId: professionalId, toId: taker }) : 0;
    const invitations: unknown[] = await tx.manager.query(WITHDRAW, [member.ess.id, professionalId, now]);
    const account = person.accountId && !shared ? person.accountId : null;
    const [open]: { count: number }[] = await tx.manager.query(
      'select count(*)::int as count from session where account_id = $1 and expires_at > $2',
      [account, now],
    );
    if (account) await tx.manager.update(AccountRow, { id: account }, { disabledAt: now });
    await requireAdministrator(tx, member, professionalId, today);
    const id = uuidv7(now);
    const revoked: Revoked = {
      roles,
      invitations: invitations.length,
      account: account !== null,
      onCall: await futureOnCall(tx, professionalId, now),
    };
    await tx.manager.query(INSERT, [
      member.ess.id,
      id,
      professionalId,
      now,
      member.professionalId,
      handed > 0 ? taker : null,
      handed,
      open?.count ?? 0,
      JSON.stringify(revoked),
    ]);
    await this.outbox.notice(tx, {
      type: 'person.departed',
      subjectId: professionalId,
      actorId: member.professionalId,
      rooms: [],
    });
    await this.audit.line(tx, {
      action: 'person.departed',
      resource: 'person',
      resourceId: professionalId,
      reason: `départ, ${handed} demande(s) transmise(s)`,
    });
    return { id, accountId: person.accountId };
  }

  private async endRoles(tx: Tx, professionalId: string, now: Date, today: string): Promise<RevokedRoleView[]> {
    const rows = await tx.manager.query(END_ROLES, [tx.ctx.tenantId, professionalId, now, today]);
    return rows;
  }

  /** Who takes what was in hand, checked; nobody when nothing was. */
  private async takerOf(
    tx: Tx,
    member: Member,
    handTo: string | null,
    roles: RevokedRoleView[],
    inHand: number,
  ): Promise<string | null> {
    if (inHand === 0) return null;
    const count = inHand === 1 ? 'Une demande ouverte est' : `${inHand}\u00a0demandes ouvertes sont`;
    if (!handTo) throw invalidPeople(`${count} entre ses mains. Choisissez qui les reprend.`, 'handTo');
    const taker = await this.people.find(tx, member, handTo);
    const rows = await tx.manager.findBy(MembershipRow, { tenantId: member.ess.id, professionalId: handTo });
    const today = localTime(this.clock.now(), member.ess.timezone).date;
    const live = rows.filter(
      (row) =>
        !row.endedAt && !row.suspendedAt && row.startsOn <= today && (row.endsOn === null || row.endsOn >= today),
    );
    const has = live.map(({ role }) => role);
    const signed = roles.some(({ role }) => DECIDERS.includes(role));
    const may = signed ? has.some((role) => DECIDERS.includes(role)) : permissionsOf(has).has('request.triage');
    if (taker.state !== 'active' || !may) {
      throw invalidPeople(
        signed
          ? 'Choisissez un spécialiste en exercice\u00a0: des demandes attendent une décision ou une signature.'
          : 'Choisissez une personne du guichet, en exercice.',
        'handTo',
      );
    }
    return handTo;
  }
}

const WITHDRAW = `
  with gone as (
    update invitation set revoked_at = $3
     where tenant_id = $1 and professional_id = $2 and accepted_at is null and revoked_at is null
     returning id
  ) select id from gone`;

const END_ROLES = `
  with ended as (
    update membership set ended_at = $3, ends_on = least(coalesce(ends_on, $4::date), greatest(starts_on, $4::date))
     where tenant_id = $1 and professional_id = $2 and ended_at is null
     returning role, organisation_id, starts_on
  )
  select e.role, o.name as "organisationName", e.starts_on::text as "startsOn"
    from ended e left join organisation o on o.id = e.organisation_id
   order by e.starts_on, e.role`;

const INSERT = `
  insert into departure (tenant_id, id, professional_id, at, by_id, handed_to, requests_handed, sessions_ended, revoked)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
