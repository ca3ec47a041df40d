import { Injectable } from '@nestjs/common';
import { IsNull, QueryFailedError } from 'typeorm';
import type { MemberRole, RequesterRole } from '#contracts/enums';
import { Directory, displayName, MembershipRow, ProfessionalRow } from '#directory';
import type { EssRow } from '#directory';
import { Audit, Clock, Database, Keyring, uuidv7 } from '#platform';
import type { Tx } from '#platform';
import { AccountPasswords } from '../account-passwords.service.ts';
import { AccountRow } from '../account.entity.ts';
import { Guesses } from '../guesses.service.ts';
import { requireGoodPassword } from '../password-rules.ts';
import { hashPassword, verifyPassword } from '../passwords.ts';
import { Rights } from '../rights.service.ts';
import { badCredentials, SignIn } from '../sign-in.service.ts';
import type { Started, Visit } from '../visit.ts';
import { checkLink, deadLink, readLinkToken, type LinkToken } from './links.ts';
import type { LinkView } from './people.view.ts';
import { invalidPeople } from './role-rules.ts';

interface Invited {
  id: string;
  email: string;
  professionalId: string | null;
  patientId: string | null;
  role: MemberRole | null;
  requesterRole: RequesterRole | null;
  organisationId: string | null;
  delegateOf: string | null;
  startsOn: string | null;
  endsOn: string | null;
}

interface Opened {
  invited: Invited;
  person: ProfessionalRow | null;
  account: AccountRow | null;
}

const UNIQUE_VIOLATION = '23505';

