/** What the services started for one test run tell to every test, through an environment variable. */
export interface TestServices {
  readonly postgresPort: number;
  readonly superPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly systemPassword: string;
  /** Database that `createTestDatabase` copies: migrated, empty. */
  readonly template: string;
  readonly redisUrl: string | null;
  /** Of this run alone, gone with it. */
  readonly folder: string;
}

export const SERVICES_VARIABLE = 'GUICHET_TEST_SERVICES';

export function testServices(): TestServices {
  const state = process.env[SERVICES_VARIABLE];
  if (!state) throw new Error('Test services are not running: run the db or journeys project through Jest.');
  const parsed: TestServices = JSON.parse(state);
  return parsed;
}
