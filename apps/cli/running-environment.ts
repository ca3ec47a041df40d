import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { databaseUrls } from './start/postgres/urls.ts';
import { readMemory } from './start/postgres/memory.ts';
import { plainEnvironment } from './start/plain-environment.ts';
import { projectRoot } from './start/project-root.ts';
import { ensureMasterKey, loadSecrets } from './start/secrets.ts';
import { StartError } from './start/start-error.ts';

/** Where a command finds the guichet: the variables, else what `npm start` left in its data folder. */
export function runningEnvironment(data: string, env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const given = plainEnvironment(env);
  if (given['DATABASE_URL']) return given;
  const folder = resolve(projectRoot(), data);
  const { port } = existsSync(join(folder, 'secrets.json')) ? readMemory(folder) : { port: null };
  if (port === null) {
    throw new StartError(`Aucun guichet dans ${folder} : lancez d'abord « npm start », ou indiquez DATABASE_URL.`);
  }
  const urls = databaseUrls(port, loadSecrets(folder));
  return {
    ...given,
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_SYSTEM_URL: urls.system,
    DATA_DIR: given['DATA_DIR'] ?? folder,
    MASTER_KEY_FILE: given['MASTER_KEY_FILE'] ?? ensureMasterKey(folder),
  };
}
