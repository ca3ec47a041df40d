import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A data folder of one's own, which the database's user may walk through. */
export function temporaryDataFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-data-'));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'logs'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Waits until a condition holds; fails with its name after the patience. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patienceMs = 60_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not seen in time: ${what}`);
    await wait(20);
  }
}
