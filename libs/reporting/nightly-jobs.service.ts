import { Inject, Injectable, Logger } from '@nestjs/common';
import { Directory, localTime } from '#directory';
import type { EssRow } from '#directory';
import { Patients } from '#patients';
import { Clock, CONFIG, Database } from '#platform';
import type { Config } from '#platform';
import { HandRequests } from '#requests';
import { retainEss, retainHouse, type RetentionServices } from './retention/run-retention.ts';

const EVERY_MS = 60_000;
/** The night of each ESS, in minutes of its own clock: nobody triages then. What the night missed, the next one does. */
const NIGHT = { from: 3 * 60, until: 6 * 60 };
/** Where the house itself sleeps. */
const HOUSE_TIMEZONE = 'Europe/Paris';

interface NightlyJob {
  name: string;
  timezone: string;
  /** @returns what was done, by kind. */
  work: (day: string) => Promise<Record<string, number>>;
}

/**
 * Once a night: the retention policy, and the requests of those whose period is over. One worker runs each job, and a
 * run that died is taken up by who finds it.
 */
@Injectable()
export class NightlyJobs {
  private readonly logger = new Logger('Night');
  private readonly services: RetentionServices;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly hands: HandRequests,
    patients: Patients,
    @Inject(CONFIG) { logsDir = null }: Config,
  ) {
    this.services = { database, directory, patients, clock, logsDir };
  }

  start(): void {
    const tick = () => {
      this.running ??= this.tonight()
        .then(() => undefined)
        .catch((error: unknown) =>
          this.logger.error(`the night could not begin, next try in a minute: ${String(error)}`),
        )
        .finally(() => {
          this.running = null;
        });
    };
    tick();
    this.timer = setInterval(tick, EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Runs what is due at this hour and not done. @returns the names of the jobs this worker ran. */
  async tonight(): Promise<string[]> {
    const now = this.clock.now();
    const ran: string[] = [];
    for (const job of await this.jobs()) {
      const { date, minutes } = localTime(now, job.timezone);
      if (minutes < NIGHT.from || minutes >= NIGHT.until) continue;
      if (await this.runOrSay(job, date)) ran.push(job.name);
    }
    return ran;
  }

  private async jobs(): Promise<NightlyJob[]> {
    const ofEss = (await this.directory.allEss()).flatMap((ess) => {
      const { id, timezone } = ess;
      return [
        { name: `owners.${id}`, timezone, work: (day: string) => this.handBack(ess, day) },
        { name: `retention.${id}`, timezone, work: () => retainEss(this.services, ess, true) },
      ];
    });
    const work = () => retainHouse(this.services, true);
    return [...ofEss, { name: 'retention.house', timezone: HOUSE_TIMEZONE, work }];
  }

  /** A job that fails is tried again in a minute; it keeps no other from its night. */
  private async runOrSay(job: NightlyJob, day: string): Promise<boolean> {
    try {
      return await this.runOnce(job, day);
    } catch (error) {
      this.logger.error(`${job.name} failed, next try in a minute: ${String(error)}`);
      return false;
    }
  }

  private handBack(ess: EssRow, day: string): Promise<Record<string, number>> {
    const inTenant = { tenantId: ess.id, userId: null };
    return this.database.tx(inTenant, async (tx) => ({ handed: await this.hands.handBackOfAbsent(tx, ess, day) }));
  }

  /** The lock lasts as long as the connection: of a worker that died, the next one sees a run begun and never done. */
  private runOnce({ name, work }: NightlyJob, day: string): Promise<boolean> {
    return this.database.global(async (holder) => {
      const [lock]: { got: boolean }[] = await holder.query('select pg_try_advisory_xact_lock(hashtext($1)) as got', [
        name,
      ]);
      if (!lock?.got) return false;
      const begun = await this.write(BEGIN, [name, day, this.clock.now()]);
      if (begun.length === 0) return false;
      const counts = await work(day);
      await this.write(END, [name, day, this.clock.now(), JSON.stringify(counts)]);
      return true;
    });
  }

  /** On a connection of its own: seen by all while the lock is held. */
  private write(sql: string, parameters: unknown[]): Promise<unknown[]> {
    return this.database.global((manager) => manager.query(sql, parameters));
  }
}

const BEGIN = `
  insert into job_run (name, day, started_at) values ($1, $2, $3)
  on conflict (name, day) do update set started_at = excluded.started_at where job_run.done_at is null
  returning name`;
const END = `
  with ended as (update job_run set done_at = $3, counts = $4 where name = $1 and day = $2 returning name)
  select name from ended`;
