import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../apps/cli/bin/prepare.mjs';
import { runRing } from './run/run-ring.mjs';
import { Summary } from './run/summary.mjs';

/** `npm test`: installs and builds what is needed, then every ring but the long one. Touches no system package. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const summary = new Summary(root);
rmSync(join(root, 'test-results', 'summary.json'), { force: true });

const built = await summary.stage('build', async () => {
  try {
    await prepare(root, { web: true, say: console.log });
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(error.message);
    return { passed: 0, failed: 1 };
  }
});
if (built) {
  const { runChecks } = await import('./check/run-checks.mjs');
  const { withServices } = await import('./run/with-services.mjs');
  await summary.stage('check', () => runChecks(root));
  await summary.stage('unit', () => runRing(root, 'unit', ['--maxWorkers=2']));
  // Two files at a time: each has a database and processes of its own.
  await withServices(summary, async () => {
    await summary.stage('db', () => runRing(root, 'db', ['--maxWorkers=2']));
    await summary.stage('journeys', () => runRing(root, 'journeys', ['--maxWorkers=2']));
  });
}
process.exitCode = summary.finish(root, 'summary.json');
