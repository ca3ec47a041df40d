import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FollowUp } from '#intake';
import { Triage } from '#triage';
import { Care } from '../../test/journeys/support/care.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { Answers } from './answers.service.ts';
import { TakeBack } from './take-back.service.ts';

describe('a request redirected to another team of the house', () => {
  let services: Services;
  let care: Care;
  beforeAll(async () => {
    services = await openServices();
    care = new Care(services, services.cardio);
  });
  afterAll(() => services.stop());

  const copies = (id: string) =>
    services.sql<{ tenant_id: string; state: string; author_id: string }>(
      'select tenant_id, state, author_id from request where draft_id = $1',
      [id],
    );
  const redirect = async (toEss: string, isUrgent = false) => {
    const { id, version: found } = await care.confirmed('P2');
    const specialist = await care.member(services.cardio.specialist);
    if (isUrgent) await services.get(Triage).chooseClass(specialist, id, found, 'P1', '');
    const { version } = await care.row(id);
    const order = { version, resource: 'Néphro', contact: '0261910440', advice: 'Relève du néphrologue.', toEss };
    await services.get(Answers).redirect(specialist, id, order);
    return id;
  };

  test('once the undo window has passed, that team has it once, by the same author, who follows it there', async () => {
    const id = await redirect(services.nephro.slug);
    await services.deliver();
    expect(await copies(id)).toEqual([]);
    services.clock.advanceMinutes(1);
    await services.deliver();
    await services.sql(`update delivery set done_at = null where consumer = 'reports.send-copy'`);
    await services.deliver();
    const taken = await copies(id);
    expect(taken).toEqual([{ tenant_id: services.nephro.id, state: 'proposed', author_id: services.cardio.gp.id }]);
    const author = await services.member(services.nephro, services.cardio.gp);
    const list = await services.get(FollowUp).list(author, 'mine', 'open', null);
    expect(list.items.map((item) => item.reasonLabel)).toEqual(['Autre motif']);
  });

  test.each([
    ['calm', false],
    ['urgent', true],
  ])('%s and taken back in time, nothing is ever sent', async (_, isUrgent) => {
    const id = await redirect(services.nephro.slug, isUrgent);
    await services.deliver();
    const { version } = await care.row(id);
    await services.get(TakeBack).undo(await care.member(services.cardio.specialist), id, version);
    services.clock.advanceMinutes(1);
    await services.deliver();
    expect(await copies(id)).toEqual([]);
  });

  test('a team does not redirect to itself', async () => {
    await expect(redirect(services.cardio.slug)).rejects.toThrow('Choisissez une autre équipe');
  });
});
