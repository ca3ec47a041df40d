import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Directory } from '#directory';
import { Database } from '#platform';
import { Reporting } from '#reporting';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { catchUpFacts } from './catch-up-facts.ts';

describe('a worker that starts', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices();
  });
  afterAll(() => services.stop());

  test('writes the facts that nobody was told of, once, in every team, even beside another worker', async () => {
    for (const team of [services.cardio, services.nephro])
      for (let sent = 0; sent < 5; sent++) await services.send(team);
    await services.sql('update delivery set done_at = now()');
    const start = () => catchUpFacts(services.get(Directory), services.get(Database), services.get(Reporting));
    await Promise.all([start(), start()]);
    const missing = await services.sql(
      'select 1 from event e left join fact f on f.tenant_id = e.tenant_id and f.event_id = e.id where f.at is null',
    );
    const [facts] = await services.sql(
      'select count(*)::int as count, count(distinct tenant_id)::int as teams from fact',
    );
    expect([missing, facts]).toEqual([[], { count: 10, teams: 2 }]);
  });
});
