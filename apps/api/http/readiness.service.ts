import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, Database, pendingMigrations, pingQueue } from '#platform';
import type { Config } from '#platform';

/** What `/ready` answers; each part is asked for real. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger('Readiness');

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async check(): Promise<{ database: boolean; queue: boolean; migrations: boolean }> {
    const [database, queue, migrations] = await Promise.all([
      this.holds('database', async () => {
        await this.database.ping();
        return true;
      }),
      this.holds('queue', () => pingQueue(this.config, this.database)),
      this.holds('migrations', async () => (await pendingMigrations(this.database)).length === 0),
    ]);
    return { database, queue, migrations };
  }

  private async holds(name: string, question: () => Promise<boolean>): Promise<boolean> {
    try {
      return await question();
    } catch (error) {
      this.logger.warn(`${name} not ready: ${String(error)}`);
      return false;
    }
  }
}
