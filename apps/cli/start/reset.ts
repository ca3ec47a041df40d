import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isOurFolder } from './data-folder.ts';
import { existingMajors, clusterFolder } from './postgres/cluster.ts';
import { readMemory } from './postgres/memory.ts';
import { readPostmaster } from './postgres/postmaster-pid.ts';
import { adoptedProcess, stopProcess } from './process/running-process.ts';
import { shutDownLeftover } from './redis/leftover.ts';
import { socketPath } from './redis/socket-path.ts';
import type { Say } from './say.ts';

const LOCK = 'launcher.lock';

/** Deletes everything in a data folder of ours (the caller holds its lock), servers left alive first. */
export async function resetDataFolder(dataFolder: string, say: Say): Promise<void> {
  if (!isOurFolder(dataFolder)) return;
  const { parent, copy } = readMemory(dataFolder);
  const names = readdirSync(dataFolder).filter((name) => name !== LOCK && name !== 'logs');
  const elsewhere = [parent, copy].filter((path) => path !== null && existsSync(path));
  say(`Effacé dans ${dataFolder} : ${names.join(', ')}`);
  for (const path of elsewhere) say(`Effacé aussi : ${path}`);
  await stopLeftovers(dataFolder, parent ?? dataFolder);
  for (const name of [...names, 'logs']) rmSync(join(dataFolder, name), { recursive: true, force: true });
  for (const path of elsewhere) if (path !== null) rmSync(path, { recursive: true, force: true });
  if (process.env['DATABASE_URL']) say("La base indiquée par DATABASE_URL n'est pas touchée.");
}

async function stopLeftovers(dataFolder: string, clusterParent: string): Promise<void> {
  for (const major of existingMajors(clusterParent)) {
    const found = readPostmaster(clusterFolder(clusterParent, major));
    if (found.kind === 'alive') await stopProcess(adoptedProcess(found.pid), 'SIGINT', 'SIGQUIT', 3_000);
  }
  const redisFolder = join(dataFolder, 'redis');
  if (existsSync(redisFolder)) await shutDownLeftover(redisFolder, socketPath(redisFolder));
}
