import { join } from 'node:path';
import { numberOf, readJsonFile, textOf, writeJsonFile } from '../json-file.ts';

/** What a start leaves for the next one. */
export interface PostgresMemory {
  readonly port: number | null;
  /** Folder that holds the cluster, when it could not be the data folder. */
  readonly parent: string | null;
  /** Copy of the server made for a user who cannot reach the original. */
  readonly copy: string | null;
}

export function readMemory(dataFolder: string): PostgresMemory {
  const known = readJsonFile(fileIn(dataFolder));
  return { port: numberOf(known, 'port'), parent: textOf(known, 'parent'), copy: textOf(known, 'copy') };
}

export function writeMemory(dataFolder: string, memory: PostgresMemory): void {
  writeJsonFile(fileIn(dataFolder), memory);
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'postgresql.json');
}
