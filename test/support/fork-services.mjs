import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts the services of a test run in a child; resolves with their state and the way to end them. */
export async function forkServices() {
  const child = fork(fileURLToPath(new URL('./services.child.ts', import.meta.url)), {
    execArgv: ['--conditions=source', '--import', new URL('./run-typescript.mjs', import.meta.url).href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const state = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message.state));
    child.once('exit', (code) => reject(new Error(`the test services did not start (exit code ${code})`)));
  });
  const stop = async () => {
    const gone = once(child, 'exit');
    if (child.connected) child.disconnect();
    await gone;
  };
  return { state, stop };
}
