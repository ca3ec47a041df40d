import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { StartError } from './start-error.ts';

/** The file that makes a folder ours; nothing is ever deleted from a folder without it. */
const MARK = 'instance.json';

export interface Instance {
  readonly demonstration: boolean;
  /** A seed cut short is begun again from an empty database. */
  readonly seed: 'none' | 'started' | 'done';
}

/** Creates the data folder when missing; refuses a folder that holds someone else's files. */
export function openDataFolder(folder: string): void {
  try {
    makeReachable(folder);
  } catch (error) {
    throw new StartError(
      `Impossible d'écrire dans ${folder} (${errorCode(error) ?? 'cause inconnue'}) : choisissez un autre dossier avec --data.`,
    );
  }
  const names = readdirSync(folder);
  if (names.length > 0 && !names.includes(MARK) && names.some((name) => !OURS.has(name))) {
    throw new StartError(
      `${folder} n'est pas un dossier de données du guichet et n'est pas vide : choisissez-en un autre avec --data.`,
    );
  }
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
}

/** Names that exist for a moment before the mark. */
const OURS = new Set(['launcher.lock', 'logs', 'instance.json.new']);

/** True once a start has made this folder its own. */
export function isOurFolder(folder: string): boolean {
  return existsSync(join(folder, MARK));
}

export function readInstance(folder: string): Instance | null {
  const known = readJsonFile(join(folder, MARK));
  if (!known) return null;
  const seed = known['seed'];
  return {
    demonstration: known['demonstration'] === true,
    seed: seed === 'started' || seed === 'done' ? seed : 'none',
  };
}

export function writeInstance(folder: string, instance: Instance): void {
  writeJsonFile(join(folder, MARK), instance);
}

/** The database may run as another user, who has to walk through (not list) the folders that we create. */
function makeReachable(folder: string): void {
  const asRoot = process.getuid?.() === 0;
  const mode = asRoot ? 0o711 : 0o700;
  if (!existsSync(folder)) {
    if (!existsSync(dirname(folder))) makeReachable(dirname(folder));
    mkdirSync(folder, { mode });
    chmodSync(folder, mode);
  }
}
