import { copyFileSync, existsSync, readdirSync, rmSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** `api.log` is being written to; `api.2026-11.log` is a month that was put aside. */
const LIVING = /^([a-z-]+)\.log$/;
const PUT_ASIDE = /^[a-z-]+\.\d{4}-\d{2}\.log$/;

/**
 * Each log is put aside once a month, so that it can be deleted a year later: copied, then emptied, since its writer
 * keeps it open at its end. What is written between the two is lost: one line of a technical log at most.
 * @returns how many files are, or were, too old.
 */
export function oldLogs(folder: string | null, now: Date, before: Date, apply: boolean): number {
  if (folder === null || !existsSync(folder)) return 0;
  if (apply) for (const name of readdirSync(folder)) putAside(folder, name, now);
  const old = readdirSync(folder).filter(
    (name) => PUT_ASIDE.test(name) && statSync(join(folder, name)).mtime.getTime() < before.getTime(),
  );
  if (apply) for (const name of old) rmSync(join(folder, name), { force: true });
  return old.length;
}

function putAside(folder: string, name: string, now: Date): void {
  const [, stem] = LIVING.exec(name) ?? [];
  const path = join(folder, name);
  if (!stem || statSync(path).size === 0) return;
  const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  const target = join(folder, `${stem}.${lastMonth}.log`);
  if (existsSync(target)) return;
  copyFileSync(path, target);
  utimesSync(target, now, now);
  truncateSync(path, 0);
}
