import { dayInParis } from '../support/whole-path.ts';
import { waitFor } from '../support/wait-for.ts';
import { send, somebody, type Visitor } from '../support/world.ts';
import type { Scene } from './people.ts';

export interface PlannedVisit {
  requestId: string;
  actId: string;
  family: string;
}

export interface PublishedTour {
  /** Of this day, whatever the hour it is: the phone of the nurse is set to it. */
  morning: Date;
  visits: PlannedVisit[];
  file(visitor: Visitor, requestId: string): Promise<{ state: string; owner: { kind: string }; version: number }>;
}

/** A tour is planned for a day to come and driven today: the clock of the tests is the one of the house. */
const ONE_DAY_EARLIER = `
  begin;
  set local session_replication_role = replica;
  update tour set day = day - 1;
  update visit set day = day - 1, starts_at = starts_at - interval '1 day';
  update tour_stop set day = day - 1, arrive_at = arrive_at - interval '1 day', start_at = start_at - interval '1 day',
    end_at = end_at - interval '1 day', from_at = from_at - interval '1 day', to_at = to_at - interval '1 day';
  commit`;

/** Requests sent, confirmed, decided as visits, planned and published, for today. */
export async function publishTour({ world }: Scene, families: string[]): Promise<PublishedTour> {
  const { cardio } = world;
  const base = `/api/e/${cardio.slug}`;
  const people = [cardio.gp, cardio.secretary, cardio.specialist, cardio.coordinator];
  const [gp, secretary, specialist, coordinator] = await Promise.all(people.map((person) => world.as(person)));
  const file = async (visitor: Visitor, id: string) => (await visitor.get(`${base}/requests/${id}`).expect(200)).body;
  const requests: { id: string; family: string }[] = [];
  for (const family of families) {
    const { id } = await send(gp!, cardio, { patient: { ...somebody(family), phone: '02 61 91 20 20' } });
    await waitFor('the proposal', async () => (await file(secretary!, id)).state === 'proposed');
    const { version } = await file(secretary!, id);
    await secretary!.post(`${base}/requests/${id}/confirm`, { version }).expect(200);
    await specialist!
      .post(`${base}/requests/${id}/decisions/visit`, {
        version: version + 1,
        exams: ['ecg', 'echo'],
        question: 'Poids, œdèmes, ECG et échographie ?',
        instructions: 'Appeler avant de partir',
        minutes: 30,
      })
      .expect(200);
    requests.push({ id, family });
  }
  const [today, date] = [dayInParis(0), dayInParis(1)];
  const day = (await coordinator!.get(`${base}/mobile/day?date=${date}`).expect(200)).body;
  const planned = await coordinator!
    .post(`${base}/mobile/day/plan`, { date, version: day.version, seconds: 0.2 })
    .expect(200);
  const published = await coordinator!
    .post(`${base}/mobile/day/publish`, { date, version: planned.body.version })
    .expect(200);
  await world.sql(ONE_DAY_EARLIER);
  const stops: { requestId: string; actId: string }[] = published.body.teams.flatMap(
    (team: { stops: { requestId: string; actId: string }[] }) => team.stops,
  );
  return {
    morning: new Date(`${today}T06:00:00Z`),
    visits: stops.map(({ requestId, actId }) => {
      const family = requests.find(({ id }) => id === requestId)?.family ?? '';
      return { requestId, actId, family };
    }),
    file,
  };
}
