import type { EntityManager } from 'typeorm';
import type { Tx } from '../database/context.ts';
import type { Database } from '../database/database.ts';
import { MASTER_ROTATION_LOCK, type Keyring } from './keyring.ts';
import { keyIdBytes, masterKey, masterOf, rewrapKey, type Key } from './seal.ts';

interface EssKeys {
  wrapped_key: Buffer;
  next_wrapped_key: Buffer | null;
}

export interface MasterMoved {
  ess: number;
  accounts: number;
}

/**
 * Puts every key of an ESS or of an account under another master key, in small transactions: killed anywhere, it is
 * simply run again. Those born meanwhile are waited for, and move in the last pass.
 * @returns how many changed hands.
 */
export async function rotateMasterKey(
  database: Database,
  masters: readonly Buffer[],
  next: Buffer,
): Promise<MasterMoved> {
  const all = [...masters, next];
  let accounts = 0;
  for (let moved = ACCOUNTS_AT_ONCE; moved === ACCOUNTS_AT_ONCE; accounts += moved) {
    moved = await database.global((manager) => moveAccounts(manager, all, next, ACCOUNTS_AT_ONCE));
  }
  const ess = await moveEss(database, masters, next);
  accounts += await database.global(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [MASTER_ROTATION_LOCK]);
    return moveAccounts(manager, all, next, null);
  });
  return { ess, accounts };
}

const ACCOUNTS_AT_ONCE = 200;

async function moveAccounts(
  manager: EntityManager,
  masters: readonly Buffer[],
  next: Buffer,
  most: number | null,
): Promise<number> {
  const to = masterKey(next);
  const rows: { id: string; wrapped: Buffer }[] = await manager.query(
    `select id, wrapped_key as wrapped from account
      where length(wrapped_key) > 0 and substr(wrapped_key, 2, 16) <> $1
      order by id limit $2 for update`,
    [keyIdBytes(to.id), most],
  );
  for (const { id, wrapped } of rows) {
    const owner = { id, table: 'account' };
    const moved = rewrapKey(masterOf(masters, owner, wrapped), to, owner, wrapped);
    await manager.query('update account set wrapped_key = $2 where id = $1', [id, moved]);
  }
  return rows.length;
}

async function moveEss(database: Database, masters: readonly Buffer[], next: Buffer): Promise<number> {
  const ids: { id: string }[] = await database.global((manager) => manager.query('select id from ess order by id'));
  const to = masterKey(next);
  let moved = 0;
  for (const { id } of ids) {
    const owner = { id, table: 'ess' };
    const under = (wrapped: Buffer | null): Buffer | null =>
      wrapped && rewrapKey(masterOf([...masters, next], owner, wrapped), to, owner, wrapped);
    moved += await database.global(async (manager) => {
      const [row]: EssKeys[] = await manager.query(
        'select wrapped_key, next_wrapped_key from ess where id = $1 for update',
        [id],
      );
      if (!row || masterOf([...masters, next], owner, row.wrapped_key).id === to.id) return 0;
      await manager.query('update ess set wrapped_key = $2, next_wrapped_key = $3 where id = $1', [
        id,
        under(row.wrapped_key),
        under(row.next_wrapped_key),
      ]);
      return 1;
    });
  }
  return moved;
}

/** From its commit on, everything new of the ESS is sealed under the next key. @returns it; the same when one was begun. */
export function beginTenantRotation(database: Database, keyring: Keyring, tenantId: string): Promise<Key> {
  return database.global(async (manager) => {
    // Waits for whoever still writes under the old key.
    const [row]: EssKeys[] = await manager.query(
      'select wrapped_key, next_wrapped_key from ess where id = $1 for update',
      [tenantId],
    );
    if (row?.next_wrapped_key) return keyring.unwrapTenantKey(tenantId, row.next_wrapped_key);
    const { key, wrapped } = keyring.nextTenantKey(tenantId);
    await manager.query('update ess set next_wrapped_key = $2 where id = $1', [tenantId, wrapped]);
    return key;
  });
}

/** Forgets the old key, unless something is still sealed under it. @returns what is left; 0 when done. */
export function finishTenantRotation(
  database: Database,
  tenantId: string,
  left: (tx: Tx) => Promise<number>,
): Promise<number> {
  return database.tx({ tenantId, userId: null }, async (tx) => {
    await tx.manager.query('select 1 from ess where id = $1 for update', [tenantId]);
    const count = await left(tx);
    if (count > 0) return count;
    await tx.manager.query(
      `update ess set wrapped_key = next_wrapped_key, next_wrapped_key = null
        where id = $1 and next_wrapped_key is not null`,
      [tenantId],
    );
    return 0;
  });
}
