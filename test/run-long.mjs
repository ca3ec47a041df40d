import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../apps/cli/bin/prepare.mjs';
import { runRing } from './run/run-ring.mjs';
import { Summary } from './run/summary.mjs';

/** `npm run test:long`: what is too long for every commit (fuzz, thousands of moves, many kills). */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const summary = new Summary(root);
await prepare(root, { web: true, say: console.log });
const { withServices } = await import('./run/with-services.mjs');
// Two at a time: each has a database of its own, and no bar of theirs is a ratio of seconds.
await withServices(summary, () => summary.stage('long', () => runRing(root, 'long', ['--maxWorkers=2'])));
process.exitCode = summary.finish(root, 'summary-long.json');
