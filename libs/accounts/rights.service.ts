import { Inject, Injectable } from '@nestjs/common';
import { BUS, Database } from '#platform';
import type { Bus } from '#platform';

/** What a person may do has changed: his sockets join their rooms again at once, his screens ask again. */
@Injectable()
export class Rights {
  constructor(
    private readonly database: Database,
    @Inject(BUS) private readonly bus: Bus,
  ) {}

  /** To call after the commit of the change. */
  async changed(accountIds: readonly string[]): Promise<void> {
    for (const id of accountIds) {
      await this.bus.publish({ tenant: '', room: `account:${id}`, kind: 'rights.changed', id });
    }
  }

  /** The same, for whoever knows people rather than accounts. */
  async changedFor(professionalIds: readonly string[]): Promise<void> {
    const rows: { id: string }[] = await this.database.global((manager) =>
      manager.query('select id from account where professional_id = any($1::uuid[])', [professionalIds]),
    );
    await this.changed(rows.map(({ id }) => id));
  }
}
