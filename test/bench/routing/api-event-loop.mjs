import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { forkServices } from '../../support/fork-services.mjs';

const BAR_MS = 20;

/** The same in the real api: POST mobile/day/plan of a hundred visits, on its own database. */
export async function runApiEventLoopBench() {
  const services = await forkServices();
  try {
    const { quiet, twin, busy, teams } = await measured(services.state);
    const isGood = busy.p99 < BAR_MS;
    console.log(
      `Event loop p99 of the api while it plans 100 visits with ${teams} teams: ${busy.p99.toFixed(1)} ms ` +
        `(bar ${BAR_MS} ms: ${isGood ? 'held' : 'MISSED'}; longest ${busy.max.toFixed(1)} ms; ` +
        `${quiet.p99.toFixed(1)} ms when nothing is asked, ${twin.p99.toFixed(1)} ms beside a bare busy thread); ` +
        `${busy.visits} planned, ${busy.left} left, answered in ${busy.tookMs} ms`,
    );
    return isGood;
  } finally {
    await services.stop();
  }
}

function measured(state) {
  const child = fork(fileURLToPath(new URL('./api-event-loop.child.ts', import.meta.url)), {
    env: { ...process.env, GUICHET_TEST_SERVICES: JSON.stringify(state) },
    execArgv: ['--conditions=source', '--import', new URL('../../support/run-typescript.mjs', import.meta.url).href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let figures;
  child.once('message', (message) => (figures = message));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      figures ? resolve(figures) : reject(new Error(`the bench of the api ended without a figure (exit code ${code})`)),
    );
  });
}
