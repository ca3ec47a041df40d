import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The web app as built beside the server: dist/apps/api/http → dist/web. */
export const WEB_FOLDER = join(fileURLToPath(new URL('.', import.meta.url)), '../../../web');

let shell: string | null = null;

/** The page that starts the web app; read once. */
export function webShell(): string {
  if (shell !== null) return shell;
  const file = join(WEB_FOLDER, 'index.html');
  shell = existsSync(file)
    ? readFileSync(file, 'utf8')
    : '<!doctype html><html lang="fr"><title>Guichet ESS</title><p>Les pages ne sont pas construites.</p></html>';
  return shell;
}
