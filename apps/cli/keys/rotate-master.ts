import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { type Database, type MasterMoved, readMasterKey, readMasterKeys, rotateMasterKey } from '#platform';

export interface MasterFiles {
  current: string;
  next: string;
  /** The next one lies beside the current one and takes its place; else whoever gave it does so himself. */
  beside: boolean;
}

/** Killed anywhere, it is run again: the next key is in its file before the first ESS changes hands. */
export async function rotateMaster(database: Database, files: MasterFiles): Promise<MasterMoved> {
  if (!existsSync(files.next)) {
    // Beside, then renamed: a key cut short would lock what it wraps.
    writeFileSync(`${files.next}.new`, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
    renameSync(`${files.next}.new`, files.next);
  }
  const moved = await rotateMasterKey(database, readMasterKeys([files.current]), readMasterKey(files.next));
  if (files.beside) {
    copyFileSync(files.current, `${files.current}.old`);
    renameSync(files.next, files.current);
  }
  return moved;
}
