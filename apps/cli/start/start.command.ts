import { join } from 'node:path';
import { frenchSpaces } from '../french-spaces.ts';
import { choosePort } from './choose-port.ts';
import { openDataFolder } from './data-folder.ts';
import { lockDataFolder } from './instance-lock.ts';
import { parseStartOptions } from './options.ts';
import { Shutdown } from './process/shutdown.ts';
import { Supervisor } from './process/supervisor.ts';
import { projectRoot } from './project-root.ts';
import { resetDataFolder } from './reset.ts';
import { runStart } from './run-start.ts';
import type { Say } from './say.ts';
import { untilStopSignal } from './stop-signal.ts';

/** `guichet start`: everything on this machine, until Ctrl-C. */
export async function startCommand(args: string[]): Promise<number> {
  const root = projectRoot();
  const options = parseStartOptions(args, root);
  openDataFolder(options.dataFolder);
  const unlock = lockDataFolder(options.dataFolder);
  // A terminal closed, or `npm start | head`: nobody listens any more, the service goes on.
  process.stdout.on('error', () => undefined);
  const say: Say = (line) => void process.stdout.write(`${frenchSpaces(line)}\n`);
  const supervisor = new Supervisor(say);
  const shutdown = new Shutdown(supervisor);
  const signal = untilStopSignal();
  try {
    if (options.reset) await resetDataFolder(options.dataFolder, say);
    openDataFolder(options.dataFolder);
    const port = await choosePort(options.port, options.host, say);
    const context = { root, distFolder: join(root, 'dist'), options, supervisor, shutdown, say };
    const failure = await Promise.race([
      signal.then(() => null),
      runStart(context, port).then(
        () => signal.then(() => null),
        (error: unknown) => error,
      ),
    ]);
    if (failure !== null) throw failure;
    say('\nArrêt…');
    return 0;
  } finally {
    await shutdown.run();
    unlock();
  }
}
