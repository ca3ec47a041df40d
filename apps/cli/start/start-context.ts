import type { StartOptions } from './options.ts';
import type { Shutdown } from './process/shutdown.ts';
import type { Supervisor } from './process/supervisor.ts';
import type { Say } from './say.ts';

/** What every step of a start shares. */
export interface StartContext {
  readonly root: string;
  readonly distFolder: string;
  readonly options: StartOptions;
  readonly supervisor: Supervisor;
  readonly shutdown: Shutdown;
  readonly say: Say;
}
