import { Inject, Injectable } from '@nestjs/common';
import { BUS, Database } from '#platform';
import type { Bus, Ctx } from '#platform';

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

  /** In one ESS: these people, and whoever writes for them. */
  async changedIn(ctx: Ctx, professionalIds: readonly string[]): Promise<void> {
    const rows: { id: string }[] = await this.database.tx(ctx, (tx) =>
      tx.manager.query(ACCOUNTS, [ctx.tenantId, professionalIds]),
    );
    await this.changed(rows.map(({ id }) => id));
  }
}

const ACCOUNTS = `
  select id from account
   where professional_id = any($2::uuid[])
      or professional_id in (select m.professional_id from membership m
                              where m.tenant_id = $1 and m.delegate_of = any($2::uuid[]))`;
