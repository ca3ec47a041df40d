import type { INestApplicationContext } from '@nestjs/common';
import { Drafts } from '#intake';
import { Patients } from '#patients';
import { beginTenantRotation, Database, finishTenantRotation, Keyring, type Key, type Tx } from '#platform';

const BATCH = 100;

export interface Moved {
  patients: number;
  drafts: number;
}

/**
 * A new key for one ESS. Killed at any row, it is run again: the next key is in the row of the ESS, and each
 * blob says under which key it is; both open meanwhile. Nobody stops working.
 */
export async function rotateTenant(
  context: Pick<INestApplicationContext, 'get'>,
  tenantId: string,
  batch = BATCH,
): Promise<Moved> {
  const [database, patients, drafts] = [context.get(Database), context.get(Patients), context.get(Drafts)];
  const key = await beginTenantRotation(database, context.get(Keyring), tenantId);
  const moved: Moved = { patients: 0, drafts: 0 };
  const step = (move: (tx: Tx) => Promise<number>) => database.tx({ tenantId, userId: null }, move);
  for (;;) {
    moved.patients += await inBatches(() => step((tx) => patients.moveToKey(tx, key, batch)));
    moved.drafts += await inBatches(() => step((tx) => drafts.moveToKey(tx, key, batch)));
    if ((await finishTenantRotation(database, tenantId, (tx) => leftUnder(tx, key, patients, drafts))) === 0) {
      return moved;
    }
  }
}

/** Looks once more, behind the lock that makes writers wait. */
const leftUnder = async (tx: Tx, key: Key, patients: Patients, drafts: Drafts): Promise<number> =>
  (await patients.moveToKey(tx, key, BATCH)) + (await drafts.moveToKey(tx, key, BATCH));

async function inBatches(move: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = await move(); count > 0; count = await move()) total += count;
  return total;
}