/** What the links of our mails open. Reading one changes nothing; using one works once. */
@Injectable()
export class MessageLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly keyring: Keyring,
    private readonly audit: Audit,
    private readonly guesses: Guesses,
    private readonly signIn: SignIn,
    private readonly passwords: AccountPasswords,
    private readonly rights: Rights,
  ) {}

  /** @throws link.dead */
  async open(text: string): Promise<LinkView> {
    const token = readLinkToken(text);
    const ess = await this.essOf(token);
    return this.inTenant(ess, (tx) =>
      token.purpose === 'invitation' ? this.viewInvitation(tx, ess, token) : this.viewReset(tx, ess, token),
    );
  }

  /** A new account chooses its password, a known one proves it. The session that begins still asks the second factor. */
  async accept(text: string, password: string, visit: Visit): Promise<Started> {
    const token = readLinkToken(text);
    if (token.purpose !== 'invitation') throw deadLink();
    const ess = await this.essOf(token);
    const opened = await this.inTenant(ess, (tx) => this.openInvitation(tx, token));
    const accountId = await this.acceptAs(ess, opened, password, visit);
    await this.rights.changed([accountId]);
    return this.signIn.begin(accountId, visit);
  }

  /** @throws link.dead, password.too-common: the link then still serves. */
  async resetPassword(text: string, password: string): Promise<void> {
    const token = readLinkToken(text);
    if (token.purpose !== 'password') throw deadLink();
    const ess = await this.essOf(token);
    const now = this.clock.now();
    const accountId = await this.inTenant(ess, async (tx) => {
      await checkLink(tx, this.keyring, token);
      const rows: { accountId: string }[] = await tx.manager.query(USE_LINK, [ess.id, token.id, now]);
      const [used] = rows;
      if (!used) throw deadLink();
      return used.accountId;
    });
    try {
      await this.passwords.reset(accountId, password);
    } catch (error) {
      await this.inTenant(ess, (tx) =>
        tx.manager.query('update link set used_at = null where tenant_id = $1 and id = $2 and used_at = $3', [
          ess.id,
          token.id,
          now,
        ]),
      );
      throw error;
    }
  }

  private async acceptAs(ess: EssRow, opened: Opened, password: string, visit: Visit): Promise<string> {
    const { account } = opened;
    if (account) {
      const guesser = { email: account.email, address: visit.address, deviceId: null };
      const proved = await this.guesses.attempt('password', guesser, async () =>
        account.passwordHash && (await verifyPassword(account.passwordHash, password)) ? account : null,
      );
      if (!proved) throw badCredentials();
      return this.take(ess, opened, account.id, null);
    }
    const names = opened.person ? [opened.person.givenName, opened.person.familyName] : [];
    requireGoodPassword(password, { email: opened.invited.email, names });
    return this.take(ess, opened, uuidv7(this.clock.now()), await hashPassword(password));
  }

  /** One guarded update: of two at once, one wins and the other finds a dead link. */
  private async take(ess: EssRow, opened: Opened, accountId: string, passwordHash: string | null): Promise<string> {
    const { invited } = opened;
    const now = this.clock.now();
    const userId = invited.professionalId ?? accountId;
    try {
      await this.database.tx({ tenantId: ess.id, userId }, async (tx) => {
        const taken: unknown[] = await tx.manager.query(TAKE, [ess.id, invited.id, now]);
        if (taken.length === 0) throw deadLink();
        if (passwordHash) await this.makeAccount(tx, opened, accountId, passwordHash, now);
        await (invited.professionalId
          ? this.makeMember(tx, ess, invited, invited.professionalId, accountId, now)
          : this.linkPatient(tx, ess, invited, accountId, now));
      });
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION) {
        throw invalidPeople('Cette adresse sert déjà à un autre compte. Demandez une autre invitation.', 'email');
      }
      throw error;
    }
    return accountId;
  }

  private async makeAccount(tx: Tx, { invited, person }: Opened, id: string, passwordHash: string, now: Date) {
    await tx.manager.insert(AccountRow, {
      id,
      professionalId: invited.professionalId,
      email: invited.email,
      passwordHash,
      wrappedKey: Buffer.alloc(0),
      platformAdmin: false,
      pscSubject: null,
      passwordChangedAt: now,
      disabledAt: null,
      createdAt: now,
    });
    if (person && !person.email) await tx.manager.update(ProfessionalRow, { id: person.id }, { email: invited.email });
  }

  private async makeMember(
    tx: Tx,
    ess: EssRow,
    invited: Invited,
    professionalId: string,
    accountId: string,
    now: Date,
  ): Promise<void> {
    // Disabled by the team he came from: this one vouches for him, and opens its own doors only.
    await tx.manager.update(AccountRow, { id: accountId, platformDisabledAt: IsNull() }, { disabledAt: null });
    await tx.manager.insert(MembershipRow, {
      tenantId: ess.id,
      id: uuidv7(now),
      professionalId,
      role: invited.role ?? 'requester',
      requesterRole: invited.requesterRole,
      organisationId: invited.organisationId,
      delegateOf: invited.delegateOf,
      startsOn: invited.startsOn ?? now.toISOString().slice(0, 10),
      endsOn: invited.endsOn,
    });
    await this.audit.line(tx, {
      action: 'person.changed',
      resource: 'person',
      resourceId: professionalId,
      reason: 'invitation acceptée',
    });
  }

  private async linkPatient(tx: Tx, ess: EssRow, invited: Invited, accountId: string, now: Date): Promise<void> {
    await tx.manager.query(
      `insert into patient_account (tenant_id, id, patient_id, account_id, created_at) values ($1, $2, $3, $4, $5)`,
      [ess.id, uuidv7(now), invited.patientId, accountId, now],
    );
    await this.audit.line(tx, {
      action: 'person.changed',
      resource: 'patient',
      resourceId: invited.patientId,
      reason: 'invitation acceptée',
    });
  }

  private async openInvitation(tx: Tx, token: LinkToken): Promise<Opened> {
    await checkLink(tx, this.keyring, token);
    const rows: Invited[] = await tx.manager.query(INVITED, [tx.ctx.tenantId, token.id, this.clock.now()]);
    const [invited] = rows;
    if (!invited) throw deadLink();
    const { professionalId, email } = invited;
    const person = professionalId ? await tx.manager.findOneBy(ProfessionalRow, { id: professionalId }) : null;
    const account = await tx.manager.findOneBy(AccountRow, professionalId ? { professionalId } : { email });
    // The account of a professional never opens a patient's space.
    if (!professionalId && account?.professionalId) throw deadLink();
    if (account?.platformDisabledAt) throw deadLink();
    return { invited, person, account };
  }

  private async viewInvitation(tx: Tx, ess: EssRow, token: LinkToken): Promise<LinkView> {
    const { invited, person, account } = await this.openInvitation(tx, token);
    return {
      purpose: 'invitation',
      essName: ess.name,
      // Whoever holds the link of a patient learns no name from it.
      displayName: person ? displayName(person) : '',
      email: invited.email,
      hasAccount: account !== null,
      kind: person ? 'professional' : 'patient',
      role: invited.role,
    };
  }

  private async viewReset(tx: Tx, ess: EssRow, token: LinkToken): Promise<LinkView> {
    await checkLink(tx, this.keyring, token);
    const rows: { email: string; name: string | null }[] = await tx.manager.query(RESET, [
      ess.id,
      token.id,
      this.clock.now(),
    ]);
    const [owner] = rows;
    if (!owner) throw deadLink();
    return {
      purpose: 'password',
      essName: ess.name,
      displayName: owner.name ?? '',
      email: owner.email,
      hasAccount: true,
      kind: owner.name === null ? 'patient' : 'professional',
      role: null,
    };
  }

  private async essOf({ slug }: LinkToken): Promise<EssRow> {
    try {
      return await this.directory.ess(slug);
    } catch {
      throw deadLink();
    }
  }

  private inTenant<T>({ id: tenantId }: EssRow, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.tx({ tenantId, userId: null }, work);
  }
}

const INVITED = `
  select id, email, professional_id as "professionalId", patient_id as "patientId", role,
         requester_role as "requesterRole", organisation_id as "organisationId", delegate_of as "delegateOf",
         starts_on::text as "startsOn", ends_on::text as "endsOn"
    from invitation
   where tenant_id = $1 and id = $2 and accepted_at is null and revoked_at is null and expires_at > $3`;

const TAKE = `
  with taken as (
    update invitation set accepted_at = $3
     where tenant_id = $1 and id = $2 and accepted_at is null and revoked_at is null and expires_at > $3
     returning id
  ) select id from taken`;

const RESET = `
  select a.email, trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as name
    from link l
    join account a on a.id = l.account_id and a.disabled_at is null
    left join professional p on p.id = a.professional_id
   where l.tenant_id = $1 and l.id = $2 and l.purpose = 'password' and l.used_at is null and l.expires_at > $3`;

const USE_LINK = `
  with used as (
    update link set used_at = $3
     where tenant_id = $1 and id = $2 and purpose = 'password' and used_at is null and expires_at > $3
     returning account_id as "accountId"
  ) select * from used`;
