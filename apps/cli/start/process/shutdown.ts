import { stopProcess, type RunningProcess } from './running-process.ts';
import type { Supervisor } from './supervisor.ts';

type Rank = 'application' | 'service';

/** How each kind is asked to leave, and how long before it is made to: the whole must fit in two seconds. */
const MANNERS = {
  application: { ask: 'SIGTERM', insist: 'SIGKILL', patienceMs: 900 },
  /** For PostgreSQL: fast stop, then immediate stop, which its next start recovers from. For Redis: stop, then the same. */
  service: { ask: 'SIGINT', insist: 'SIGQUIT', patienceMs: 700 },
} as const;
const LAST_RESORT_MS = 300;

/** Everything alive under this launcher, stopped in order: first what uses the services, then the services. */
export class Shutdown {
  private readonly ranks: Record<Rank, Set<RunningProcess>> = { application: new Set(), service: new Set() };
  private done: Promise<void> | null = null;

  constructor(private readonly supervisor: Supervisor) {}

  get begun(): boolean {
    return this.done !== null;
  }

  /** Told of every process at its birth; forgets it when it leaves. */
  add(rank: Rank, running: RunningProcess): void {
    const alive = this.ranks[rank];
    alive.add(running);
    void running.exited.then(() => alive.delete(running));
    if (this.begun) running.kill(MANNERS[rank].insist);
  }

  run(): Promise<void> {
    this.done ??= this.stopAll();
    return this.done;
  }

  private async stopAll(): Promise<void> {
    this.supervisor.stand();
    for (const rank of ['application', 'service'] as const) {
      await Promise.all([...this.ranks[rank]].map((running) => this.stopOne(running, rank)));
    }
  }

  private async stopOne(running: RunningProcess, rank: Rank): Promise<void> {
    const { ask, insist, patienceMs } = MANNERS[rank];
    const lastResort = setTimeout(() => running.kill('SIGKILL'), patienceMs + LAST_RESORT_MS);
    await stopProcess(running, ask, insist, patienceMs);
    clearTimeout(lastResort);
  }
}
