import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound } from '#contracts';
import type { Tx } from '../database/context.ts';
import type { Database } from '../database/database.ts';
import {
  erasedKey,
  keyIdOf,
  masterKey,
  masterOf,
  newWrappedKey,
  nextWrappedKey,
  rewrapKey,
  unwrapKey,
  type Key,
  type KeyOwner,
} from './seal.ts';

/** Shared by whoever wraps a new key under the master; taken alone by the last pass of a rotation. */
export const MASTER_ROTATION_LOCK = 20_261_122;
const ESS_KEYS = 'select wrapped_key, next_wrapped_key from ess where id = $1';
const essOwner = (id: string) => ({ id, table: 'ess' });
const accountOwner = (id: string) => ({ id, table: 'account' });

interface EssKeys {
  wrapped_key: Buffer;
  next_wrapped_key: Buffer | null;
}

/**
 * Keys: master > ESS > patient, and master > account. Erasing a patient's wrapped key erases his data.
 * While a rotation runs an ESS has two keys: the next one writes, both read; the key id in a blob tells which.
 */
@Injectable()
export class Keyring {
  /** By ESS then key id; a key once known stays good for what it sealed. */
  private readonly tenants = new Map<string, Map<string, Key>>();
  private readonly master: Key;
  private masters: Buffer[];

  constructor(
    private readonly database: Database,
    masterBytes: Buffer,
    /** Reads the files of the master keys again: one may have been rotated since this process started. */
    private readonly reread: () => Buffer[] = () => [],
  ) {
    this.master = masterKey(masterBytes);
    this.masters = [masterBytes];
  }

  /** The key that new things of the tenant are sealed under, held until the transaction ends: a rotation waits for it. */
  async writingKey(tx: Tx): Promise<Key> {
    const { tenantId } = tx.ctx;
    const [row]: EssKeys[] = await tx.manager.query(`${ESS_KEYS} for share`, [tenantId]);
    if (!row) throw notFound();
    return this.unwrapTenantKey(tenantId, row.next_wrapped_key ?? row.wrapped_key);
  }

  /**
   * The key of the tenant that sealed a blob.
   * Inside a transaction, give it: a second connection taken while one is held can starve a small pool for ever.
   */
  async openingKey(tenantId: string, blob: Buffer, tx: Tx | null = null): Promise<Key> {
    const id = keyIdOf(blob);
    const known = this.tenants.get(tenantId)?.get(id);
    if (known) return known;
    const read = (manager: EntityManager): Promise<EssKeys[]> => manager.query(ESS_KEYS, [tenantId]);
    const [row] = tx ? await read(tx.manager) : await this.database.global(read);
    if (!row) throw notFound();
    for (const wrapped of [row.wrapped_key, row.next_wrapped_key]) if (wrapped) this.unwrapTenantKey(tenantId, wrapped);
    const key = this.tenants.get(tenantId)?.get(id);
    if (!key) throw new Error('sealed blob of another key');
    return key;
  }

  /** The keys under which something of the tenant may be on its way, the writing one first: a rotation has two. */
  async liveKeys(tx: Tx): Promise<Key[]> {
    const { tenantId } = tx.ctx;
    const [row]: EssKeys[] = await tx.manager.query(ESS_KEYS, [tenantId]);
    if (!row) throw notFound();
    return [row.next_wrapped_key, row.wrapped_key].flatMap((wrapped) =>
      wrapped ? [this.unwrapTenantKey(tenantId, wrapped)] : [],
    );
  }

  newTenantKey(tenantId: string): { key: Key; wrapped: Buffer } {
    return newWrappedKey(this.newest(), essOwner(tenantId));
  }

  /** A key for the account's factors, held until the transaction ends: a rotation of the master waits for it. */
  async newAccountKey(manager: EntityManager, accountId: string): Promise<{ key: Key; wrapped: Buffer }> {
    await manager.query('select pg_advisory_xact_lock_shared($1)', [MASTER_ROTATION_LOCK]);
    return newWrappedKey(this.newest(), accountOwner(accountId));
  }

  accountKey(accountId: string, wrapped: Buffer): Key {
    const owner = accountOwner(accountId);
    return unwrapKey(this.masterOf(owner, wrapped), owner, wrapped);
  }

  async newPatientKey(tx: Tx, patientId: string): Promise<{ key: Key; wrapped: Buffer }> {
    return newWrappedKey(await this.writingKey(tx), { id: patientId, table: 'patient' });
  }

  async patientKey(tenantId: string, patientId: string, wrapped: Buffer, tx: Tx | null = null): Promise<Key> {
    if (wrapped.length === 0) return erasedKey('Dossier effacé');
    return unwrapKey(await this.openingKey(tenantId, wrapped, tx), { id: patientId, table: 'patient' }, wrapped);
  }

  /** The same patient's key, wrapped by the tenant's next one. */
  async movePatientKey(tx: Tx, patientId: string, wrapped: Buffer, to: Key): Promise<Buffer> {
    const from = await this.openingKey(tx.ctx.tenantId, wrapped, tx);
    return rewrapKey(from, to, { id: patientId, table: 'patient' }, wrapped);
  }

  /** A key for the tenant's rotation to come, beside the one it has. */
  nextTenantKey(tenantId: string): { key: Key; wrapped: Buffer } {
    return nextWrappedKey(this.newest(), essOwner(tenantId));
  }

  unwrapTenantKey(tenantId: string, wrapped: Buffer): Key {
    const key = unwrapKey(this.masterOf(essOwner(tenantId), wrapped), essOwner(tenantId), wrapped);
    const known = this.tenants.get(tenantId) ?? new Map<string, Key>();
    this.tenants.set(tenantId, known.set(key.id, key));
    return key;
  }

  private masterOf(owner: KeyOwner, wrapped: Buffer): Key {
    try {
      return masterOf(this.masters, owner, wrapped);
    } catch {
      this.masters = [this.master.bytes, ...this.reread()];
      return masterOf(this.masters, owner, wrapped);
    }
  }

  /** What is wrapped now must open after the rotation that may be running: the files are read each time. */
  private newest(): Key {
    const bytes = this.reread().at(-1);
    return bytes ? masterKey(bytes) : this.master;
  }
}
