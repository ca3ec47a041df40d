import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import type { Config } from '../config.ts';
import { refuseUnsafeStart, unsafeSettings } from './refuse-unsafe-start.ts';

describe('a process that starts', () => {
  let services: Services;
  let allowed: Config;
  let real: Config;
  /** The database of the tests runs with fsync=off: what is asked of it in production is asked of another one. */
  beforeAll(async () => {
    services = await openServices();
    allowed = { ...services.config, allowFsyncOff: true };
    real = { ...services.config, production: true, demonstration: false, masterKey: randomBytes(32) };
  });
  afterAll(() => services.stop());

  test('starts, and says nothing, on a database that is as it should be', async () => {
    expect(await refuseUnsafeStart(allowed)).toEqual([]);
  });

  test('refuses fsync=off, and in production whatever is allowed elsewhere', async () => {
    await services.sql('update ess set protocol_signature = null');
    for (const config of [
      { ...allowed, allowFsyncOff: false },
      { ...real, allowFsyncOff: true },
    ])
      await expect(refuseUnsafeStart(config)).rejects.toThrow(/fsync=off.*remettez fsync=on\.$/);
  });

  test('warns of what weakens a restart without losing it', () => {
    expect(unsafeSettings([], false)).toEqual([]);
    expect(unsafeSettings(['full_page_writes', 'synchronous_commit'], false)).toEqual([
      expect.stringContaining('full_page_writes=off'),
      expect.stringContaining('synchronous_commit=off'),
    ]);
  });

  test('refuses in production an ESS under a demonstration signature, and names it', async () => {
    const signature = JSON.stringify({ protocol: 'cardiologie', version: '1.0.0', demonstration: true });
    const { slug, id } = services.cardio;
    await services.sql('update ess set protocol_signature = $2 where id = $1', [id, signature]);
    await expect(refuseUnsafeStart(real)).rejects.toThrow(`«\u00a0${slug}\u00a0»`);
    expect(await refuseUnsafeStart(allowed)).toEqual([]);
  });

  test('refuses a pending migration, or a database that was never migrated', async () => {
    const taken = await services.sql<{ name: string }>(
      'delete from migration where id = (select max(id) from migration) returning *',
    );
    expect(taken).toHaveLength(1);
    await expect(refuseUnsafeStart(allowed)).rejects.toThrow(/^La base attend 1 migration\s: lancez/);
    await services.sql('alter table migration rename to gone');
    await expect(refuseUnsafeStart(allowed)).rejects.toThrow(/^La base attend \d+ migrations\s: lancez/);
    await services.sql('alter table gone rename to migration');
    await services.sql('insert into migration (timestamp, name) select 1, $1', [taken[0]!.name]);
    expect(await refuseUnsafeStart(allowed)).toEqual([]);
  });

  test.each<[string, (config: Config) => Partial<Config>]>([
    ['an example password', ({ databaseUrl }) => ({ databaseUrl: databaseUrl.replace(/:[^:@]+@/, ':change-me@') })],
    [
      'an example password of the system role',
      ({ databaseSystemUrl }) => ({ databaseSystemUrl: databaseSystemUrl.replace(/:[^:@]+@/, ':change-me@') }),
    ],
    ['a master key of zeroes', () => ({ masterKey: Buffer.alloc(32) })],
    ['a master key that repeats itself', () => ({ masterKey: Buffer.from('0123456789abcdef'.repeat(4), 'hex') })],
  ])('refuses %s in production', async (_what, change) => {
    await expect(refuseUnsafeStart({ ...real, ...change(real) })).rejects.toThrow(/exemple/);
  });
});
