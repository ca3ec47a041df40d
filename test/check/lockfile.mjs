import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lock pins contents, never the address of a download: it must install from any mirror. */
export function checkLockfile(root) {
  const { packages = {} } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const complaints = [
    ...entries.filter(([, one]) => 'resolved' in one && !one.link).map(([path]) => `${path}: has a download address`),
    ...entries
      .filter(([, one]) => !one.integrity && !one.link && !one.inBundle)
      .map(([path]) => `${path}: has no integrity`),
  ];
  return { complaints: complaints.slice(0, 20), note: `${entries.length} packages` };
}
