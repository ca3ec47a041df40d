import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../../apps/cli/bin/prepare.mjs';
import { runCommand } from '../run/run-command.mjs';

/** The committed description of the API is the one the build gives. */
export async function checkOpenapi(root) {
  if (!existsSync(join(root, 'apps', 'api', 'openapi.ts'))) return { complaints: [], note: 'no script yet' };
  await prepare(root, { web: false, say: () => undefined });
  const { code, output } = await runCommand(
    [process.execPath, join(root, 'dist', 'apps', 'api', 'openapi.js'), '--check'],
    root,
  );
  return { complaints: code === 0 ? [] : [output.trim() || 'openapi.json differs from the build'] };
}
