import type { Directory, EssRow } from '#directory';
import type { Patients } from '#patients';
import type { Clock, Database } from '#platform';
import { oldLogs } from './old-logs.ts';
import { oldRows, oldTenantRows } from './old-rows.ts';
import { monthsBefore, RETENTION, type RetentionKind } from './policy.ts';
import { quietPatients } from './quiet-patients.ts';

export interface RetentionServices {
  database: Database;
  directory: Directory;
  patients: Patients;
  clock: Clock;
  /** Where the launcher writes the logs of its processes; null when somebody else keeps them. */
  logsDir: string | null;
}

export interface RetentionLine {
  kind: RetentionKind;
  says: string;
  count: number;
}
export type RetentionCounts = Partial<Record<RetentionKind, number>>;

type Step = (services: RetentionServices, before: Date, apply: boolean, ess: EssRow) => Promise<number>;
type HouseStep = (services: RetentionServices, before: Date, apply: boolean) => Promise<number>;

const months = (kind: RetentionKind): number => RETENTION.find((rule) => rule.kind === kind)?.months ?? 0;

const ESS_STEPS: Partial<Record<RetentionKind, Step>> = {
  archive: (services, before, apply, ess) => {
    const since = monthsBefore(services.clock.now(), months('erase'));
    const period = { before, since, archivedToo: false };
    return quietPatients(services, ess, period, apply, (tx, id) => services.patients.archive(tx, id));
  },
  erase: (services, before, apply, ess) => {
    const period = { before, since: null, archivedToo: true };
    return quietPatients(services, ess, period, apply, (tx, id) =>
      services.patients.erase(tx, id, ess.timezone, 'conservation'),
    );
  },
  mails: ({ database }, before, apply, ess) => oldTenantRows(database, ess.id, 'mails', before, apply),
  links: ({ database }, before, apply, ess) => oldTenantRows(database, ess.id, 'links', before, apply),
  invitations: ({ database }, before, apply, ess) => oldTenantRows(database, ess.id, 'invitations', before, apply),
};

const HOUSE_STEPS: Partial<Record<RetentionKind, HouseStep>> = {
  'sign-ins': ({ database }, before, apply) => oldRows(database, 'sign-ins', before, apply),
  sessions: ({ database }, before, apply) => oldRows(database, 'sessions', before, apply),
  devices: ({ database }, before, apply) => oldRows(database, 'devices', before, apply),
  jobs: ({ database }, before, apply) => oldRows(database, 'jobs', before, apply),
  logs: async ({ logsDir, clock }, before, apply) => oldLogs(logsDir, clock.now(), before, apply),
  // No table holds any: what is added one day is cleaned here.
  positions: async () => 0,
};

/** What the policy asks for today of one ESS; done only when `apply`, each patient with his audit line. */
export async function retainEss(services: RetentionServices, ess: EssRow, apply: boolean): Promise<RetentionCounts> {
  const counts: RetentionCounts = {};
  for (const { kind, months: kept } of RETENTION) {
    const step = ESS_STEPS[kind];
    if (step) counts[kind] = await step(services, monthsBefore(services.clock.now(), kept), apply, ess);
  }
  return counts;
}

/** The same for what belongs to no ESS: sign-ins, sessions, devices, logs. */
export async function retainHouse(services: RetentionServices, apply: boolean): Promise<RetentionCounts> {
  const counts: RetentionCounts = {};
  for (const { kind, months: kept } of RETENTION) {
    const step = HOUSE_STEPS[kind];
    if (step) counts[kind] = await step(services, monthsBefore(services.clock.now(), kept), apply);
  }
  return counts;
}

/** Everything at once, kind by kind: for a terminal. */
export async function runRetention(services: RetentionServices, apply: boolean): Promise<RetentionLine[]> {
  const runs = [await retainHouse(services, apply)];
  for (const ess of await services.directory.allEss()) runs.push(await retainEss(services, ess, apply));
  return RETENTION.map(({ kind, says }) => ({
    ...{ kind, says },
    count: runs.reduce((sum, counts) => sum + (counts[kind] ?? 0), 0),
  }));
}
