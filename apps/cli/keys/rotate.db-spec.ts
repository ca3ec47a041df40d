import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TotpFactors } from '#accounts';
import { Drafts } from '#intake';
import { Patients } from '#patients';
import { Database, Keyring, readMasterKey, readMasterKeys, type Config } from '#platform';
import { somebody } from '../../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { KeysModule } from './keys.module.ts';
import { rotateMaster } from './rotate-master.ts';
import { rotateTenant } from './rotate-tenant.ts';

const PHONE = '02 61 91 12 34';
const DRAFT = '0192f3c0-0000-7000-8000-000000000007';
const PATIENTS = 6;

describe('guichet keys rotate', () => {
  let services: Services;
  let folder: string;
  let config: Config;
  let contexts: INestApplicationContext[];
  let tenantId: string;

  beforeAll(async () => {
    services = await openServices();
    folder = mkdtempSync(join(tmpdir(), 'guichet-keys-'));
    const current = join(folder, 'master.key');
    writeFileSync(current, services.config.masterKey.toString('hex'));
    config = { ...services.config, masterKeyFiles: [current, `${current}.next`] };
    // The processes that run share the list: they look where the command writes.
    services.config.masterKeyFiles.push(...config.masterKeyFiles);
    contexts = [];
    tenantId = services.cardio.id;
    for (let sent = 0; sent < PATIENTS; sent += 1) {
      await services.send(services.cardio, { patient: { ...somebody(), phone: PHONE } });
    }
    await services.send(services.nephro);
    await draft(services.get(Drafts));
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const draft = async (drafts: Drafts, version = 0) =>
    drafts.save(await services.member(services.cardio, services.cardio.gp), DRAFT, {
      step: 1,
      version,
      content: { said: 'Palpitations' },
    });
  /** A command, or a process that starts now with the key in the file of today. */
  const newcomer = async () => {
    const fresh = { ...config, masterKey: readMasterKey(config.masterKeyFiles[0]!) };
    const context = await NestFactory.createApplicationContext(KeysModule.forRoot(fresh), { logger: ['error'] });
    contexts.push(context);
    return context;
  };
  const patientsOf = (id = tenantId) =>
    services.sql<{ id: string; wrapped: Buffer; phone: Buffer | null }>(
      'select id, wrapped_key as wrapped, phone_index as phone from patient where tenant_id = $1 order by id',
      [id],
    );
  const keyIds = async () =>
    new Set((await patientsOf()).map(({ wrapped }) => wrapped.subarray(1, 17).toString('hex')));
  /** Everything sealed opens, in the process that was there before and in one that starts now. */
  const everythingOpens = async () => {
    const processes: Pick<Services, 'get'>[] = [services, await newcomer()];
    for (const context of processes) {
      const phones = await context.get(Database).tx({ tenantId, userId: null }, async (tx) => {
        const said: string[] = [];
        for (const { id } of await patientsOf()) said.push((await context.get(Patients).open(tx, id)).identity.phone);
        return said;
      });
      expect(new Set(phones)).toEqual(new Set([PHONE]));
      const gp = await services.member(services.cardio, services.cardio.gp);
      expect((await context.get(Drafts).get(gp, DRAFT)).content).toEqual({ said: 'Palpitations' });
    }
  };

  const accountOf = async (professionalId: string) => {
    const [row] = await services.sql<{ id: string }>('select id from account where professional_id = $1', [
      professionalId,
    ]);
    return row!.id;
  };
  const accountsWithKey = async () =>
    (await services.sql(`select 1 from account where length(wrapped_key) > 0`)).length;
  /** How many master keys the accounts are under. */
  const masters = async () =>
    (await services.sql(`select distinct substr(wrapped_key, 2, 16) from account where length(wrapped_key) > 0`))
      .length;
  /** The key of each account opens, in the process that was there before and in one that starts now. */
  const accountsOpen = async () => {
    const accounts = await services.sql<{ id: string; wrapped: Buffer }>(
      'select id, wrapped_key as wrapped from account where length(wrapped_key) > 0',
    );
    const here = services.get(Keyring);
    const there = (await newcomer()).get(Keyring);
    for (const { id, wrapped } of accounts) {
      expect(there.accountKey(id, wrapped)).toEqual(here.accountKey(id, wrapped));
    }
  };

  test('gives an ESS another key: every patient and draft opens, new indexes agree, the old key is forgotten', async () => {
    const before = await patientsOf();
    const neighbour = await patientsOf(services.nephro.id);
    const moved = await rotateTenant(await newcomer(), tenantId);
    expect(moved).toEqual({ patients: before.length, drafts: 1 });
    await everythingOpens();
    const after = await patientsOf();
    expect(new Set([...before, ...after].map(({ phone }) => phone?.toString('hex'))).size).toBe(2);
    expect((await keyIds()).size).toBe(1);
    expect(await patientsOf(services.nephro.id)).toEqual(neighbour);
    expect(await services.sql('select 1 from ess where next_wrapped_key is not null')).toEqual([]);
    await services.sql('update patient set wrapped_key = $2 where id = $1', [before[0]!.id, before[0]!.wrapped]);
    const open = async () => {
      const context = await newcomer();
      return context
        .get(Database)
        .tx({ tenantId, userId: null }, (tx) => context.get(Patients).open(tx, before[0]!.id));
    };
    await expect(open()).rejects.toThrow('another key');
    await services.sql('update patient set wrapped_key = $2 where id = $1', [after[0]!.id, after[0]!.wrapped]);
  });

  test('killed at any row, loses nothing: both keys open and write meanwhile, and the next run ends it', async () => {
    await services.sql('create table strokes (n int)');
    await services.sql(`
      create function kill_at() returns trigger language plpgsql security definer as $$
      declare deadly int;
      begin
        update strokes set n = n - 1 returning n into deadly;
        if deadly = 0 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new;
      end $$`);
    await services.sql(
      'create trigger kill before update of wrapped_key on patient for each row execute function kill_at()',
    );
    await services.sql('insert into strokes values (0)');
    for (let row = 1; row <= PATIENTS; row += 1) {
      await services.sql('update strokes set n = $1', [row]);
      // One row a transaction: what was moved before the kill stays moved.
      await expect(rotateTenant(await newcomer(), tenantId, 1)).rejects.toThrow(/terminat/i);
      expect((await keyIds()).size).toBe(row === 1 ? 1 : 2);
      await everythingOpens();
      await services.send(services.cardio, { patient: { ...somebody(), phone: PHONE } });
      await everythingOpens();
      await services.sql('update strokes set n = 0');
      await rotateTenant(await newcomer(), tenantId);
      expect((await keyIds()).size).toBe(1);
      await everythingOpens();
    }
    await services.sql('drop trigger kill on patient');
  });

  test('whoever writes while it ends is waited for, and writes under the key that stays', async () => {
    const sending = Promise.all(
      [1, 2, 3].map(() => services.send(services.cardio, { patient: { ...somebody(), phone: PHONE } })),
    );
    await rotateTenant(await newcomer(), tenantId, 2);
    await sending;
    expect((await keyIds()).size).toBe(1);
    await everythingOpens();
  });

  test('gives every ESS another master key, cut in the middle too; a process of before follows', async () => {
    const [current, next] = [config.masterKeyFiles[0]!, config.masterKeyFiles[1]!];
    const files = { current, next, beside: true };
    const old = readMasterKey(current);
    const context = await newcomer();
    await services.sql(`alter table ess add constraint one check (slug <> '${services.nephro.slug}') not valid`);
    await services.sql(`alter table ess add constraint two check (slug <> '${services.nephro.slug}') not valid`);
    await expect(rotateMaster(context.get(Database), files)).rejects.toThrow(/constraint/);
    expect(readMasterKeys([next])).toHaveLength(1);
    await everythingOpens();
    await services.sql('alter table ess drop constraint one, drop constraint two');
    const gp = await accountOf(services.cardio.gp.id);
    // A process of before seals a first factor once the rotation is over.
    await services.sql(`update account set wrapped_key = '' where id = $1`, [gp]);
    await rotateMaster(context.get(Database), files);
    await services.get(TotpFactors).give(gp, services.cardio.gp.totpSecret, 'Autre téléphone');
    await accountsOpen();
    expect(readMasterKey(current).equals(old)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['master.key', 'master.key.old']);
    await everythingOpens();
    const robbed = new Keyring(services.get(Database), old);
    await expect(services.get(Database).tx({ tenantId, userId: null }, (tx) => robbed.writingKey(tx))).rejects.toThrow(
      'another key',
    );
    expect(await rotateMaster(context.get(Database), files)).toEqual({ ess: 2, accounts: await accountsWithKey() });
    expect(await masters()).toBe(1);
    await accountsOpen();
    await everythingOpens();
  });
});
