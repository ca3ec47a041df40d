import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMarkOf } from './process/process-identity.ts';
import { errorCode } from './error-code.ts';
import { StartError } from './start-error.ts';

/** One launcher per data folder. Returns the way to let go. */
export function lockDataFolder(folder: string): () => void {
  const path = join(folder, 'launcher.lock');
  const mine = `${process.pid} ${startMarkOf(process.pid) ?? ''}`.trim();
  for (let tries = 0; tries < 3; tries += 1) {
    if (write(path, mine)) return () => release(path, mine);
    const holder = liveHolder(path);
    if (holder !== null) {
      throw new StartError(
        `Le guichet tourne déjà sur ce dossier de données (processus ${holder}) : arrêtez-le, ou choisissez un autre dossier avec --data.`,
      );
    }
    rmSync(path, { force: true });
  }
  throw new StartError('Un autre démarrage est en cours sur ce dossier de données : réessayez dans un instant.');
}

function write(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock, unless it died or its number now belongs to another. */
function liveHolder(path: string): number | null {
  const [number, ...mark] = read(path).split(' ');
  const pid = Number(number);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  return (startMarkOf(pid) ?? '') === mark.join(' ') ? pid : null;
}

function release(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
