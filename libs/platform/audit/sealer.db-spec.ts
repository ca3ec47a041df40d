import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { SystemDatabase } from '../database/system-database.ts';
import { chainHash, GENESIS, type ChainedLine } from './chain.ts';
import { AuditSealer } from './sealer.ts';

type Line = ChainedLine & { prev: Buffer; hash: Buffer };

const CHAIN = `
  select id, tenant_id as "tenantId", seq, at, actor_id as "actorId", action, resource, resource_id as "resourceId", reason, prev, hash
    from audit where tenant_id = $1 and seq is not null order by seq`;

describe('the audit sealer', () => {
  let services: Services;
  let system: SystemDatabase;
  let sealer: AuditSealer;
  beforeAll(async () => {
    services = await openServices();
    system = new SystemDatabase(services.database.systemUrl);
    sealer = new AuditSealer(system);
    for (const team of [services.cardio, services.nephro, services.cardio]) await services.send(team);
  });
  afterAll(async () => {
    await system.onApplicationShutdown();
    await services.stop();
  });

  const chainOf = (tenantId: string) => services.sql<Line>(CHAIN, [tenantId]);
  const unsealed = async () =>
    (await services.sql<{ n: number }>('select count(*)::int as n from audit where seq is null'))[0]!.n;

  /** Number of the first line that does not follow from the one before; null when all do. */
  const brokenAt = (lines: Line[]): number | null => {
    let previous: Buffer = GENESIS;
    for (const [index, line] of lines.entries()) {
      const follows = line.seq === String(index + 1) && line.prev.equals(previous);
      if (!follows || !line.hash.equals(chainHash(previous, line))) return index + 1;
      previous = line.hash;
    }
    return null;
  };

  test('chains every new line of each team, number by number, hash by hash', async () => {
    const before = await unsealed();
    expect(before).toBeGreaterThan(4);
    expect(await sealer.seal()).toBe(before);
    expect(await unsealed()).toBe(0);
    for (const team of [services.cardio, services.nephro]) {
      const lines = await chainOf(team.id);
      expect(lines.length).toBeGreaterThan(1);
      expect(brokenAt(lines)).toBeNull();
    }
  });

  test('goes on from the head at the next round, and seals nothing twice', async () => {
    const before = await chainOf(services.cardio.id);
    await services.send(services.cardio);
    await sealer.seal();
    expect(await sealer.seal()).toBe(0);
    const after = await chainOf(services.cardio.id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    expect(brokenAt(after)).toBeNull();
    const [head] = await services.sql<{ seq: string; hash: Buffer }>(
      'select seq, hash from audit_head where tenant_id = $1',
      [services.cardio.id],
    );
    expect(head).toEqual({ seq: String(after.length), hash: after.at(-1)!.hash });
  });

  test('two sealers at once make one chain, not two', async () => {
    for (let count = 0; count < 3; count += 1) await services.send(services.cardio);
    const left = await unsealed();
    const other = new AuditSealer(system);
    const done = await Promise.all([sealer.seal(), other.seal(), sealer.seal()]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(left);
    expect(brokenAt(await chainOf(services.cardio.id))).toBeNull();
  });

  test('while another one seals, a sealer leaves it alone and comes back later', async () => {
    await services.send(services.cardio);
    const left = await unsealed();
    const meanwhile = await system.tx(async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtext('audit-sealer'))`);
      return sealer.seal();
    });
    expect(meanwhile).toBe(0);
    expect(await sealer.seal()).toBe(left);
  });

  test('a line changed, taken out or slipped in behind our back is found at its place', async () => {
    const lines = await chainOf(services.cardio.id);
    expect(lines.length).toBeGreaterThan(4);
    const changed = lines.map((line, index) => (index === 2 ? { ...line, reason: 'autre' } : line));
    expect(brokenAt(changed)).toBe(3);
    expect(brokenAt(lines.filter((_, index) => index !== 1))).toBe(2);
    expect(brokenAt([...lines.slice(0, 3), lines[1]!, ...lines.slice(3)])).toBe(4);
  });
});
