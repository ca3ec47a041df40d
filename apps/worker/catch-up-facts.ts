import { Logger } from '@nestjs/common';
import type { Directory } from '#directory';
import type { Database } from '#platform';
import type { Reporting } from '#reporting';

/** Facts of events that were never delivered to steering: a demonstration's past, or what is older than the table. */
export async function catchUpFacts(directory: Directory, database: Database, reporting: Reporting): Promise<void> {
  try {
    for (const { id } of await directory.allEss())
      await database.tx({ tenantId: id, userId: null }, (tx) => reporting.catchUp(tx));
  } catch (error) {
    // Steering never holds back care: the next start tries again.
    new Logger('Facts').error(`facts not caught up: ${String(error)}`);
  }
}
