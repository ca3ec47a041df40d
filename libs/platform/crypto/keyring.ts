import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound } from '#contracts';
import type { Tx } from '../database/context.ts';
import type { Database } from '../database/database.ts';
import { masterKey, newWrappedKey, unwrapKey, type Key } from './seal.ts';

/** Keys: master > ESS > patient. Erasing a patient's wrapped key erases his data. */
@Injectable()
export class Keyring {
  private readonly master: Key;
  private readonly tenants = new Map<string, Key>();

  constructor(
    private readonly database: Database,
    masterBytes: Buffer,
  ) {
    this.master = masterKey(masterBytes);
  }

  /** Inside a transaction, give it: a second connection taken while one is held can starve a small pool for ever. */
  async tenantKey(tenantId: string, tx: Tx | null = null): Promise<Key> {
    const known = this.tenants.get(tenantId);
    if (known) return known;
    const read = (manager: EntityManager): Promise<{ wrapped_key: Buffer }[]> =>
      manager.query('select wrapped_key from ess where id = $1', [tenantId]);
    const [row] = tx ? await read(tx.manager) : await this.database.global(read);
    if (!row) throw notFound();
    const key = unwrapKey(this.master, { id: tenantId, table: 'ess' }, row.wrapped_key);
    this.tenants.set(tenantId, key);
    return key;
  }

  newTenantKey(tenantId: string): { key: Key; wrapped: Buffer } {
    return newWrappedKey(this.master, { id: tenantId, table: 'ess' });
  }

  async newPatientKey(tx: Tx, patientId: string): Promise<{ key: Key; wrapped: Buffer }> {
    return newWrappedKey(await this.tenantKey(tx.ctx.tenantId, tx), { id: patientId, table: 'patient' });
  }

  async patientKey(tenantId: string, patientId: string, wrapped: Buffer, tx: Tx | null = null): Promise<Key> {
    return unwrapKey(await this.tenantKey(tenantId, tx), { id: patientId, table: 'patient' }, wrapped);
  }
}
