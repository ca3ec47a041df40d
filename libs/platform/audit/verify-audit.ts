import { Client } from 'pg';
import type { AnchorReading } from './anchor-file.ts';
import { walkChain, type ChainWalk, type KnownHead, type SealedLine } from './walk-chain.ts';

export interface ChainReport extends ChainWalk {
  tenantId: string;
  slug: string;
  /** Lines of the last seconds, not chained yet. */
  unsealed: number;
  oldestUnsealed: Date | null;
  /** How many anchors say something of this chain. */
  anchors: number;
}

const PAGE = 2000;

/** Reads every chain of one database as the application does, each in one snapshot; changes nothing. */
export async function verifyAudit(
  appUrl: string,
  reading: AnchorReading | null,
  slug: string | null,
): Promise<ChainReport[]> {
  const client = new Client({ connectionString: appUrl, application_name: 'guichet-audit' });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; slug: string }>(
      'select id, slug from ess where $1::text is null or slug = $1 order by slug',
      [slug],
    );
    const reports: ChainReport[] = [];
    for (const ess of rows)
      reports.push({ tenantId: ess.id, slug: ess.slug, ...(await verifyOne(client, ess.id, reading)) });
    return reports;
  } finally {
    await client.end();
  }
}

async function verifyOne(
  client: Client,
  tenantId: string,
  reading: AnchorReading | null,
): Promise<Omit<ChainReport, 'tenantId' | 'slug'>> {
  await client.query('begin isolation level repeatable read read only');
  try {
    await client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
    const anchored = (reading?.anchors ?? []).flatMap(({ at, heads }): KnownHead[] => {
      const head = heads[tenantId];
      return head ? [{ seq: Number(head.seq), hash: head.hash, anchoredAt: at }] : [];
    });
    const kept = await client.query<{ seq: number; hash: string }>(
      `select seq::float8 as seq, encode(hash, 'hex') as hash from audit_head`,
    );
    const unsealed = await client.query<{ count: number; oldest: Date | null }>(
      'select count(*)::int as count, min(at) as oldest from audit where seq is null',
    );
    const heads = [...kept.rows.map((head): KnownHead => ({ ...head, anchoredAt: null })), ...anchored];
    return {
      ...(await walkChain(sealedLines(client), heads)),
      unsealed: unsealed.rows[0]?.count ?? 0,
      oldestUnsealed: unsealed.rows[0]?.oldest ?? null,
      anchors: anchored.length,
    };
  } finally {
    await client.query('rollback');
  }
}

async function* sealedLines(client: Client): AsyncGenerator<SealedLine> {
  let last = '-9223372036854775808';
  for (;;) {
    const { rows } = await client.query<SealedLine>(
      `select id, tenant_id as "tenantId", seq, at, actor_id as "actorId", action, resource, resource_id as "resourceId",
              reason, prev, hash
         from audit where tenant_id = app_tenant() and seq > $1 order by seq limit ${PAGE}`,
      [last],
    );
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end.seq;
  }
}
