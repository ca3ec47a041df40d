import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { Database } from './database.ts';
import { ofWholeTables } from './of-whole-tables.ts';

/** Of each request and its patient, when the statistics say that there is next to none of either. */
const JOINED = `
  explain select r.id, p.birth_name from request r join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
           where r.tenant_id = $1 and p.tenant_id = $1`;

describe('a question to whole tables', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices();
  }, 60_000);
  afterAll(() => services.stop());

  test('joins them without comparing each row with each, and leaves the next question as it was', async () => {
    const tenantId = services.cardio.id;
    await services.get(Database).tx({ tenantId, userId: null }, async (tx) => {
      const plan = await ofWholeTables<{ 'QUERY PLAN': string }>(tx, JOINED, [tenantId]);
      const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(lines).toMatch(/(Hash|Merge) Join/);
      expect(lines).not.toMatch(/Nested Loop/);
      expect(await tx.manager.query('show enable_nestloop')).toEqual([{ enable_nestloop: 'on' }]);
    });
  });
});
