import { Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
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

  async tenantKey(tenantId: string): Promise<Key> {
    const known = this.tenants.get(tenantId);
    if (known) return known;
    const rows: { wrapped_key: Buffer }[] = await this.database.global((manager) =>
      manager.query('select wrapped_key from ess where id = $1', [tenantId]),
    );
    const row = rows[0];
    if (!row) throw notFound();
    const key = unwrapKey(this.master, { id: tenantId, table: 'ess' }, row.wrapped_key);
    this.tenants.set(tenantId, key);
    return key;
  }

  newTenantKey(tenantId: string): { key: Key; wrapped: Buffer } {
    return newWrappedKey(this.master, { id: tenantId, table: 'ess' });
  }

  async newPatientKey(tenantId: string, patientId: string): Promise<{ key: Key; wrapped: Buffer }> {
    return newWrappedKey(await this.tenantKey(tenantId), { id: patientId, table: 'patient' });
  }

  async patientKey(tenantId: string, patientId: string, wrapped: Buffer): Promise<Key> {
    return unwrapKey(await this.tenantKey(tenantId), { id: patientId, table: 'patient' }, wrapped);
  }
}
