import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventPayload } from '#contracts';
import { leastEmergency } from '../../test/journeys/support/answers.ts';
import { wordsOf } from '../../test/journeys/support/letters.ts';
import { startMailCatcher, type MailCatcher } from '../../test/journeys/support/mail-catcher.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { NotifyRequester } from './notify-requester.service.ts';
import { PageOnCall } from './page-on-call.service.ts';

describe('mails', () => {
  let services: Services;
  let mails: MailCatcher;
  beforeAll(async () => {
    mails = await startMailCatcher();
    services = await openServices({ smtpUrl: mails.url });
  });
  afterAll(async () => {
    await services.stop();
    await mails.stop();
  });

  const eventOf = async (requestId: string): Promise<EventPayload> => {
    const [row] = await services.sql<EventPayload>(
      `select id as "eventId", tenant_id as "tenantId", request_id as "requestId", version, actor_id as "actorId"
         from event where request_id = $1 order by version limit 1`,
      [requestId],
    );
    return { ...row!, at: services.clock.now().toISOString() };
  };
  const lettersTo = (requestId: string) =>
    mails.messages.filter((message) => message.replaceAll('=\r\n', '').includes(requestId));
  const traceOf = async (requestId: string) => {
    const rows = await services.sql<{ state: string; done: boolean; audit: number }>(
      `select m.state, d.done_at is not null as done,
              (select count(*)::int from audit a where a.resource_id = e.request_id and a.action = 'mail.sent') as audit
         from mail m join event e on e.id = m.event_id join delivery d on d.event_id = m.event_id and d.consumer = m.consumer
        where e.request_id = $1`,
      [requestId],
    );
    return rows;
  };

  test('« Demande reçue » leaves once, however often its delivery comes back', async () => {
    const sent = await services.send(services.cardio);
    const event = await eventOf(sent.id);
    const notify = services.get(NotifyRequester);
    await notify.handle(event);
    await notify.handle(event);
    await notify.handle(event);
    const [letter, ...others] = lettersTo(sent.id);
    expect(others).toEqual([]);
    expect(letter).toContain(services.cardio.gp.email);
    expect(messageIdOf(letter!)).toBe(
      `<${event.eventId}.alerts.notify-requester.${services.cardio.gp.id}@guichet.example>`,
    );
    expect(await traceOf(sent.id)).toEqual([{ state: 'sent', done: true, audit: 1 }]);
  });

  test('cut between the mail server and the database, it may leave again, under the same Message-ID', async () => {
    const sent = await services.send(services.cardio);
    const event = await eventOf(sent.id);
    await services.get(NotifyRequester).handle(event);
    await services.sql(`update mail set state = 'sending', sent_at = null where event_id = $1`, [event.eventId]);
    await services.sql(
      `update delivery set done_at = null where event_id = $1 and consumer = 'alerts.notify-requester'`,
      [event.eventId],
    );
    await services.get(NotifyRequester).handle(event);
    const ids = lettersTo(sent.id).map(messageIdOf);
    expect(ids[0]).toContain(event.eventId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect((await traceOf(sent.id))[0]).toMatchObject({ state: 'sent', done: true });
  });

  test('somebody without an address is not written to, and the delivery is over', async () => {
    await services.sql('update professional set email = null where id = $1', [services.nephro.gp.id]);
    const sent = await services.send(services.nephro);
    await services.get(NotifyRequester).handle(await eventOf(sent.id));
    expect(lettersTo(sent.id)).toEqual([]);
    expect(await traceOf(sent.id)).toEqual([{ state: 'no_address', done: true, audit: 0 }]);
  });

  test('a mail server that refuses leaves the delivery to be done again', async () => {
    const sent = await services.send(services.cardio);
    const event = await eventOf(sent.id);
    mails.refuse = true;
    await expect(services.get(NotifyRequester).handle(event)).rejects.toThrow();
    mails.refuse = false;
    expect(await traceOf(sent.id)).toEqual([{ state: 'sending', done: false, audit: 0 }]);
    await services.get(NotifyRequester).handle(event);
    expect(lettersTo(sent.id)).toHaveLength(1);
  });

  test('an emergency pages the specialist on call, by reference and link alone; nobody else', async () => {
    const answers = leastEmergency(services.cardio);
    const sent = await services.send(services.cardio, answers);
    await services.get(PageOnCall).handle(await eventOf(sent.id));
    const [letter, ...others] = lettersTo(sent.id);
    expect(others).toEqual([]);
    const text = letter!.replaceAll('=\r\n', '').toLowerCase();
    expect(text).toContain(`to: ${services.cardio.specialist.email}`);
    for (const secret of [answers.patient.birthName, 'douleur', 'thoracique', 'vitale'])
      expect(text).not.toContain(secret.toLowerCase());
    expect(wordsOf(letter!, sent)).not.toMatch(/P[0-4]/i);
  });

  test('an emergency with nobody on call pages nobody, and is not asked again', async () => {
    await services.sql('update on_call set ends_at = $2 where tenant_id = $1', [
      services.cardio.id,
      services.clock.now(),
    ]);
    const sent = await services.send(services.cardio, leastEmergency(services.cardio));
    expect(sent.onCallTold).toBe(false);
    await services.get(PageOnCall).handle(await eventOf(sent.id));
    const [row] = await services.sql<{ done: boolean; owner_kind: string }>(
      `select d.done_at is not null as done, r.owner_kind from delivery d join event e on e.id = d.event_id join request r on r.id = e.request_id
        where e.request_id = $1 and d.consumer = 'alerts.page-on-call'`,
      [sent.id],
    );
    expect(row).toEqual({ done: true, owner_kind: 'desk' });
    expect(lettersTo(sent.id)).toEqual([]);
  });
});

const messageIdOf = (letter: string): string | undefined => /^Message-ID:\s*(<[^>]+>)/m.exec(letter)?.[1];
