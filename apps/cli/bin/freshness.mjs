import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** What each build reads. Contents are compared, not dates: a copy or a checkout changes every date. */
const SOURCES = {
  server: {
    paths: ['apps', 'libs', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'],
    without: ['apps/web', 'apps/cli/bin'],
  },
  web: {
    paths: [
      'apps/web',
      'libs/contracts',
      'libs/protocol',
      'libs/forms',
      'libs/routing',
      'tsconfig.json',
      'package-lock.json',
    ],
    without: [],
  },
};
const TESTS = /\.(spec|db-spec|e2e-spec|long-spec)\.tsx?$/;
const STAMPS = { install: 'node_modules/.guichet-install', server: 'dist/.guichet-server', web: 'dist/.guichet-web' };
/** Without its result, a stamp proves nothing. */
const RESULTS = {
  install: 'node_modules/.package-lock.json',
  server: 'dist/apps/cli/main.js',
  web: 'dist/web/index.html',
};

export function isFresh(root, what, digest) {
  if (!existsSync(join(root, RESULTS[what]))) return false;
  const stamp = join(root, STAMPS[what]);
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === digest;
  return what === 'install' && installedByHand(root);
}

export function markFresh(root, what, digest) {
  const stamp = join(root, STAMPS[what]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

export function lockDigest(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

export function sourcesDigest(root, what) {
  const hash = createHash('sha256');
  const { paths, without } = SOURCES[what];
  const excluded = without.map((path) => path.split('/').join(sep));
  for (const path of paths) addTo(hash, root, path, excluded);
  return hash.digest('hex');
}

/** `npm ci` or `npm install` run by hand, after the last change of the lock file. */
function installedByHand(root) {
  const installed = statSync(join(root, RESULTS.install)).mtimeMs;
  return installed >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function addTo(hash, root, path, excluded) {
  const full = join(root, path);
  if (excluded.includes(path) || TESTS.test(path) || !existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, root, join(path, name), excluded);
    return;
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
}
