import { Logger } from '@nestjs/common';
import type { Clock } from '../clock.ts';
import type { SystemDatabase } from '../database/system-database.ts';
import { appendAnchor, type Anchor, type AnchoredHead } from './anchor-file.ts';

const EVERY_MS = 5 * 60_000;
/** A first start has sealed nothing yet: its first line is empty, this one is not. */
const SOON_MS = 30_000;

/** Copies the heads of all chains outside the database: who rewrites a chain to its end cannot rewrite this file too. */
export class AuditAnchor {
  private readonly logger = new Logger('AuditAnchor');
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: SystemDatabase,
    private readonly file: string,
    private readonly clock: Clock,
  ) {}

  /** One line now, one soon, then one every five minutes. */
  start(): void {
    this.tick();
    this.timers = [setTimeout(() => this.tick(), SOON_MS), setInterval(() => this.tick(), EVERY_MS)];
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  /** Behind the sealer's own lock: two workers write one line after the other, never across. */
  write(): Promise<Anchor> {
    return this.database.tx(async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtext('audit-sealer'))`);
      const { rows } = await client.query<AnchoredHead & { tenant: string }>(
        `select tenant_id as tenant, seq, encode(hash, 'hex') as hash from audit_head order by tenant_id`,
      );
      const heads = Object.fromEntries(rows.map(({ tenant, seq, hash }) => [tenant, { seq, hash }]));
      return appendAnchor(this.file, this.clock.now(), heads);
    });
  }

  private tick(): void {
    this.running ??= this.write()
      .then(() => undefined)
      .catch((error: unknown) => this.logger.error(`heads not anchored, next try in ${EVERY_MS} ms: ${String(error)}`))
      .finally(() => {
        this.running = null;
      });
  }
}
