import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, notFound } from '#contracts';
import { Clock, Database, sealJson, unsealJson, uuidv7 } from '#platform';
import type { NewTotpView } from './account.view.ts';
import { AccountKeys } from './account-keys.service.ts';
import { FactorRow } from './factor.entity.ts';
import type { Principal } from './principal.ts';
import { invitationOf, newTotpSecret, stepOfCode } from './totp.ts';

interface Sealed {
  secret: string;
}

const MOST_FACTORS = 10;
const place = (row: string) => ({ table: 'factor', column: 'sealed', row });

/** Codes of six digits. None is good twice: the step of the last one taken is kept, and only a later one passes. */
@Injectable()
export class TotpFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: AccountKeys,
  ) {}

  /** A secret to confirm by its first code; one begun before and left there is forgotten. */
  async begin({ accountId, email }: Principal, label: string): Promise<NewTotpView> {
    const secret = newTotpSecret();
    const id = await this.database.global(async (manager) => {
      await manager.query(`delete from factor where account_id = $1 and kind = 'totp' and confirmed_at is null`, [
        accountId,
      ]);
      await refuseOneMore(manager, accountId);
      return this.write(manager, accountId, { secret, label, confirmedAt: null });
    });
    return { id, secret, ...invitationOf(secret, email, 'Guichet ESS') };
  }

  /** @returns false when the code is wrong. @throws not-found when there is nothing to confirm. */
  async confirm(accountId: string, id: string, code: string): Promise<boolean> {
    const row = await this.database.global((manager) => manager.findOneBy(FactorRow, { id, accountId, kind: 'totp' }));
    if (!row || row.confirmedAt) throw notFound();
    return this.take(row, code);
  }

  /** @returns the id of the factor whose code this is, once. */
  async check(factors: readonly FactorRow[], code: string): Promise<string | null> {
    for (const factor of factors) {
      if (factor.kind === 'totp' && (await this.take(factor, code))) return factor.id;
    }
    return null;
  }

  /** A secret known beforehand: the demonstration shows its codes on the page, the tests count them. */
  give(accountId: string, secret: string, label: string): Promise<string> {
    return this.database.global((manager) =>
      this.write(manager, accountId, { secret, label, confirmedAt: this.clock.now() }),
    );
  }

  /** The same, once: a factor of this name that holds this secret stays as it is, another one is replaced. */
  async ensure(accountId: string, secret: string, label: string): Promise<void> {
    await this.database.global(async (manager) => {
      const rows = await manager.findBy(FactorRow, { accountId, kind: 'totp', label });
      const key = await this.keys.keyOf(manager, accountId);
      if (rows.some((row) => unsealJson<Sealed>(key, place(row.id), row.sealed).secret === secret)) return;
      await manager.delete(FactorRow, { accountId, kind: 'totp', label });
      await this.write(manager, accountId, { secret, label, confirmedAt: this.clock.now() });
    });
  }

  /** The last step whose code was taken, by address: a page that shows codes shows one that is still good. */
  async lastSteps(emails: readonly string[], label: string): Promise<Map<string, number>> {
    const rows: { email: string; step: string }[] = await this.database.global((manager) =>
      manager.query(
        `select a.email, max(f.last_step) as step from factor f join account a on a.id = f.account_id
          where a.email = any($1) and f.kind = 'totp' and f.label = $2 and f.last_step is not null
          group by a.email`,
        [emails, label],
      ),
    );
    return new Map(rows.map(({ email, step }) => [email, Number(step)]));
  }

  private async take(row: FactorRow, code: string): Promise<boolean> {
    const now = this.clock.now();
    return this.database.global(async (manager) => {
      const key = await this.keys.keyOf(manager, row.accountId);
      const step = stepOfCode(unsealJson<Sealed>(key, place(row.id), row.sealed).secret, code, now);
      if (step === null) return false;
      const taken: unknown[] = await manager.query(TAKE_STEP, [row.id, step, now]);
      return taken.length > 0;
    });
  }

  private async write(
    manager: EntityManager,
    accountId: string,
    { secret, label, confirmedAt }: { secret: string; label: string; confirmedAt: Date | null },
  ): Promise<string> {
    const createdAt = this.clock.now();
    const id = uuidv7(createdAt);
    const row: FactorRow = {
      id,
      accountId,
      kind: 'totp',
      label,
      sealed: sealJson(await this.keys.keyOf(manager, accountId), place(id), { secret }),
      credentialId: null,
      counter: '0',
      lastStep: null,
      createdAt,
      confirmedAt,
      lastUsedAt: null,
    };
    await manager.insert(FactorRow, row);
    return id;
  }
}

/** Two at once with one code: the second waits for the row, and finds its step taken. */
const TAKE_STEP = `
  with taken as (
    update factor set last_step = $2, last_used_at = $3, confirmed_at = coalesce(confirmed_at, $3)
     where id = $1 and (last_step is null or last_step < $2)
     returning id
  ) select id from taken`;

/** @throws factor.invalid */
export async function refuseOneMore(manager: EntityManager, accountId: string): Promise<void> {
  const count = await manager.countBy(FactorRow, { accountId });
  if (count < MOST_FACTORS) return;
  throw new DomainError('factor.invalid', 'Vous avez déjà dix seconds facteurs. Supprimez-en un, puis recommencez.');
}
