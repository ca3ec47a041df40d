import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/** Runs one Jest project; a file that does not load counts as a failure, and so does a skipped test. */
export async function runRing(root, project, args = []) {
  const folder = join(root, 'test-results');
  const report = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const jest = [process.execPath, '--experimental-vm-modules', join(root, 'node_modules', 'jest', 'bin', 'jest.js')];
  const command = [
    ...jest,
    '--selectProjects',
    project,
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
    ...args,
  ];
  const { code, output } = await runCommand(command, root, { env: { ...process.env, NODE_NO_WARNINGS: '1' } });
  const tally = existsSync(report) ? countOf(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1 };
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  if (tally.failed > 0) console.log(withoutReport(output));
  return tally;
}

function countOf({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests }) {
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites + numPendingTests + numTodoTests,
  };
}

/** Jest prints its JSON report too; people want its words only. */
function withoutReport(output) {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('{"num'))
    .join('\n');
}
