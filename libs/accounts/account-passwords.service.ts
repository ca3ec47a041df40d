import { Injectable, Logger } from '@nestjs/common';
import { Clock, Database, Outbox, uuidv7 } from '#platform';
import { AccountJournal } from './account-journal.service.ts';
import { AccountRow } from './account.entity.ts';
import { Devices } from './devices.service.ts';
import { Guesses } from './guesses.service.ts';
import { requireGoodPassword } from './password-rules.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import type { Principal } from './principal.ts';
import { Principals } from './principals.service.ts';
import { Sessions } from './sessions.service.ts';
import { badCredentials } from './sign-in.service.ts';
import type { Visit } from './visit.ts';

const LINK_MINUTES = 60;

/** Changed by its owner, or forgotten and chosen again through a link of the mail. */
@Injectable()
export class AccountPasswords {
  private readonly logger = new Logger('Passwords');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guesses: Guesses,
    private readonly sessions: Sessions,
    private readonly devices: Devices,
    private readonly principals: Principals,
    private readonly outbox: Outbox,
    private readonly journal: AccountJournal,
  ) {}

  /** Ends every other session: whoever knew the old one is out. @throws session.bad-credentials, password.too-common */
  async change(principal: Principal, visit: Visit, current: string, next: string): Promise<void> {
    const { accountId, email, deviceId, sessionId } = principal;
    const account = await this.account(accountId);
    const proved = await this.guesses.attempt('password', { email, address: visit.address, deviceId }, async () =>
      account?.passwordHash && (await verifyPassword(account.passwordHash, current)) ? account : null,
    );
    if (!proved) throw badCredentials();
    requireGoodPassword(next, { email, names: [principal.displayName] });
    await this.write(accountId, next);
    await this.devices.signOutOthers(accountId, sessionId, deviceId);
    await this.journal.factor(principal, 'password.changed', 'mot de passe');
  }

  /** Through the link of the mail: every session is over; the second factor is asked as before. */
  async reset(accountId: string, next: string): Promise<void> {
    const account = await this.account(accountId);
    if (!account) return;
    const names = account.professionalId ? await this.namesOf(account.professionalId) : [];
    requireGoodPassword(next, { email: account.email, names });
    await this.write(accountId, next);
    await this.devices.forgetTrust(accountId);
    await this.sessions.endAllOf(accountId);
    const professionalId = account.professionalId ?? accountId;
    const memberships = account.professionalId ? await this.principals.memberships(account.professionalId) : [];
    const patients = account.professionalId ? [] : await this.principals.ownFiles(accountId);
    await this.journal.factor(
      { accountId, professionalId, memberships, patients },
      'password.changed',
      'lien de réinitialisation',
    );
  }

  /** Known or not, the answer left before: nothing of it tells whether the account exists. */
  forgot(email: string, address: string): void {
    this.askLink(email.trim().toLowerCase(), address).catch((error: unknown) =>
      this.logger.error(`reset link not asked: ${error instanceof Error ? error.message : String(error)}`),
    );
  }

  /** For {@link forgot}; apart, so that a test can wait for it. */
  async askLink(email: string, address: string): Promise<void> {
    if (!(await this.guesses.allow('forgot', { email, address, deviceId: null }))) return;
    const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { email }));
    if (!account || account.disabledAt) return;
    const [home] = account.professionalId
      ? await this.principals.memberships(account.professionalId)
      : await this.principals.ownFiles(account.id);
    if (!home) return;
    const createdAt = this.clock.now();
    const id = uuidv7(createdAt);
    const expiresAt = new Date(createdAt.getTime() + LINK_MINUTES * 60_000);
    const userId = account.professionalId ?? account.id;
    await this.database.tx({ tenantId: home.tenantId, userId }, async (tx) => {
      await tx.manager.query(
        `insert into link (tenant_id, id, purpose, account_id, created_at, expires_at)
         values ($1, $2, 'password', $3, $4, $5)`,
        [home.tenantId, id, account.id, createdAt, expiresAt],
      );
      await this.outbox.notice(tx, { type: 'person.reset-asked', subjectId: id, actorId: userId, rooms: [] });
    });
  }

  private account(id: string): Promise<AccountRow | null> {
    return this.database.global((manager) => manager.findOneBy(AccountRow, { id }));
  }

  private async write(id: string, password: string): Promise<void> {
    const change = { passwordHash: await hashPassword(password), passwordChangedAt: this.clock.now() };
    await this.database.global((manager) => manager.update(AccountRow, { id }, change));
  }

  private async namesOf(professionalId: string): Promise<string[]> {
    const rows: { given: string; family: string }[] = await this.database.global((manager) =>
      manager.query('select given_name as given, family_name as family from professional where id = $1', [
        professionalId,
      ]),
    );
    return rows.flatMap(({ given, family }) => [given, family]);
  }
}
