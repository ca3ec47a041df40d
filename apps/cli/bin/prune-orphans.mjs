import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Removes built files whose source is gone: a renamed migration must not be run twice. */
export function pruneOrphans(root) {
  for (const top of ['apps', 'libs']) {
    const built = join(root, 'dist', top);
    if (existsSync(built)) prune(built, join(root, top));
  }
}

function prune(built, source) {
  for (const name of readdirSync(built)) {
    const full = join(built, name);
    if (statSync(full).isDirectory()) {
      prune(full, join(source, name));
      continue;
    }
    const bare = name.replace(/\.(js|d\.ts)(\.map)?$/, '');
    const hasSource = [name, `${bare}.ts`, `${bare}.tsx`].some((candidate) => existsSync(join(source, candidate)));
    if (!hasSource) rmSync(full);
  }
}
