import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningVersion } from './running-version.ts';

export interface RingResult {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
}

/** What `npm test` and `npm run test:long` leave behind them. */
export interface RunResult {
  passed: number;
  failed: number;
  stages: RingResult[];
  version?: string;
  commit?: string | null;
  changed?: boolean;
  finishedAt?: string;
}

export type Recorded = { kind: 'none' } | { kind: 'other-version' | 'this-version'; result: RunResult };

const FILES = { 'npm test': 'summary.json', 'npm run test:long': 'summary-long.json' } as const;
export type Run = keyof typeof FILES;
export const RUNS = Object.keys(FILES) as Run[];

/** The last result of a run; of this very version, or said to be of another. */
export function recorded(root: string, run: Run, running: RunningVersion): Recorded {
  const file = join(root, 'test-results', FILES[run]);
  if (!existsSync(file)) return { kind: 'none' };
  const result = JSON.parse(readFileSync(file, 'utf8')) as RunResult;
  const same =
    result.version === running.version &&
    (result.commit ?? null) === running.commit &&
    result.changed !== true &&
    !running.changed;
  return { kind: same ? 'this-version' : 'other-version', result };
}
