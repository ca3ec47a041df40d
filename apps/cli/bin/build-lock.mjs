import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A lock without a number was cut short while written. */
const UNREADABLE_AFTER_MS = 5_000;

/** Two commands on a fresh clone: the second waits for the first's build instead of mixing its own with it. */
export async function withBuildLock(root, work) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const path = join(root, 'dist', '.building');
  while (!take(path)) await wait(200);
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  }
}

function isHeld(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    if (!(pid > 0)) return Date.now() - statSync(path).mtimeMs < UNREADABLE_AFTER_MS;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
