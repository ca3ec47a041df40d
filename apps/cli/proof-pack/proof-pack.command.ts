import 'reflect-metadata';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrationState } from '#platform';
import { verify } from '../audit/audit.command.ts';
import { frenchSpaces } from '../french-spaces.ts';
import { runningEnvironment } from '../running-environment.ts';
import { projectRoot } from '../start/project-root.ts';
import { UsageError } from '../usage-error.ts';
import { dependenciesOf } from './dependencies.ts';
import { proofText, type Proof, versionLine } from './proof-text.ts';
import { runningVersion } from './running-version.ts';
import { recorded } from './test-results.ts';

const USAGE = 'Usage : guichet proof-pack [--out DOSSIER] [--data DIR].';
const OPTIONS = {
  out: { type: 'string', default: 'proof-pack' },
  data: { type: 'string', default: '.guichet' },
} as const;
const DOCUMENTS = ['security.md', 'privacy.md'];

/** `guichet proof-pack`: the promise and its last proofs in one folder; 1 when a chain does not hold. */
export async function proofPackCommand(args: string[]): Promise<number> {
  const { out, data } = readArguments(args);
  return writeProofPack(projectRoot(), resolve(out), environmentOf(data), new Date(), (line) =>
    process.stdout.write(`${frenchSpaces(line)}\n`),
  );
}

/** @param env of the running guichet; null when there is none. */
export async function writeProofPack(
  root: string,
  folder: string,
  env: Record<string, string> | null,
  now: Date,
  say: (line: string) => void,
): Promise<number> {
  const running = runningVersion(root);
  const proof: Proof = {
    writtenAt: now.toISOString(),
    running,
    tests: {
      'npm test': recorded(root, 'npm test', running),
      'npm run test:long': recorded(root, 'npm run test:long', running),
    },
    chain: env && (await chainOf(env)),
    migrations: { asked: env !== null, list: await migrationState(env?.['DATABASE_URL'] ?? null) },
    dependencies: dependenciesOf(root),
  };
  mkdirSync(folder, { recursive: true });
  for (const name of DOCUMENTS) {
    const heading = `> Copied on ${proof.writtenAt} by \`guichet proof-pack\`: ${versionLine(running)}. The last results are in \`proof.md\`.\n\n`;
    writeFileSync(join(folder, name), heading + readFileSync(join(root, 'docs', name), 'utf8'));
  }
  writeFileSync(join(folder, 'proof.md'), proofText(proof));
  writeFileSync(join(folder, 'proof.json'), `${JSON.stringify(proof, null, 2)}\n`);
  say(`Dossier de preuves écrit dans ${folder} : ${[...DOCUMENTS, 'proof.md', 'proof.json'].join(', ')}.`);
  for (const [run, one] of Object.entries(proof.tests))
    if (one.kind !== 'this-version') say(`Aucun résultat de « ${run} » pour cette version : c’est écrit tel quel.`);
  if (!proof.chain) say('Aucun guichet en marche : les chaînes d’audit ne sont pas vérifiées, c’est écrit tel quel.');
  if (proof.chain?.holds === false) say('Une chaîne d’audit ne tient pas : lisez proof.md.');
  return proof.chain?.holds === false ? 1 : 0;
}

async function chainOf(env: Record<string, string>): Promise<Proof['chain']> {
  const lines: string[] = [];
  const code = await verify(env, null, (line) => lines.push(frenchSpaces(line)));
  return { holds: code === 0, lines };
}

/** The pack is written with or without a guichet; without one it says so. */
function environmentOf(data: string): Record<string, string> | null {
  try {
    return runningEnvironment(data);
  } catch {
    return null;
  }
}

function readArguments(args: string[]): { out: string; data: string } {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values;
  } catch {
    throw new UsageError(USAGE);
  }
}
