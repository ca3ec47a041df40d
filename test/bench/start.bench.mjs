import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 5;
const BARS_MS = { first: 20_000, later: 6_000, stop: 2_000 };

/** From the command to the open door, on the built code: medians of five, first start and next. */
export async function bench({ root }) {
  const times = { first: [], later: [], stop: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
    chmodSync(folder, 0o711);
    for (const kind of ['first', 'later']) {
      const { openMs, stopMs } = await lifeOf(root, folder);
      times[kind].push(openMs);
      times.stop.push(stopMs);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  const good = Object.entries(BARS_MS).map(([kind, bar]) => {
    const middle = median(times[kind]);
    console.log(
      `${kind.padEnd(6)} median ${Math.round(middle)} ms (bar ${bar} ms; all: ${times[kind].map(Math.round).join(', ')})`,
    );
    return middle <= bar;
  });
  return good.every(Boolean);
}

async function lifeOf(root, folder) {
  const begun = performance.now();
  const script = join(root, 'apps', 'cli', 'bin', 'guichet.mjs');
  const child = spawn(process.execPath, [
    script,
    'start',
    '--data',
    folder,
    '--port',
    String(20_000 + (process.pid % 20_000)),
  ]);
  const left = new Promise((resolve) => child.once('close', resolve));
  let text = '';
  child.stderr.on('data', (chunk) => (text += chunk));
  const opened = new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('Guichet ouvert')) resolve(true);
    });
  });
  if ((await Promise.race([opened, left])) !== true) throw new Error(text);
  const openMs = performance.now() - begun;
  const asked = performance.now();
  child.kill('SIGINT');
  await left;
  return { openMs, stopMs: performance.now() - asked };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
