import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../apps/cli/start/project-root.ts';
import { until } from './temporary-data.ts';

/** A real `guichet start` in a process of its own, as a person would run it. */
export class GuichetProcess {
  private text = '';
  private readonly child: ChildProcess;
  readonly begunAt = Date.now();
  readonly left: Promise<number | null>;

  constructor(args: readonly string[]) {
    const script = join(projectRoot(), 'apps', 'cli', 'bin', 'guichet.mjs');
    this.child = spawn(process.execPath, [script, 'start', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: bareEnvironment(),
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.text += chunk));
    }
    this.left = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  get output(): string {
    return this.text;
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  /** Milliseconds from the command to the open door. */
  async opened(patienceMs = 280_000): Promise<number> {
    let gone = false;
    void this.left.then(() => (gone = true));
    await until('« Guichet ouvert »', () => gone || this.text.includes('Guichet ouvert'), patienceMs);
    if (gone) throw new Error(`guichet start left:\n${this.text}`);
    return Date.now() - this.begunAt;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Live processes whose command line holds `words`. */
export function processesWith(words: string): SeenProcess[] {
  const all = existsSync('/proc/self/stat') ? fromProc() : fromPs();
  return all.filter(({ command, pid }) => pid !== process.pid && command.includes(words));
}

function fromProc(): SeenProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z') return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

function fromPs(): SeenProcess[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid && command ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

/** Without the services of this machine or of the test run: the launcher makes its own. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = { ...process.env };
  const services = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_SYSTEM_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL'];
  for (const name of [...services, 'NODE_ENV', 'NODE_OPTIONS']) delete kept[name];
  return kept;
}
