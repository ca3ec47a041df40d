import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventPayload } from '#contracts';
import { Directory } from '#directory';
import { Database, unsealJson } from '#platform';
import { Patients } from '#patients';
import { evaluate, protocolFor } from '#protocol';
import { leastEmergency } from '../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import type { Assessment } from './assess.ts';
import { EvaluateRequest } from './evaluate-request.service.ts';
import { Triage } from './triage.service.ts';

interface Found {
  state: string;
  class: string;
  class_status: string;
  version: number;
}

describe('the evaluation of a request', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices();
  });
  afterAll(() => services.stop());

  const eventOf = async (requestId: string): Promise<EventPayload> => {
    const [row] = await services.sql<EventPayload>(
      `select id as "eventId", tenant_id as "tenantId", request_id as "requestId", version, actor_id as "actorId"
         from event where request_id = $1 order by version limit 1`,
      [requestId],
    );
    return { ...row!, at: services.clock.now().toISOString() };
  };
  const handle = async (requestId: string) => services.get(EvaluateRequest).handle(await eventOf(requestId));
  const rowOf = async (id: string) =>
    (await services.sql<Found>('select state, class, class_status, version from request where id = $1', [id]))[0]!;
  const evaluations = (id: string) =>
    services.sql<{
      id: string;
      sealed: Buffer;
      mode: string;
      class: string;
      text: string;
      protocol_sha256: string | null;
    }>('select id, sealed, mode, class, protocol_sha256, e::text as text from evaluation e where request_id = $1', [
      id,
    ]);

  test('proposes once, whether its delivery comes twice in a row or twice at once', async () => {
    const one = await services.send(services.cardio);
    await handle(one.id);
    await handle(one.id);
    const two = await services.send(services.cardio);
    await Promise.all([handle(two.id), handle(two.id)]);
    for (const { id } of [one, two]) {
      expect(await evaluations(id)).toHaveLength(1);
      expect(await rowOf(id)).toMatchObject({ state: 'proposed', class_status: 'proposed', version: 2 });
    }
  });

  test('by protocol, keeps a snapshot that replays to the same proposal, sealed', async () => {
    const sent = await services.send(services.cardio);
    await handle(sent.id);
    const [row] = await evaluations(sent.id);
    expect(row!.mode).toBe('protocol');
    expect(row!.text).not.toContain('HF05');
    const [request] = await services.sql<{ patient_id: string }>('select patient_id from request where id = $1', [
      sent.id,
    ]);
    const ctx = { tenantId: services.cardio.id, userId: null };
    const { key } = await services.get(Database).tx(ctx, (tx) => services.get(Patients).open(tx, request!.patient_id));
    const kept = unsealJson<Assessment>(key, { table: 'evaluation', column: 'sealed', row: row!.id }, row!.sealed);
    const { snapshot } = kept.proposal!;
    expect(snapshot.protocolSha256).toBe(row!.protocol_sha256);
    const again = evaluate(snapshot.facts, protocolFor('cardiologie'), new Date(snapshot.now));
    expect(JSON.parse(JSON.stringify(again))).toEqual(kept.proposal);
  });

  test('in organisation mode proposes the class that was declared', async () => {
    const sent = await services.send(services.nephro, { declaredClass: 'P3' });
    await handle(sent.id);
    expect(await rowOf(sent.id)).toMatchObject({ state: 'proposed', class: 'P3' });
    expect((await evaluations(sent.id))[0]).toMatchObject({ mode: 'organisation', class: 'P3', protocol_sha256: null });
  });

  test('a human was faster: the explanation is kept, his class is not touched', async () => {
    const sent = await services.send(services.cardio);
    const secretary = await services.member(services.cardio, services.cardio.secretary);
    await services.get(Triage).chooseClass(secretary, sent.id, 1, 'P1', '');
    await handle(sent.id);
    expect(await evaluations(sent.id)).toHaveLength(1);
    expect(await rowOf(sent.id)).toMatchObject({
      state: 'confirmed',
      class: 'P1',
      class_status: 'confirmed',
      version: 2,
    });
  });

  test('an emergency stays one, whatever the rules find', async () => {
    const sent = await services.send(services.cardio, leastEmergency(services.cardio));
    await handle(sent.id);
    expect(await evaluations(sent.id)).toHaveLength(1);
    expect(await rowOf(sent.id)).toMatchObject({ state: 'emergency', class: 'P0', version: 1 });
  });

  test('a protocol that nobody signed proposes nothing, and the delivery is not lost', async () => {
    const sent = await services.send(services.cardio);
    const event = await eventOf(sent.id);
    const ess = await services.get(Directory).essById(services.cardio.id);
    const { protocolSignature } = ess;
    ess.protocolSignature = null;
    await expect(handle(sent.id)).rejects.toMatchObject({ code: 'protocol.unsigned' });
    ess.protocolSignature = protocolSignature;
    expect(await rowOf(sent.id)).toMatchObject({ state: 'received', version: 1 });
    const left = await services.sql(
      `select 1 from delivery where event_id = $1 and consumer = 'triage.evaluate' and done_at is null`,
      [event.eventId],
    );
    expect(left).toHaveLength(1);
  });
});
