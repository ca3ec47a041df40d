import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_MS = 120_000;
/** A process that does not leave is ended: nothing of a test outlives it. */
const LEAVE_MS = 8_000;

/** One process of the built code, so that what is tested is what is served. */
export interface Running {
  readonly child: ChildProcess;
  /** Everything it wrote, for the canaries. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export async function runBuilt(app: 'api' | 'worker', env: Record<string, string>): Promise<Running> {
  const child = fork(`${ROOT}dist/apps/${app}/main.js`, [], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const written: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const output = () => written.join('');
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${app} not ready: ${output()}`)), READY_MS);
    child.once('message', () => {
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${app} left with ${code}: ${output()}`));
    });
  });
  return {
    child,
    output,
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const insist = setTimeout(() => child.kill('SIGKILL'), LEAVE_MS);
      await gone;
      clearTimeout(insist);
    },
  };
}
