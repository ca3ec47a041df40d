import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

/** Whether a person is also of other ESS; not which. Asked outside of a transaction: it takes a connection of its own. */
@Injectable()
export class Elsewhere {
  constructor(private readonly database: Database) {}

  async isOf(professionalId: string, exceptTenantId: string): Promise<boolean> {
    const rows: unknown[] = await this.database.global(
      (manager) =>
        manager.query(
          `select 1 from membership
            where professional_id = $1 and tenant_id <> $2 and suspended_at is null and ended_at is null
              and (ends_on is null or ends_on >= current_date) limit 1`,
          [professionalId, exceptTenantId],
        ),
      professionalId,
    );
    return rows.length > 0;
  }
}
