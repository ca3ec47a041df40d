import { Logger } from '@nestjs/common';
import { Pool } from 'pg';
import type { BusSignal } from '#contracts';
import { Listener } from '../database/listener.ts';
import { BUS_CHANNEL, type Bus } from './bus.ts';

/** Most signals sent in one NOTIFY; a payload must stay under 8,000 bytes. */
const BATCH = 25;

/** Coalesced NOTIFY: signals of the same tick leave in one statement. */
export class PostgresBus implements Bus {
  private readonly logger = new Logger('PostgresBus');
  private readonly pool: Pool;
  private waiting: BusSignal[] = [];
  private flushing: Promise<void> | null = null;
  private listener: Listener | null = null;

  constructor(private readonly url: string) {
    this.pool = new Pool({ connectionString: url, max: 1, application_name: 'guichet-bus' });
    this.pool.on('error', (error) => this.logger.warn(`bus: ${error.message}`));
  }

  publish(signal: BusSignal): Promise<void> {
    this.waiting.push(signal);
    this.flushing ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        this.flushing = null;
        this.flush().then(resolve, reject);
      });
    });
    return this.flushing;
  }

  async subscribe(listener: (signal: BusSignal) => void): Promise<void> {
    this.listener = new Listener(this.url, BUS_CHANNEL, (text) => {
      for (const signal of JSON.parse(text) as BusSignal[]) listener(signal);
    });
    await this.listener.start();
  }

  async close(): Promise<void> {
    await this.listener?.stop();
    await this.pool.end();
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0);
    for (let start = 0; start < batch.length; start += BATCH) {
      await this.pool.query('select pg_notify($1, $2)', [
        BUS_CHANNEL,
        JSON.stringify(batch.slice(start, start + BATCH)),
      ]);
    }
  }
}
