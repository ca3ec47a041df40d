import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './run-checks.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { passed, failed } = await runChecks(root, { quick: process.argv.includes('--quick') });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
