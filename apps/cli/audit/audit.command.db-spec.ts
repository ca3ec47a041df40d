import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditAnchor, AuditSealer, Clock, SystemDatabase } from '#platform';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { chainHash, GENESIS, type ChainedLine } from '../../../libs/platform/audit/chain.ts';
import { verify } from './audit.command.ts';

type Line = ChainedLine & { hash: Buffer };

describe('guichet audit verify', () => {
  let services: Services;
  let system: SystemDatabase;
  let anchor: AuditAnchor;
  let folder: string;
  let file: string;
  let tenant: string;
  let count: number;

  beforeAll(async () => {
    services = await openServices();
    folder = mkdtempSync(join(tmpdir(), 'guichet-anchors-'));
    file = join(folder, 'audit-anchors.jsonl');
    system = new SystemDatabase(services.database.systemUrl);
    anchor = new AuditAnchor(system, file, new Clock());
    tenant = services.cardio.id;
    const sealer = new AuditSealer(system);
    for (let sent = 0; sent < 4; sent += 1) await services.send(services.cardio);
    await services.send(services.nephro);
    await sealer.seal();
    await anchor.write();
    for (let sent = 0; sent < 4; sent += 1) await services.send(services.cardio);
    await sealer.seal();
    await anchor.write();
    await services.sql('create table kept_audit as select * from audit');
    await services.sql('create table kept_head as select * from audit_head');
    [{ count }] = (await services.sql<{ count: number }>(
      'select count(*)::int as count from audit where tenant_id = $1',
      [tenant],
    )) as [{ count: number }];
  });
  afterEach(async () => {
    for (const table of ['audit', 'audit_head']) await services.sql(`delete from ${table}`);
    await services.sql('insert into audit select * from kept_audit');
    await services.sql('insert into audit_head select * from kept_head');
  });
  afterAll(async () => {
    await system.onApplicationShutdown();
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (anchors = file, slug: string | null = null) => {
    const said: string[] = [];
    const env = { DATABASE_URL: services.database.appUrl, AUDIT_ANCHOR_FILE: anchors };
    const code = await verify(env, slug, (line) => said.push(line));
    return { code, said: said.join('\n') };
  };
  const onLine = (statement: string, seq: number) => services.sql(statement, [tenant, seq]);
  const chain = () =>
    services.sql<Line>(
      `select id, tenant_id as "tenantId", seq, at, actor_id as "actorId", action, resource, resource_id as "resourceId", reason, hash
         from audit where tenant_id = $1 order by seq`,
      [tenant],
    );
  /** As who holds the database and our code: every hash made anew, the head too. */
  const rehash = async () => {
    let previous: Buffer = GENESIS;
    for (const line of await chain()) {
      const hash = chainHash(previous, line);
      await services.sql('update audit set prev = $3, hash = $4 where tenant_id = $1 and id = $2', [
        tenant,
        line.id,
        previous,
        hash,
      ]);
      previous = hash;
    }
    await services.sql(
      `update audit_head set hash = $2, seq = (select max(seq) from audit where tenant_id = $1) where tenant_id = $1`,
      [tenant, previous],
    );
  };
  const renumber = (from: number, by: number) =>
    services
      .sql(
        `with moved as (update audit set seq = -seq where tenant_id = $1 and seq >= $2 returning 1) select count(*) from moved`,
        [tenant, from],
      )
      .then(() => services.sql('update audit set seq = -seq + $2 where tenant_id = $1 and seq < 0', [tenant, by]));
  const insert = (seq: number) =>
    services.sql(
      `insert into audit (tenant_id, id, at, action, resource, reason, seq, prev, hash)
       select tenant_id, gen_random_uuid(), at, 'request.read', 'request', 'desk', $2, prev, hash
         from kept_audit where tenant_id = $1 and seq = $2`,
      [tenant, seq],
    );

  test('an untouched chain verifies, team by team, and the exit code says so', async () => {
    const { code, said } = await run();
    expect(said).toContain('2 relevés des têtes');
    expect(said).toContain(`${services.cardio.slug} : ${count} lignes vérifiées, chaîne intacte.`);
    expect(said).toContain(`${services.nephro.slug} : `);
    expect(said).not.toContain('RUPTURE');
    expect(code).toBe(0);
    expect((await run(file, services.cardio.slug)).said).not.toContain(services.nephro.slug);
  });

  test('the lines not sealed yet are counted, and break nothing', async () => {
    await services.send(services.cardio);
    const { code, said } = await run();
    expect(said).toMatch(/\d lignes? pas encore scellées?/);
    expect(code).toBe(0);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    [
      'edited',
      'ligne 3 : elle a été modifiée',
      () => onLine(`update audit set reason = 'autre' where tenant_id = $1 and seq = $2`, 3),
    ],
    [
      'deleted',
      'ligne 3 : elle a été supprimée',
      () => onLine('delete from audit where tenant_id = $1 and seq = $2', 3),
    ],
    [
      'deleted, and the next ones renumbered',
      'ligne 3 : elle a été supprimée',
      async () => {
        await onLine('delete from audit where tenant_id = $1 and seq = $2', 3);
        await renumber(4, -1);
      },
    ],
    [
      'swapped with another',
      'ligne 3 : elle a été échangée avec la ligne 5',
      async () => {
        await onLine('update audit set seq = -1 where tenant_id = $1 and seq = $2', 3);
        await onLine('update audit set seq = 3 where tenant_id = $1 and seq = $2', 5);
        await onLine('update audit set seq = 5 where tenant_id = $1 and seq = -1 and $2 > 0', 1);
      },
    ],
    [
      'inserted, the next ones pushed forward',
      'ligne 3 : elle a été insérée',
      async () => {
        await renumber(3, 1);
        await insert(3);
      },
    ],
    [
      'cut off with the tail',
      'la fin a été coupée, l’ancre du',
      () => onLine('delete from audit where tenant_id = $1 and seq >= $2', 6),
    ],
    [
      'cut off with the tail, the head of the chain put back',
      'la fin a été coupée, l’ancre du',
      async () => {
        await onLine('delete from audit where tenant_id = $1 and seq >= $2', 6);
        await rehash();
      },
    ],
    [
      'edited, and everything after it rewritten as the sealer would',
      'la chaîne a été réécrite, l’ancre du',
      async () => {
        await onLine(`update audit set reason = 'autre' where tenant_id = $1 and seq = $2`, 3);
        await rehash();
      },
    ],
    [
      'edited, its own hash made anew',
      'ligne 3 : elle a été modifiée',
      async () => {
        const [line, before] = [(await chain())[2]!, (await chain())[1]!];
        const hash = chainHash(before.hash, { ...line, reason: 'autre' });
        await services.sql(`update audit set reason = 'autre', hash = $3 where tenant_id = $1 and seq = $2`, [
          tenant,
          3,
          hash,
        ]);
      },
    ],
  ])('a line %s as superuser is found, and told', async (_what, told, attack) => {
    await attack();
    const { code, said } = await run();
    expect(said).toContain(`${services.cardio.slug} : RUPTURE`);
    expect(said).toContain(told);
    expect(said).toContain(`${services.nephro.slug} : `);
    expect(said.match(/RUPTURE/g)).toHaveLength(1);
    expect(code).toBe(1);
  });

  test('anchors lost or changed do not pass for a proof; a line cut short by a crash does no harm', async () => {
    expect(await run(join(folder, 'none.jsonl'))).toMatchObject({ code: 1 });
    const changed = join(folder, 'changed.jsonl');
    writeFileSync(changed, readFileSync(file, 'utf8').replace(/"seq":"(\d+)"/, '"seq":"1"'));
    const { code, said } = await run(changed);
    expect([code, said.includes('Ancres : RUPTURE au relevé 1')]).toEqual([1, true]);
    appendFileSync(file, '{"n":3,"at":"2026-');
    await anchor.write();
    expect(await run()).toMatchObject({ code: 0, said: expect.stringContaining('3 relevés') });
  });
});
