import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../database/database.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { Keyring } from './keyring.ts';

describe('the keyring', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices({ poolSize: 1 });
    await services.send(services.cardio);
  });
  afterAll(() => services.stop());

  const writing = (keyring: Keyring, tenantId: string) =>
    services.get(Database).tx({ tenantId, userId: null }, (tx) => keyring.writingKey(tx));

  test('reads a cold key on the connection of the transaction: a pool of one does not starve', async () => {
    const database = services.get(Database);
    const [row] = await services.sql<{ wrapped_key: Buffer }>('select wrapped_key from patient limit 1');
    const cold = new Keyring(database, services.config.masterKey);
    const ctx = { tenantId: services.cardio.id, userId: null };
    const key = await database.tx(ctx, (tx) => cold.openingKey(ctx.tenantId, row!.wrapped_key, tx));
    expect(key.id).toBe(services.cardio.id);
    const without = new Keyring(database, services.config.masterKey);
    expect((await without.openingKey(ctx.tenantId, row!.wrapped_key)).bytes.equals(key.bytes)).toBe(true);
  });

  test('a whole request is sent, read and evaluated on a single connection', async () => {
    const sent = await services.send(services.cardio);
    await services.deliver();
    const rows = await services.sql('select state from request where id = $1', [sent.id]);
    expect(rows).toEqual([{ state: 'proposed' }]);
  });

  test('opens nothing under another master key', async () => {
    const stolen = new Keyring(services.get(Database), Buffer.alloc(32, 7));
    await expect(writing(stolen, services.cardio.id)).rejects.toThrow('another key');
  });

  test('gives each team its own key, and none to a team that does not exist', async () => {
    const keyring = services.get(Keyring);
    const [one, two] = [await writing(keyring, services.cardio.id), await writing(keyring, services.nephro.id)];
    expect(one.bytes.equals(two.bytes)).toBe(false);
    await expect(writing(keyring, '01937d70-0000-7000-8000-000000000001')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
