import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Care } from '../../../test/journeys/support/care.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { PublishDay } from './publish-day.service.ts';
import { TourPlanning } from './tour-planning.service.ts';

const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-23', '2026-11-24', '2026-11-25'];

describe('a visit drafted on another day', () => {
  let services: Services;
  let care: Care;
  beforeAll(async () => {
    services = await openServices();
    services.clock.travelTo(new Date(`${MONDAY}T09:00:00Z`));
    care = new Care(services, services.cardio);
  }, 60_000);
  afterAll(() => services.stop());

  test('leaves the list of the others, which say where it is until it is announced', async () => {
    const { id } = await care.visitOrdered();
    const coordinator = await care.member(services.cardio.coordinator);
    const planning = services.get(TourPlanning);
    const { unplanned, draftedElsewhere, teams } = await planning.day(coordinator, MONDAY);
    expect([unplanned.map(({ requestId }) => requestId), draftedElsewhere]).toEqual([[id], []]);

    const [actId = '', team] = [unplanned[0]?.actId, teams[0]];
    const { day } = await planning.move(coordinator, {
      ...{ date: TUESDAY, version: 0, actId, teamId: team?.id ?? '', dryRun: false },
    });
    expect(day.draftedElsewhere).toEqual([]);
    for (const other of [MONDAY, WEDNESDAY]) {
      expect(await planning.day(coordinator, other)).toMatchObject({
        unplanned: [],
        draftedElsewhere: [{ actId, class: 'P2', date: TUESDAY, teamName: team?.name }],
      });
    }
    expect((await planning.day(coordinator, '2026-11-20')).draftedElsewhere).toEqual([]);

    await services.get(PublishDay).publish(coordinator, { date: TUESDAY, version: day.version });
    expect((await planning.day(coordinator, MONDAY)).draftedElsewhere).toEqual([]);
  });
});
