import type { Tx } from './context.ts';

/**
 * A question to whole tables, not to a few rows: their joins are made by hash or by merge. With the statistics of an
 * emptier day the planner believes that a few rows remain, and compares each with each: minutes instead of a second.
 */
export async function ofWholeTables<Row>(tx: Tx, sql: string, parameters: unknown[]): Promise<Row[]> {
  await tx.manager.query(`select set_config('enable_nestloop', 'off', true)`);
  const rows: Row[] = await tx.manager.query(sql, parameters);
  await tx.manager.query(`select set_config('enable_nestloop', 'on', true)`);
  return rows;
}
