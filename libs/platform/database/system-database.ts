import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';

/** The `system` role: outbox, delivery, timers and audit sealing across tenants, and nothing else. Worker only. */
@Injectable()
export class SystemDatabase implements OnApplicationShutdown {
  private readonly logger = new Logger('SystemDatabase');
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({ connectionString: url, max: 3, application_name: 'guichet-system' });
    this.pool.on('error', (error) => this.logger.warn(`connection lost: ${error.message}`));
  }

  async tx<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
