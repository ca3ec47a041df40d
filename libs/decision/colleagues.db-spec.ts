import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Decide } from '#decision';
import { Database } from '#platform';
import { Care } from '../../test/journeys/support/care.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { waitFor } from '../../test/journeys/support/wait-for.ts';

describe('a request is passed to a colleague', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices();
  }, 60_000);
  afterAll(() => services.stop());

  test('never to one whose access is being closed at that very moment', async () => {
    const { cardio } = services;
    const care = new Care(services, cardio);
    const specialist = await care.member(cardio.specialist);
    const toId = cardio.secondSpecialist.id;
    const { id, version } = await care.confirmed('P3');
    let passed: Promise<unknown> = Promise.resolve();
    await services.get(Database).tx({ tenantId: cardio.id, userId: null }, async (tx) => {
      await tx.manager.query(
        'update membership set suspended_at = now() where tenant_id = $1 and professional_id = $2',
        [...[cardio.id, toId]],
      );
      passed = services
        .get(Decide)
        .pass(specialist, id, { version, toId })
        .catch((error: unknown) => error);
      await waitFor('the one who passes it to wait', async () => {
        const waiting = await services.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'for share of m'`,
        );
        return waiting.length > 0;
      });
    });
    expect(await passed).toMatchObject({ code: 'decision.invalid' });
    expect((await care.row(id)).ownerId).not.toBe(toId);
  });
});
