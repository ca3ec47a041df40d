import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { notFound } from '#contracts';
import { Directory, HandOvers, ProfessionalRow, displayName } from '#directory';
import type { EssRow } from '#directory';
import { Audit, Clock, Database, Outbox } from '#platform';
import type { AuditAction, Tx } from '#platform';
import { AccountRow } from '../account.entity.ts';
import { Factors } from '../factors.service.ts';
import type { Principal } from '../principal.ts';
import { Rights } from '../rights.service.ts';
import { Sessions } from '../sessions.service.ts';
import type { PlatformPersonView } from './platform.view.ts';
import { invalidPeople } from './role-rules.ts';

interface Concerned {
  accountId: string;
  professionalId: string;
}

/** What one team may not do to somebody whom others share: close his access everywhere, reset his second factor. */
@Injectable()
export class PlatformPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly handOvers: HandOvers,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
    private readonly factors: Factors,
  ) {}

  /** By the whole address of his account. @throws people.invalid */
  async find(typed: string): Promise<PlatformPersonView> {
    const email = typed.trim().toLowerCase();
    const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { email }));
    if (!account?.professionalId)
      throw invalidPeople('Aucun compte de professionnel n’a cette adresse. Vérifiez-la.', 'email');
    return this.view(account.professionalId);
  }

  /** The account first, its sessions and sockets at once; then, team by team, what he had open or in hand. */
  async disable(principal: Principal, professionalId: string): Promise<PlatformPersonView> {
    const who = await this.somebodyElse(principal, professionalId);
    const now = this.clock.now();
    await this.database.global((manager) =>
      manager.update(AccountRow, { id: who.accountId }, { disabledAt: now, platformDisabledAt: now }),
    );
    await this.sessions.endAllOf(who.accountId);
    await this.inEachTeam(principal, who, 'person.disabled', (tx, ess) =>
      this.handOvers.handAll(tx, ess, { fromId: professionalId, toId: null }),
    );
    return this.view(professionalId);
  }

  /** What the platform closed; a team that had closed its own door keeps it closed. */
  async enable(principal: Principal, professionalId: string): Promise<PlatformPersonView> {
    const who = await this.somebodyElse(principal, professionalId);
    const { affected } = await this.database.global((manager) =>
      manager.update(
        AccountRow,
        { id: who.accountId, platformDisabledAt: Not(IsNull()) },
        { disabledAt: null, platformDisabledAt: null },
      ),
    );
    if (affected !== 1) throw invalidPeople('La plateforme n’a pas fermé cet accès.');
    await this.inEachTeam(principal, who, 'person.enabled');
    return this.view(professionalId);
  }

  /** For who has lost everything: he sets up a second factor again at his next sign-in, and is told by mail. */
  async resetFactors(principal: Principal, professionalId: string): Promise<PlatformPersonView> {
    const who = await this.somebodyElse(principal, professionalId);
    await this.factors.reset(who.accountId);
    let told = false;
    await this.inEachTeam(principal, who, 'factor.removed', async (tx) => {
      if (told) return;
      told = true;
      const notice = { type: 'person.factor-changed' as const, subjectId: professionalId, rooms: [] };
      await this.outbox.notice(tx, { ...notice, actorId: principal.professionalId });
    });
    return this.view(professionalId);
  }

  /** His links are dead in every team; in his own ones, a line of the audit says what was done. */
  private async inEachTeam(
    principal: Principal,
    { accountId, professionalId }: Concerned,
    action: AuditAction,
    act: (tx: Tx, ess: EssRow) => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    const now = this.clock.now();
    for (const ess of await this.directory.allEss()) {
      const ctx = { tenantId: ess.id, userId: principal.professionalId };
      await this.database.tx(ctx, async (tx) => {
        const [is]: { ofTeam: boolean }[] = await tx.manager.query(REVOKE, [ess.id, professionalId, accountId, now]);
        if (!is?.ofTeam) return;
        await act(tx, ess);
        const reason = 'administration de la plateforme';
        await this.audit.line(tx, { action, resource: 'person', resourceId: professionalId, reason });
      });
      await this.rights.changedIn(ctx, [professionalId]);
    }
  }

  private async somebodyElse(principal: Principal, professionalId: string): Promise<Concerned> {
    if (professionalId === principal.professionalId)
      throw invalidPeople('Pour votre propre accès, demandez à une autre personne de la plateforme.');
    const { id: accountId } = await this.accountOf(professionalId);
    return { accountId, professionalId };
  }

  private async accountOf(professionalId: string): Promise<AccountRow> {
    const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { professionalId }));
    if (!account) throw notFound();
    return account;
  }

  private async view(professionalId: string): Promise<PlatformPersonView> {
    const account = await this.accountOf(professionalId);
    return this.database.global(async (manager) => {
      const person = await manager.findOneByOrFail(ProfessionalRow, { id: professionalId });
      const teams: { slug: string; name: string }[] = await manager.query(TEAMS, [professionalId]);
      const [count]: { factors: number }[] = await manager.query(
        'select count(*)::int as factors from factor where account_id = $1 and confirmed_at is not null',
        [account.id],
      );
      return {
        id: professionalId,
        name: displayName(person),
        profession: person.profession,
        email: account.email,
        state: account.platformDisabledAt ? 'closed' : account.disabledAt ? 'disabled' : 'open',
        factors: count?.factors ?? 0,
        teams,
      };
    }, professionalId);
  }
}

const REVOKE = `
  with invitations as (
    update invitation set revoked_at = $4
     where tenant_id = $1 and professional_id = $2 and accepted_at is null and revoked_at is null),
  links as (
    update link set used_at = $4 where tenant_id = $1 and account_id = $3 and used_at is null)
  select exists (select 1 from membership
                  where tenant_id = $1 and professional_id = $2 and ended_at is null) as "ofTeam"`;

/** Read as the person himself: the wall lets his own roles through, in whatever team. */
const TEAMS = `
  select distinct e.slug, e.name
    from membership m join ess e on e.id = m.tenant_id
   where m.professional_id = $1 and m.ended_at is null
   order by e.name`;
