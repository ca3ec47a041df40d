import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../apps/cli/bin/prepare.mjs';
import { runCommand } from '../run/run-command.mjs';

/** The committed description of the API is the one the build gives, and says what every body holds. */
export async function checkOpenapi(root) {
  await prepare(root, { web: false, say: () => undefined });
  const folder = mkdtempSync(join(tmpdir(), 'guichet-openapi-'));
  try {
    const fresh = join(folder, 'openapi.json');
    const script = join(root, 'dist', 'apps', 'api', 'openapi', 'write.js');
    const { code, output } = await runCommand([process.execPath, script, fresh], root);
    if (code !== 0) return { complaints: [output.trim()] };
    const built = readFileSync(fresh, 'utf8');
    return {
      complaints: [...drift(root, built), ...(await clientDrift(root, folder)), ...emptyBodies(JSON.parse(built))],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function drift(root, built) {
  const committed = join(root, 'openapi.json');
  if (existsSync(committed) && readFileSync(committed, 'utf8').trim() === built.trim()) return [];
  return ['openapi.json differs from the build: run « npm run openapi » and commit it'];
}

/** The web client's types come from the committed description, untouched by hand. */
async function clientDrift(root, folder) {
  const fresh = join(folder, 'schema.d.ts');
  const script = join(root, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
  const { code, output } = await runCommand(
    [process.execPath, script, 'openapi.json', '-o', fresh, '--root-types'],
    root,
  );
  if (code !== 0) return [output.trim()];
  const same = readFileSync(fresh, 'utf8') === readFileSync(join(root, 'apps', 'web', 'api', 'schema.d.ts'), 'utf8');
  return same ? [] : ['apps/web/api/schema.d.ts differs from openapi.json: run « npm run openapi » and commit it'];
}

/** A body schema without properties means that the build lost what the decorators say. */
function emptyBodies({ paths = {}, components = {} }) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      if (!schema) return [];
      const name = schema.$ref?.split('/').pop();
      const target = name ? components.schemas?.[name] : schema;
      return Object.keys(target?.properties ?? {}).length > 0
        ? []
        : [`${method.toUpperCase()} ${path}: body without properties`];
    }),
  );
}
