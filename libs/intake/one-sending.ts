import { QueryFailedError } from 'typeorm';
import { DomainError } from '#contracts';
import type { Tx } from '#platform';

/** A second click waits for the first and gets its answer; longer, and it is told that the first is under way. */
const PATIENCE = '4s';
const LOCK_NOT_AVAILABLE = '55P03';

const isTooLate = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === LOCK_NOT_AVAILABLE;

/** Until the end of the transaction nobody else sends this draft. @throws idempotency.in-progress */
export async function oneSending(tx: Tx, draftId: string): Promise<void> {
  try {
    await tx.manager.query(`select set_config('lock_timeout', $1, true)`, [PATIENCE]);
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `sending|${tx.ctx.tenantId}|${draftId}`,
    ]);
    await tx.manager.query(`select set_config('lock_timeout', '0', true)`);
  } catch (error) {
    if (!isTooLate(error)) throw error;
    throw new DomainError(
      'idempotency.in-progress',
      'Cette demande est en train de partir. Attendez quelques secondes, puis recommencez\u00a0: elle ne partira qu’une fois.',
    );
  }
}
