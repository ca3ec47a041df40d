import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { givenDatabase } from './given-database.ts';

describe('a database that someone else runs', () => {
  let database: TestDatabase;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    database = await createTestDatabase('given');
    env = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATABASE_SYSTEM_URL: database.systemUrl,
    };
  });
  afterAll(() => database.drop());

  test('is refused with fsync=off before anything is written there, as that of the tests runs', async () => {
    await expect(givenDatabase(env)).rejects.toThrow(/fsync=off/);
    await expect(givenDatabase({ ...env, ALLOW_FSYNC_OFF: '1', NODE_ENV: 'production' })).rejects.toThrow(/fsync=off/);
    expect(await givenDatabase({ ...env, ALLOW_FSYNC_OFF: '1' })).toMatchObject({ app: database.appUrl });
  });

  test('is refused whole when one of its three doors is missing or does not answer', async () => {
    await expect(givenDatabase({ ...env, DATABASE_OWNER_URL: undefined })).rejects.toThrow(/indiquez aussi/);
    const wrong = database.systemUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(givenDatabase({ ...env, DATABASE_SYSTEM_URL: wrong })).rejects.toThrow(
      /DATABASE_SYSTEM_URL ne répond/,
    );
    expect(await givenDatabase({})).toBeNull();
  });
});
