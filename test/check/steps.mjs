import { join } from 'node:path';
import { checkFileSizes } from './file-sizes.mjs';
import { checkLockfile } from './lockfile.mjs';
import { checkOpenapi } from './openapi.mjs';

const bin = (root, path) => [process.execPath, join(root, 'node_modules', path)];

/** Every check: a command that must succeed, or a function that answers with its complaints (none is good). */
export function checkSteps(root, { quick }) {
  const tsc = (project) => [...bin(root, 'typescript/bin/tsc'), '-p', project, '--noEmit'];
  const all = [
    { name: 'types: server and tests', command: tsc('tsconfig.test.json') },
    { name: 'types: web', command: tsc('apps/web/tsconfig.json') },
    // What is built is compiled without the tests' settings; `npm test` builds it anyway.
    { name: 'types: server as built', command: tsc('tsconfig.json'), slow: true },
    { name: 'lint', command: [...bin(root, 'eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
    { name: 'format', command: [...bin(root, 'prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
    {
      name: 'imports',
      command: [
        ...bin(root, 'dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test'],
      ],
    },
    { name: 'file sizes', check: () => checkFileSizes(root) },
    { name: 'lockfile', check: () => checkLockfile(root) },
    { name: 'openapi', check: () => checkOpenapi(root), slow: true },
  ];
  return quick ? all.filter((step) => !step.slow) : all;
}
