import { Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
import { Clock, Database, uuidv7 } from '#platform';
import type { DeviceView } from './account.view.ts';
import { deviceLabel } from './device-label.ts';
import { DeviceRow } from './factor.entity.ts';
import { DEVICE_DAYS, TRUST_DAYS } from './session-times.ts';
import { Sessions } from './sessions.service.ts';
import { deviceHashOf, newToken } from './tokens.ts';
import type { Visit } from './visit.ts';

export interface DeviceFound {
  id: string;
  /** Null: the cookie stays as it was. */
  token: string | null;
}

/** The browsers an account has signed in from. */
@Injectable()
export class Devices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /** Null: this account never signed in from there. */
  known(accountId: string, token: string | undefined): Promise<DeviceRow | null> {
    if (!token) return Promise.resolve(null);
    const tokenHash = deviceHashOf(token, accountId);
    return this.database.global((manager) => manager.findOneBy(DeviceRow, { accountId, tokenHash }));
  }

  trusts(device: DeviceRow | null): boolean {
    return device?.trustedUntil != null && device.trustedUntil > this.clock.now();
  }

  /** Once both steps are passed. A trusted browser gets a cookie of that moment, which nobody can have planted. */
  async remember(accountId: string, visit: Visit, trust: boolean): Promise<DeviceFound> {
    const now = this.clock.now();
    const known = await this.known(accountId, visit.deviceToken);
    const token = trust || !visit.deviceToken ? newToken() : null;
    const tokenHash = deviceHashOf(token ?? visit.deviceToken ?? newToken(), accountId);
    const trustedUntil = trust ? new Date(now.getTime() + TRUST_DAYS * 86_400_000) : null;
    const label = deviceLabel(visit.agent);
    if (known) {
      const change = { tokenHash, label, lastSeenAt: now, ...(trust ? { trustedUntil } : {}) };
      await this.database.global((manager) => manager.update(DeviceRow, { id: known.id }, change));
      return { id: known.id, token };
    }
    const id = uuidv7(now);
    // Two tabs that sign in at once are one browser.
    const [row]: { id: string }[] = await this.database.global(async (manager) => {
      const longAgo = new Date(now.getTime() - DEVICE_DAYS * 86_400_000);
      await manager.query('delete from device where account_id = $1 and last_seen_at < $2', [accountId, longAgo]);
      return manager.query(REMEMBER, [id, accountId, tokenHash, label, now, trustedUntil]);
    });
    return { id: row?.id ?? id, token };
  }

  async list(accountId: string, currentId: string | null): Promise<DeviceView[]> {
    const now = this.clock.now();
    const rows: (DeviceRow & { sessions: string })[] = await this.database.global((manager) =>
      manager.query(LIST, [accountId, now]),
    );
    return rows.map((row) => ({
      id: row.id,
      label: row.label,
      current: row.id === currentId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      trustedUntil: row.trustedUntil && row.trustedUntil > now ? row.trustedUntil.toISOString() : null,
      sessions: Number(row.sessions),
    }));
  }

  /** Ends what is open there; the browser is a stranger again. */
  async remove(accountId: string, id: string): Promise<void> {
    const found = await this.database.global((manager) => manager.findOneBy(DeviceRow, { id, accountId }));
    if (!found) throw notFound();
    await this.sessions.endOfDevice(accountId, id);
    await this.database.global((manager) => manager.delete(DeviceRow, { id, accountId }));
  }

  /** Every other browser has to show both steps again. */
  async signOutOthers(accountId: string, sessionId: string, deviceId: string | null): Promise<void> {
    await this.forgetTrust(accountId, deviceId);
    await this.sessions.endAllOf(accountId, sessionId);
  }

  forgetTrust(accountId: string, exceptId: string | null = null): Promise<unknown> {
    return this.database.global((manager) =>
      manager.query('update device set trusted_until = null where account_id = $1 and id is distinct from $2', [
        accountId,
        exceptId,
      ]),
    );
  }
}

const REMEMBER = `
  insert into device (id, account_id, token_hash, label, created_at, last_seen_at, trusted_until)
  values ($1, $2, $3, $4, $5, $5, $6)
  on conflict (token_hash) do update set last_seen_at = excluded.last_seen_at
  returning id`;

const LIST = `
  select d.id, d.label, d.created_at as "createdAt", d.last_seen_at as "lastSeenAt", d.trusted_until as "trustedUntil",
         count(s.id) as sessions
    from device d left join session s on s.device_id = d.id and s.stage = 'open' and s.expires_at > $2
   where d.account_id = $1
   group by d.id
   order by d.last_seen_at desc, d.id`;
