import { Logger } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { SystemDatabase } from '../database/system-database.ts';
import { chainHash, GENESIS } from './chain.ts';

const EVERY_MS = 1000;
const BATCH = 2000;

interface Unsealed {
  tenant_id: string;
  id: string;
  at: Date;
  actor_id: string | null;
  action: string;
  resource: string;
  resource_id: string | null;
  reason: string;
}

/** Chains the new audit lines of each tenant every second. The unsealed second is stated in the docs. */
export class AuditSealer {
  private readonly logger = new Logger('AuditSealer');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(private readonly database: SystemDatabase) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.seal()
        .then(() => undefined)
        .catch((error: unknown) => this.logger.error(`audit not sealed, next try in ${EVERY_MS} ms: ${String(error)}`))
        .finally(() => {
          this.running = null;
        });
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** @returns how many lines were sealed. */
  seal(): Promise<number> {
    return this.database.tx(async (client) => {
      // One sealer at a time: two chains of one tenant would fork.
      const lock = await client.query<{ got: boolean }>(
        `select pg_try_advisory_xact_lock(hashtext('audit-sealer')) as got`,
      );
      if (!lock.rows[0]?.got) return 0;
      const { rows } = await client.query<Unsealed>(
        `select tenant_id, id, at, actor_id, action, resource, resource_id, reason
           from audit where seq is null order by tenant_id, id limit $1`,
        [BATCH],
      );
      const heads = new Map<string, { seq: bigint; hash: Buffer }>();
      for (const row of rows) await this.sealOne(client, heads, row);
      for (const [tenantId, head] of heads) {
        await client.query(
          `insert into audit_head (tenant_id, seq, hash) values ($1, $2, $3)
           on conflict (tenant_id) do update set seq = excluded.seq, hash = excluded.hash`,
          [tenantId, head.seq.toString(), head.hash],
        );
      }
      return rows.length;
    });
  }

  private async sealOne(
    client: PoolClient,
    heads: Map<string, { seq: bigint; hash: Buffer }>,
    row: Unsealed,
  ): Promise<void> {
    const head = heads.get(row.tenant_id) ?? (await readHead(client, row.tenant_id));
    const seq = head.seq + 1n;
    const hash = chainHash(head.hash, {
      id: row.id,
      tenantId: row.tenant_id,
      seq: seq.toString(),
      at: row.at,
      actorId: row.actor_id,
      action: row.action,
      resource: row.resource,
      resourceId: row.resource_id,
      reason: row.reason,
    });
    await client.query(`update audit set seq = $3, prev = $4, hash = $5 where tenant_id = $1 and id = $2`, [
      row.tenant_id,
      row.id,
      seq.toString(),
      head.hash,
      hash,
    ]);
    heads.set(row.tenant_id, { seq, hash });
  }
}

async function readHead(client: PoolClient, tenantId: string): Promise<{ seq: bigint; hash: Buffer }> {
  const { rows } = await client.query<{ seq: string; hash: Buffer }>(
    'select seq, hash from audit_head where tenant_id = $1',
    [tenantId],
  );
  const row = rows[0];
  return row ? { seq: BigInt(row.seq), hash: row.hash } : { seq: 0n, hash: GENESIS };
}
