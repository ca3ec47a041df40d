import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#contracts';
import { Keyring } from '#platform';
import type { Key } from '#platform';

/** What an account seals (its factors, what Pro Santé Connect said) is under a key of its own, itself under the master. */
@Injectable()
export class AccountKeys {
  constructor(private readonly keyring: Keyring) {}

  /** Made at its first use. */
  async keyOf(manager: EntityManager, accountId: string): Promise<Key> {
    const wrapped = await this.wrapped(manager, accountId, '');
    if (wrapped.length > 0) return this.keyring.accountKey(accountId, wrapped);
    const fresh = await this.keyring.newAccountKey(manager, accountId);
    // Two at once: the second waits here, and finds the key of the first.
    const first = await this.wrapped(manager, accountId, 'for update');
    if (first.length > 0) return this.keyring.accountKey(accountId, first);
    await manager.query('update account set wrapped_key = $2 where id = $1', [accountId, fresh.wrapped]);
    return fresh.key;
  }

  private async wrapped(manager: EntityManager, accountId: string, lock: '' | 'for update'): Promise<Buffer> {
    const [row]: { wrapped: Buffer }[] = await manager.query(
      `select wrapped_key as wrapped from account where id = $1 ${lock}`,
      [accountId],
    );
    if (!row) throw new DomainError('session.required', 'Connectez-vous pour continuer.');
    return row.wrapped;
  }
}
