import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Bus } from '../bus/bus.ts';
import type { Ctx, Tx } from './context.ts';
import { SnakeNaming } from './naming.ts';

export type EntityClass = new () => object;

/** A name of ours, never of a user: SQL functions are called by name. */
const FUNCTION_NAME = /^[a-z_]+$/;

/** The two doors to tenant rows, and one to the closed list of global tables. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly logger = new Logger('Database');
  private readonly source: DataSource;
  private readonly bus: Bus;

  constructor(source: DataSource, bus: Bus) {
    this.source = source;
    this.bus = bus;
  }

  static async open(url: string, poolSize: number, entities: EntityClass[], bus: Bus): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      poolSize,
      entities,
      namingStrategy: new SnakeNaming(),
      synchronize: false,
      logging: false,
      applicationName: 'guichet',
    });
    await source.initialize();
    return new Database(source, bus);
  }

  /** First door: a transaction that knows its tenant and its user before any other statement. */
  async tx<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
    let open: Tx | undefined;
    const result = await this.source.transaction(async (manager) => {
      await manager.query(`select set_config('app.tenant', $1, true), set_config('app.user', $2, true)`, [
        ctx.tenantId,
        ctx.userId ?? '',
      ]);
      open = { ctx, manager, signals: [], wakesRelay: false };
      return work(open);
    });
    if (open) this.announce(open);
    return result;
  }

  /** Second door: one round trip for a measured hot path; the SQL function sets tenant and user itself. */
  async call<T>(ctx: Ctx, sqlFunction: string, args: unknown[]): Promise<T[]> {
    if (!FUNCTION_NAME.test(sqlFunction)) throw new Error(`not a function name: ${sqlFunction}`);
    const places = args.map((_, index) => `$${index + 3}`).join(', ');
    const list = places ? `$1::uuid, $2::uuid, ${places}` : '$1::uuid, $2::uuid';
    return this.source.query(`select * from ${sqlFunction}(${list})`, [ctx.tenantId, ctx.userId, ...args]);
  }

  /** Global tables only (ess, account, session, professional, organisation, commune): without a tenant, no tenant row is visible. */
  async global<T>(work: (manager: EntityManager) => Promise<T>, userId: string | null = null): Promise<T> {
    return this.source.transaction(async (manager) => {
      await manager.query(`select set_config('app.tenant', '', true), set_config('app.user', $1, true)`, [
        userId ?? '',
      ]);
      return work(manager);
    });
  }

  async ping(): Promise<void> {
    await this.source.query('select 1');
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** After commit. A lost signal costs a late screen, never a lost request: the relay polls and screens refetch. */
  private announce(tx: Tx): void {
    if (tx.wakesRelay) {
      this.source
        .query(`select pg_notify('outbox', '')`)
        .catch((error: unknown) => this.logger.warn(`relay not woken: ${String(error)}`));
    }
    for (const signal of tx.signals) {
      this.bus.publish(signal).catch((error: unknown) => this.logger.warn(`signal not published: ${String(error)}`));
    }
  }
}
