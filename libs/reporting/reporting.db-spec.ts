import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EVENT_TYPES, MOVE_RULES } from '#contracts';
import { ACT_KINDS, OUTCOMES, RECEPTION_KINDS, REPORT_KINDS, WITHOUT_ESS } from '#contracts/care';
import { MODALITIES, ORGANISATION_KINDS, REQUESTER_ROLES } from '#contracts/enums';
import { NEXT_ACTIONS, REQUEST_STATES } from '#contracts/transitions';
import { Database } from '#platform';
import { somebody } from '../../test/journeys/support/answers.ts';
import { CareStory } from '../../test/journeys/support/care-story.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import type { FactRow } from './fact.entity.ts';
import { RecordFact } from './record-fact.service.ts';
import { Reporting } from './reporting.service.ts';

type Fact = Record<string, unknown> & { move: string };

describe('facts for steering', () => {
  let services: Services;
  let story: CareStory;
  beforeAll(async () => {
    services = await openServices();
    story = await wholeStory();
  });
  afterAll(() => services.stop());

  const wholeStory = async (): Promise<CareStory> => {
    const patient = { ...somebody('Zibelinard'), givenNames: 'Quetzalie' };
    const one = await CareStory.begin(services, services.cardio, { patient, question: 'glockenspiel' });
    await one.settle();
    await one.confirm();
    await one.orderVisit('glockenspiel');
    await one.settle();
    await one.planVisit(60);
    services.clock.advanceMinutes(120);
    await one.driveAndExamine();
    await one.signReading('glockenspiel');
    await one.undo();
    await one.signReading('kaléidoscope');
    await one.settle();
    await one.receive();
    await one.settle();
    return one;
  };
  const factsOf = (requestId: string) =>
    services.sql<Fact>(
      `select f.* from fact f join event e on e.tenant_id = f.tenant_id and e.id = f.event_id
        where f.request_id = $1 order by e.version`,
      [requestId],
    );
  const inCardio = <T>(work: (reporting: Reporting, tx: Parameters<Reporting['catchUp']>[0]) => Promise<T>) =>
    services
      .get(Database)
      .tx({ tenantId: services.cardio.id, userId: null }, (tx) => work(services.get(Reporting), tx));

  test('a whole story leaves one fact an event, with what the indicators need', async () => {
    const facts = await factsOf(story.id);
    const { cardio } = services;
    expect(facts.map(({ move }) => move)).toEqual([
      ...['send', 'propose', 'confirm', 'order_visit', 'plan_visit', 'start_visit', 'visit_done'],
      ...['sign_reading', 'undo', 'sign_reading', 'receive'],
    ]);
    const common = {
      tenant_id: cardio.id,
      request_id: story.id,
      requester_role: 'medecin_traitant',
      organisation_id: cardio.practiceId,
      organisation_kind: 'cabinet',
      commune_insee: '44195',
      specialty: 'cardiologie',
      channel: 'form',
    };
    for (const fact of facts) expect(fact).toMatchObject(common);
    const [sent, proposed] = facts;
    expect(sent).toMatchObject({ actor_kind: 'requester', state: 'received', minutes_since_received: 0 });
    expect(proposed).toMatchObject({ actor_kind: 'system', state: 'proposed', owner_kind: 'desk' });
    expect(of(facts, 'order_visit')).toMatchObject({ actor_kind: 'ess', act: 'visit', modality: 'mobile_visit' });
    expect(of(facts, 'plan_visit')).toMatchObject({ state: 'scheduled', next_action: 'visit', owner_kind: 'team' });
    expect(of(facts, 'visit_done')).toMatchObject({ state: 'to_read', minutes_since_received: 122, minutes_late: 0 });
    expect(of(facts, 'sign_reading')).toMatchObject({ report: 'reading', class: 'P2', from_class: 'P2' });
    expect(of(facts, 'undo').undoes).toBe(of(facts, 'sign_reading').event_id);
    const received = {
      reception: 'read',
      outcome: 'home',
      without_ess: 'wait',
      state: 'closed',
      actor_kind: 'requester',
    };
    expect(of(facts, 'receive')).toMatchObject(received);
  });

  test('there is no column for a person, a text or a reason, and no value outside a closed list', async () => {
    const columns = await services.sql<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_name = 'fact' order by 1`,
    );
    const ids = ['tenant_id', 'event_id', 'request_id', 'undoes', 'organisation_id'];
    const numbers = ['minutes_since_received', 'minutes_late'];
    expect(columns.map(({ name }) => name)).toEqual(
      [...ids, ...numbers, 'at', 'commune_insee', ...Object.keys(CLOSED)].sort(),
    );
    const typed = (type: string) => columns.filter((column) => column.type === type).map(({ name }) => name);
    expect(typed('uuid')).toEqual([...ids].sort());
    expect(typed('integer')).toEqual([...numbers].sort());
    expect(typed('timestamp with time zone')).toEqual(['at']);
    expect(typed('text')).toEqual(['commune_insee', ...Object.keys(CLOSED)].sort());
    const rows = await services.sql<Fact>('select * from fact');
    expect(rows.length).toBeGreaterThan(10);
    const strangers = rows.flatMap((row) =>
      Object.entries(CLOSED).flatMap(([column, values]) => {
        const value = row[column];
        return value === null || values.includes(String(value)) ? [] : [`${column}: ${String(value)}`];
      }),
    );
    expect(strangers).toEqual([]);
    const people = await services.sql<{ id: string }>('select id from professional union select id from patient');
    const text = JSON.stringify(rows);
    expect(people.filter(({ id }) => text.includes(id))).toEqual([]);
  });

  test('a delivery that comes back writes nothing more', async () => {
    const before = await factsOf(story.id);
    const event = await story.event('visit.done');
    await services.get(RecordFact).handle(event);
    await services.sql(`update delivery set done_at = null where event_id = $1 and consumer = 'reporting.record'`, [
      event.eventId,
    ]);
    await services.get(RecordFact).handle(event);
    expect(await factsOf(story.id)).toEqual(before);
  });

  test('catching up writes what the handler would have, once, for this team alone', async () => {
    await services.send(services.nephro);
    const before = await factsOf(story.id);
    await services.sql('delete from fact');
    const [events] = await services.sql<{ count: number }>(
      'select count(*)::int as count from event where tenant_id = $1',
      [services.cardio.id],
    );
    expect(await inCardio((reporting, tx) => reporting.catchUp(tx))).toBe(events?.count);
    expect(await factsOf(story.id)).toEqual(before);
    expect(await inCardio((reporting, tx) => reporting.catchUp(tx))).toBe(0);
    const elsewhere = await services.sql('select 1 from fact where tenant_id = $1', [services.nephro.id]);
    expect(elsewhere).toEqual([]);
    await services.deliver();
    expect(await factsOf(story.id)).toEqual(before);
  });

  test('an event older than the facts takes what never changes from its request', async () => {
    const { id } = await services.send(services.cardio);
    await services.sql(`update event set data = '{}' where request_id = $1`, [id]);
    await services.deliver();
    const [fact] = await factsOf(id);
    expect(fact).toMatchObject({ requester_role: 'medecin_traitant', organisation_kind: 'cabinet', channel: 'form' });
    expect(fact).toMatchObject({ commune_insee: '44195', class: null, minutes_since_received: null });
  });

  test('what is written stays: the application changes and deletes nothing', async () => {
    for (const statement of ['delete from fact', `update fact set class = 'P4'`])
      await expect(inCardio((_, tx) => tx.manager.query(statement))).rejects.toThrow('permission denied');
  });
});

const of = (facts: Fact[], move: string): Fact => facts.find((fact) => fact.move === move)!;

type ClosedColumn = Exclude<
  keyof FactRow,
  | ('tenantId' | 'eventId' | 'requestId' | 'undoes' | 'organisationId')
  | ('at' | 'communeInsee' | 'minutesSinceReceived' | 'minutesLate')
>;
const CLASSES = ['P0', 'P1', 'P2', 'P3', 'P4'];
/** Every text of a fact belongs to one of these lists; the commune is a public code. */
const LISTS: Record<ClosedColumn, readonly string[]> = {
  type: EVENT_TYPES,
  move: ['send', 'undo', ...Object.keys(MOVE_RULES)],
  actorKind: ['system', 'ess', 'requester'],
  requesterRole: REQUESTER_ROLES,
  organisationKind: ORGANISATION_KINDS,
  specialty: ['cardiologie', 'nephrologie'],
  class: CLASSES,
  fromClass: CLASSES,
  modality: MODALITIES,
  act: ACT_KINDS,
  report: REPORT_KINDS,
  reception: RECEPTION_KINDS,
  channel: ['form', 'phone'],
  state: REQUEST_STATES,
  nextAction: NEXT_ACTIONS,
  ownerKind: ['user', 'desk', 'team'],
  outcome: OUTCOMES,
  withoutEss: WITHOUT_ESS,
};
const CLOSED = Object.fromEntries(
  Object.entries(LISTS).map(([name, values]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    values,
  ]),
);
