import { mkdirSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '../../apps/cli/start/postgres/private-postgres.ts';
import { stopProcess } from '../../apps/cli/start/process/running-process.ts';
import { projectRoot } from '../../apps/cli/start/project-root.ts';
import { startPrivateRedis } from '../../apps/cli/start/redis/private-redis.ts';
import { loadSecrets } from '../../apps/cli/start/secrets.ts';
import { migrate } from '../../libs/platform/database/migrate.ts';
import type { TestServices } from './services-state.ts';

/** Nothing here outlives the run: speed before safety. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

export interface StartedServices {
  readonly state: TestServices;
  stop(): Promise<void>;
}

/** PostgreSQL (and Redis when there is one) for one test run, with the migrated database the tests copy. */
export async function startTestServices(): Promise<StartedServices> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guichet-test-'));
  chmodSync(dataFolder, 0o711);
  mkdirSync(join(dataFolder, 'logs'));
  const secrets = loadSecrets(dataFolder);
  const postgres = await startPrivatePostgres({
    root: projectRoot(),
    dataFolder,
    secrets,
    extraSettings: FAST,
    extraInitArgs: ['--no-sync'],
  });
  const redis = await startPrivateRedis(dataFolder);
  const stop = async (): Promise<void> => {
    await Promise.all([
      stopProcess(postgres.running, 'SIGQUIT', 'SIGKILL', 2_000),
      redis ? stopProcess(redis.running, 'SIGKILL', 'SIGKILL', 2_000) : undefined,
    ]);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await migrate(postgres.urls.owner, { log: () => undefined });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    state: {
      postgresPort: postgres.port,
      superPassword: secrets.superuser,
      ownerPassword: secrets.owner,
      appPassword: secrets.app,
      systemPassword: secrets.system,
      template: 'guichet',
      redisUrl: redis?.url ?? null,
      folder: dataFolder,
    },
    stop,
  };
}
