import { spawn } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isFresh, markFresh, sourcesDigest, lockDigest } from './freshness.mjs';
import { withBuildLock } from './build-lock.mjs';
import { pruneOrphans } from './prune-orphans.mjs';

export class PrepareError extends Error {
  name = 'PrepareError';
}

const OLDEST_NODE = [20, 19];

/** Installs and builds what is missing or older than the sources; one line a step, nothing when all is fresh. */
export async function prepare(root, { web, say }) {
  checkNode();
  const needsInstall = () => !isFresh(root, 'install', lockDigest(root));
  const needsServer = () => !isFresh(root, 'server', sourcesDigest(root, 'server'));
  const needsWeb = () =>
    web && existsSync(join(root, 'apps', 'web')) && !isFresh(root, 'web', sourcesDigest(root, 'web'));
  if (!needsInstall() && !needsServer() && !needsWeb()) return;
  await withBuildLock(root, async () => {
    if (needsInstall()) await install(root, say);
    if (needsServer()) await buildServer(root, say);
    if (needsWeb()) await buildWeb(root, say);
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new PrepareError(
    `Node ${OLDEST_NODE.join('.')} ou plus récent est nécessaire ; cette machine a ${process.versions.node}.`,
  );
}

async function install(root, say) {
  refuseLinkedPackages(root);
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await step(say, 'Installation des paquets', root, [...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
  markFresh(root, 'install', lockDigest(root));
}

/** `npm ci` empties the folder first: through a link, it would empty the packages of another project. */
function refuseLinkedPackages(root) {
  const link = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false });
  if (!link?.isSymbolicLink()) return;
  throw new PrepareError(
    "node_modules est un lien vers un autre dossier : rien n'y est installé. Retirez ce lien, puis relancez.",
  );
}

async function buildServer(root, say) {
  const digest = sourcesDigest(root, 'server');
  await step(say, 'Construction du serveur', root, [process.execPath, bin(root, '@nestjs/cli/bin/nest.js'), 'build']);
  pruneOrphans(root);
  markFresh(root, 'server', digest);
}

async function buildWeb(root, say) {
  const digest = sourcesDigest(root, 'web');
  await step(say, 'Construction des pages', root, [
    process.execPath,
    bin(root, 'vite/bin/vite.js'),
    'build',
    'apps/web',
    '--logLevel=warn',
  ]);
  markFresh(root, 'web', digest);
}

function bin(root, path) {
  return join(root, 'node_modules', path);
}

/** Runs one command; its words are shown only when it fails. */
async function step(say, label, cwd, [command, ...args]) {
  const begun = Date.now();
  const output = [];
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', resolve);
  });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1).replace('.', ',');
  if (code === 0) return say(`${label} : ${seconds} s`);
  throw new PrepareError(
    `${Buffer.concat(output).toString('utf8').trim()}\n${label} : échec après ${seconds} s (voir ci-dessus).`,
  );
}
