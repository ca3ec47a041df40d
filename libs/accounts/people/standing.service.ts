import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { HandOvers, localTime } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database, Outbox } from '#platform';
import { AccountRow } from '../account.entity.ts';
import { Factors } from '../factors.service.ts';
import { Rights } from '../rights.service.ts';
import { Sessions } from '../sessions.service.ts';
import { holdAdministrators, requireAdministrator } from './administrators.ts';
import { Elsewhere } from './elsewhere.service.ts';
import { People } from './people.service.ts';
import { invalidPeople } from './role-rules.ts';

/** Disabled, enabled again, second factors reset: what an administrator does to an access at once. */
@Injectable()
export class Standing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly handOvers: HandOvers,
    private readonly people: People,
    private readonly elsewhere: Elsewhere,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
    private readonly factors: Factors,
  ) {}

  /**
   * His roles here are suspended; his account too, unless another ESS counts on it. Sessions and sockets end at once.
   * What he had in hand goes back to the team: an open request has an owner who can act (invariant 2).
   */
  async disable(member: Member, professionalId: string): Promise<void> {
    if (professionalId === member.professionalId)
      throw invalidPeople('Vous ne pouvez pas désactiver votre propre accès.');
    const now = this.clock.now();
    const shared = await this.elsewhere.isOf(professionalId, member.ess.id);
    const handing = { fromId: professionalId, toId: null };
    const accountId = await this.database.tx(member.ctx, async (tx) => {
      await holdAdministrators(tx);
      const person = await this.people.find(tx, member, professionalId);
      if (person.state === 'left' || person.state === 'disabled')
        throw invalidPeople('Cet accès n’est déjà plus ouvert.');
      await tx.manager.query(
        `update membership set suspended_at = $3
          where tenant_id = $1 and professional_id = $2 and ended_at is null and suspended_at is null`,
        [member.ess.id, professionalId, now],
      );
      await tx.manager.query(
        `update invitation set revoked_at = $3
          where tenant_id = $1 and professional_id = $2 and accepted_at is null and revoked_at is null`,
        [member.ess.id, professionalId, now],
      );
      if (person.accountId && !shared)
        await tx.manager.update(AccountRow, { id: person.accountId }, { disabledAt: now });
      await requireAdministrator(tx, member, professionalId, localTime(now, member.ess.timezone).date);
      await this.handOvers.handAll(tx, member.ess, handing);
      await this.audit.line(tx, {
        action: 'person.disabled',
        resource: 'person',
        resourceId: professionalId,
        reason: shared ? 'dans cette ESS' : 'compte',
      });
      return person.accountId;
    });
    if (accountId && !shared) await this.sessions.endAllOf(accountId);
    await this.rights.changedIn(member.ctx, [professionalId]);
    // A request passed to him while this was being written.
    await this.database.tx(member.ctx, (tx) => this.handOvers.handAll(tx, member.ess, handing));
  }

  async enable(member: Member, professionalId: string): Promise<void> {
    await this.database.tx(member.ctx, async (tx) => {
      const person = await this.people.find(tx, member, professionalId);
      if (person.state !== 'disabled') throw invalidPeople('Cet accès n’est pas désactivé.');
      if (await tx.manager.existsBy(AccountRow, { professionalId, platformDisabledAt: Not(IsNull()) }))
        throw invalidPeople('La plateforme a fermé cet accès. Demandez-lui de le rouvrir.');
      await tx.manager.query(
        `update membership set suspended_at = null where tenant_id = $1 and professional_id = $2 and ended_at is null`,
        [member.ess.id, professionalId],
      );
      if (person.accountId) await tx.manager.update(AccountRow, { id: person.accountId }, { disabledAt: null });
      await this.audit.line(tx, {
        action: 'person.enabled',
        resource: 'person',
        resourceId: professionalId,
        reason: 'administration',
      });
    });
    await this.rights.changedIn(member.ctx, [professionalId]);
  }

  /** For who has lost everything: he sets up a second factor again at his next sign-in, and is told by mail. */
  async resetFactors(member: Member, professionalId: string): Promise<void> {
    if (professionalId === member.professionalId)
      throw invalidPeople('Vos propres facteurs se changent depuis « Mon compte ».');
    // Nothing is said of somebody who is not of this team, not even that he works elsewhere.
    await this.database.tx(member.ctx, (tx) => this.people.find(tx, member, professionalId));
    if (await this.elsewhere.isOf(professionalId, member.ess.id)) {
      throw invalidPeople(
        'Cette personne travaille aussi dans une autre ESS. Demandez à l’administration de la plateforme.',
      );
    }
    const accountId = await this.database.tx(member.ctx, async (tx) => {
      const person = await this.people.find(tx, member, professionalId);
      if (!person.accountId || person.state === 'left')
        throw invalidPeople('Cette personne n’a pas de compte ouvert ici.');
      await this.outbox.notice(tx, {
        type: 'person.factor-changed',
        subjectId: professionalId,
        actorId: member.professionalId,
        rooms: [],
      });
      await this.audit.line(tx, {
        action: 'factor.removed',
        resource: 'person',
        resourceId: professionalId,
        reason: 'remise à zéro par l’administration',
      });
      return person.accountId;
    });
    await this.factors.reset(accountId);
  }
}
