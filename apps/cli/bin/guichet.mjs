#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const [command = 'help', ...rest] = process.argv.slice(2);

/** Programs read the standard output of these: every word of ours goes to stderr. */
const QUIET = new Set(['triage', 'route']);
/** These answer without a build, even on a clone that was never installed. */
const BARE = new Set(['help', '--help', '-h', 'version', '--version', '-v']);
const wantsHelp = rest.includes('--help') || rest.includes('-h');

const say = QUIET.has(command)
  ? (line) => process.stderr.write(`${line.replaceAll(' :', '\u00A0:')}\n`)
  : (line) => process.stdout.write(`${line.replaceAll(' :', '\u00A0:')}\n`);

try {
  if (BARE.has(command) || (command === 'start' && wantsHelp)) {
    const { showBare } = await import('./bare.mjs');
    showBare(root, command);
  } else {
    await prepare(root, { web: command === 'start', say });
    const { main } = await import(pathToFileURL(join(root, 'dist', 'apps', 'cli', 'main.js')).href);
    process.exitCode = await main(command, rest);
    // A start cut short may still hold timers and sockets: nothing of it is needed any more.
    if (command === 'start') process.exit();
  }
} catch (error) {
  process.stderr.write(`${error?.name === 'PrepareError' ? error.message : (error?.stack ?? error)}\n`);
  // 1 would say « some item in error » to a program that reads the answer.
  process.exitCode = QUIET.has(command) ? 2 : 1;
}
