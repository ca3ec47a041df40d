import { setTimeout as wait } from 'node:timers/promises';
import { backoffMs, STEADY_AFTER_MS } from './backoff.ts';
import type { RunningProcess } from './running-process.ts';

export interface Supervised {
  /** What the terminal calls it, with its article: « la base de données ». */
  readonly label: string;
  /** Starts it again; resolves when it answers. */
  restart(): Promise<RunningProcess>;
}

interface Entry {
  readonly what: Supervised;
  running: RunningProcess;
}

/** Keeps processes alive: whoever leaves unasked comes back, sooner first, later if it insists. */
export class Supervisor {
  private stopping = false;

  constructor(private readonly say: (line: string) => void) {}

  watch(what: Supervised, running: RunningProcess): void {
    void this.keepAlive({ what, running });
  }

  /** From now on an exit is expected; what is being restarted at this moment is stopped as it appears. */
  stand(): void {
    this.stopping = true;
  }

  private async keepAlive(entry: Entry): Promise<void> {
    let attempt = 0;
    for (;;) {
      const begun = Date.now();
      await entry.running.exited;
      if (this.stopping) return;
      if (Date.now() - begun > STEADY_AFTER_MS) attempt = 0;
      attempt = await this.bringBack(entry, attempt);
      if (this.stopping) return;
    }
  }

  private async bringBack(entry: Entry, attempt: number): Promise<number> {
    this.say(`Arrêt imprévu : ${entry.what.label}. Nouveau départ…`);
    for (let next = attempt + 1; ; next += 1) {
      await wait(backoffMs(next));
      if (this.stopping) return next;
      try {
        const running = await entry.what.restart();
        entry.running = running;
        if (this.stopping) running.kill('SIGINT');
        else this.say(`De nouveau en marche : ${entry.what.label}.`);
        return next;
      } catch {
        if (next === 4) this.say(`Toujours arrêté : ${entry.what.label}. Les essais continuent.`);
      }
    }
  }
}
