import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare } from '../../apps/cli/bin/prepare.mjs';

/**
 * `npm run bench [-- NAME…]`: runs test/bench/NAME.bench.mjs (all without a name). A bench exports
 * `bench({ root })`, prints its figures beside a bare twin, and answers false when a bar is missed.
 */
const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, '..', '..');
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .map((name) => name.slice(0, -'.bench.mjs'.length));
const names = process.argv.length > 2 ? process.argv.slice(2) : known;

const unknown = names.filter((name) => !existsSync(join(folder, `${name}.bench.mjs`)));
if (unknown.length > 0) {
  console.error(`Unknown bench: ${unknown.join(', ')}. Known: ${known.join(', ') || 'none'}.`);
  process.exit(2);
}
await prepare(root, { web: false, say: console.log });
let missed = 0;
for (const name of names) {
  console.log(`\n── ${name}`);
  const { bench } = await import(pathToFileURL(join(folder, `${name}.bench.mjs`)).href);
  if ((await bench({ root })) === false) missed += 1;
}
process.exitCode = missed === 0 ? 0 : 1;
