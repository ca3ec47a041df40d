import { Logger } from '@nestjs/common';
import { Client } from 'pg';

const RECONNECT_MS = 1000;

/** One LISTEN connection that comes back by itself after the database does. */
export class Listener {
  private readonly logger = new Logger('Listener');
  private client: Client | null = null;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onMessage: (text: string) => void,
  ) {}

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: `guichet-${this.channel}`,
      keepAlive: true,
    });
    client.on('notification', (message) => this.onMessage(message.payload ?? ''));
    client.on('error', (error) => this.lost(error));
    client.on('end', () => this.lost(null));
    await client.connect();
    await client.query(`listen ${this.channel}`);
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end();
  }

  private lost(error: Error | null): void {
    if (this.stopped || this.timer) return;
    if (error) this.logger.warn(`connection lost: ${error.message}`);
    this.client = null;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.stopped) return;
      this.start().catch((cause: Error) => this.lost(cause));
    }, RECONNECT_MS);
  }
}
