import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Acts, Decide } from '#decision';
import { Database } from '#platform';
import { Triage } from '#triage';
import { Care, advice } from '../../test/journeys/support/care.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { Answers } from './answers.service.ts';
import { Receptions } from './receptions.service.ts';
import { ReportsFile } from './reports-file.service.ts';
import { TakeBack } from './take-back.service.ts';
import { Worklists } from './worklists.service.ts';

const DAY = 24 * 60;

describe('an answer, from its signature to its reception', () => {
  let services: Services;
  let care: Care;
  beforeAll(async () => {
    services = await openServices();
    care = new Care(services, services.cardio);
  });
  afterAll(() => services.stop());

  const reportsOf = async (id: string, person = services.cardio.gp) =>
    services.get(ReportsFile).ofRequest(await care.member(person), id);
  const receive = async (id: string, kind: 'read' | 'acknowledged' | 'by_phone', person = services.cardio.gp) => {
    const { reports } = await reportsOf(id, services.cardio.specialist);
    const { version } = await care.row(id);
    const toldTo = kind === 'by_phone' ? { toldTo: 'le secrétariat du cabinet' } : {};
    await services
      .get(Receptions)
      .receive(await care.member(person), reports[0]?.id ?? '', { version, kind, ...toldTo });
  };

  test('the requester reads it once the undo window has passed, sealed until then; reading it closes the request', async () => {
    const { id, state, nextAction, ownerKind } = await care.answered();
    expect({ state, nextAction, ownerKind }).toEqual({
      state: 'reported',
      nextAction: 'await_reception',
      ownerKind: 'desk',
    });
    expect((await reportsOf(id)).reports).toEqual([]);
    services.clock.advanceMinutes(1);
    const [report] = (await reportsOf(id)).reports;
    expect(report?.body.conclusions).toBe(advice().conclusions);
    expect(report?.canReceive).toBe(true);
    const [raw] = await services.sql<{ clear: boolean }>(
      `select position('furos' in encode(sealed, 'escape')) > 0 as clear from report where request_id = $1`,
      [id],
    );
    expect(raw?.clear).toBe(false);
    await receive(id, 'read');
    const after = await care.row(id);
    expect([after.state, after.nextAction, after.ownerId, after.dueAt]).toEqual(['closed', 'none', null, null]);
    const [shown] = (await reportsOf(id)).reports;
    expect(shown?.receptions).toMatchObject([{ kind: 'read', kindLabel: 'Lu', byName: services.cardio.gp.name }]);
  });

  test('« Bien reçu » after « Lu » is kept beside it, with what happened', async () => {
    const { id } = await care.answered();
    services.clock.advanceMinutes(1);
    await receive(id, 'read');
    const { reports } = await reportsOf(id);
    const gp = await care.member(services.cardio.gp);
    const outcome = { happened: 'home' as const, withoutEss: 'emergency' as const };
    const dto = { version: 1, kind: 'acknowledged' as const, ...outcome };
    services.clock.advanceMinutes(1);
    await services.get(Receptions).receive(gp, reports[0]?.id ?? '', dto);
    await services.get(Receptions).receive(gp, reports[0]?.id ?? '', { ...dto, version: 1 });
    const after = await reportsOf(id);
    expect(after.reports[0]?.receptions.map((one) => one.kind)).toEqual(['read', 'acknowledged']);
    expect(after.outcome).toMatchObject(outcome);
    expect((await care.row(id)).state).toBe('closed');
  });

  test('without a proof after three working days, the desk has to call; reading it aloud closes the request', async () => {
    const { id } = await care.answered('P3');
    services.clock.advanceMinutes(2 * DAY);
    await services.deliver();
    expect((await care.row(id)).nextAction).toBe('await_reception');
    services.clock.advanceMinutes(3 * DAY);
    await services.deliver();
    const due = await care.row(id);
    expect([due.state, due.nextAction, due.ownerKind, due.closedAt]).toEqual([
      'reported',
      'chase_reception',
      'desk',
      null,
    ]);
    const unread = await services.get(Worklists).unread(await care.member(services.cardio.secretary));
    expect(unread.items[0]).toMatchObject({
      id,
      nextAction: 'chase_reception',
      requesterName: services.cardio.gp.name,
    });
    await receive(id, 'by_phone', services.cardio.secretary);
    expect((await care.row(id)).state).toBe('closed');
    const [report] = (await reportsOf(id)).reports;
    expect(report?.receptions).toMatchObject([{ kind: 'by_phone', toldTo: 'le secrétariat du cabinet' }]);
  });

  test('a nurse, a stranger, a specialist do not acknowledge for the requester', async () => {
    const { id } = await care.answered();
    services.clock.advanceMinutes(1);
    await expect(receive(id, 'acknowledged', services.cardio.specialist)).rejects.toThrow('accusent réception');
    await expect(receive(id, 'read', services.cardio.stranger)).rejects.toThrow('ne vous est pas ouverte');
    await expect(receive(id, 'by_phone', services.cardio.gp)).rejects.toThrow('notée par le guichet');
    expect((await care.row(id)).state).toBe('reported');
  });

  test('taken back within ten seconds, the answer, its act and its mails never were', async () => {
    const before = await care.confirmed();
    const specialist = await care.member(services.cardio.specialist);
    await services.get(Answers).give(specialist, before.id, { version: before.version, answer: advice() });
    const second = await care.member(services.cardio.secondSpecialist);
    const { version } = await care.row(before.id);
    await expect(services.get(TakeBack).undo(second, before.id, version)).rejects.toThrow('ne peut plus être annulé');
    await services.get(TakeBack).undo(specialist, before.id, version);
    const after = await care.row(before.id);
    expect({ ...after, version: 0, changedAt: null, changedBy: null }).toEqual({
      ...before,
      version: 0,
      changedAt: null,
      changedBy: null,
    });
    expect((await reportsOf(before.id, services.cardio.specialist)).reports).toEqual([]);
    services.clock.advanceMinutes(1);
    await services.deliver();
    const sent = await services.sql(
      `select 1 from mail m join event e on e.id = m.event_id where e.request_id = $1 and m.consumer like '%answer'`,
      [before.id],
    );
    expect(sent).toEqual([]);
  });

  test.each([
    ['9.9 s', 9900, 'taken back'],
    ['10 s', 10_000, 'told'],
    ['10.1 s', 10_100, 'told'],
  ])('%s after its signature an answer is either taken back or told, never both', async (_, elapsedMs, end) => {
    const { id, version } = await care.answered();
    services.clock.travelTo(new Date(services.clock.now().getTime() + elapsedMs));
    const isTold = (await reportsOf(id)).reports.length > 0;
    const specialist = await care.member(services.cardio.specialist);
    const undone = await services
      .get(TakeBack)
      .undo(specialist, id, version)
      .then(
        () => true,
        (error: Error) => !error.message.includes('ne peut plus être annulé'),
      );
    expect({ isTold, undone }).toEqual({ isTold: end === 'told', undone: end === 'taken back' });
  });

  test('a visit ordered by the medical lead comes back to her to be read', async () => {
    const { id, version } = await care.confirmed('P2');
    const lead = await care.member(services.cardio.medicalLead);
    await services.get(Decide).visit(lead, id, { version, exams: ['ecg'], question: 'Trouble du rythme ?' });
    expect((await care.row(id)).returnTo).toBe(services.cardio.medicalLead.id);
  });

  test('an answer becomes a visit in one act, and the specialist gets it back', async () => {
    const { id, version } = await care.answered();
    const specialist = await care.member(services.cardio.specialist);
    await services.get(Decide).visit(specialist, id, { version, exams: ['ecg'], question: 'ECG à domicile' });
    const after = await care.row(id);
    expect(after).toMatchObject({
      state: 'decided',
      nextAction: 'plan_visit',
      returnTo: services.cardio.specialist.id,
    });
    const acts = await services
      .get(Database)
      .tx({ tenantId: care.team.id, userId: null }, (tx) => services.get(Acts).ofRequest(tx, id));
    expect(acts.map((act) => [act.kind, act.state])).toEqual([
      ['advice', 'done'],
      ['visit', 'open'],
    ]);
  });

  test('a refusal and a redirection close as such, and only once they are received', async () => {
    const { id, version } = await care.confirmed();
    const specialist = await care.member(services.cardio.specialist);
    const refusal = {
      version,
      advice: 'Relève de la médecine générale, conduite proposée.',
      conclusions: 'Surveillance.',
    };
    await services.get(Answers).decline(specialist, id, refusal);
    expect((await care.row(id)).state).toBe('reported');
    services.clock.advanceMinutes(1);
    await receive(id, 'acknowledged');
    expect((await care.row(id)).state).toBe('declined');
  });

  test('a consent said to be obtained needs its date', async () => {
    const { id, version } = await care.confirmed();
    const specialist = await care.member(services.cardio.specialist);
    const answer = advice({ consentOn: null });
    await expect(services.get(Answers).give(specialist, id, { version, answer })).rejects.toThrow(
      'accord a été recueilli',
    );
  });

  test.each(['2026-02-31', '2026-99-99', '2099-01-01'])('no answer is signed with %s as a legal date', async (day) => {
    const { id, version } = await care.confirmed();
    const specialist = await care.member(services.cardio.specialist);
    for (const change of [{ informedOn: day }, { consentOn: day }])
      await expect(
        services.get(Answers).give(specialist, id, { version, answer: advice(change) }),
      ).rejects.toMatchObject({ code: 'report.invalid', message: 'Indiquez une date passée, ou celle d’aujourd’hui.' });
    expect((await care.row(id)).state).toBe('confirmed');
  });

  test('another question reopens the request with who answered; the new answer is received in its turn', async () => {
    const { id } = await care.answered();
    services.clock.advanceMinutes(1);
    await receive(id, 'read');
    const closed = await care.row(id);
    const gp = await care.member(services.cardio.gp);
    await services.get(Decide).askAgain(gp, id, { version: closed.version, text: 'Et si la créatinine monte ?' });
    const asked = await care.row(id);
    expect(asked).toMatchObject({ state: 'confirmed', nextAction: 'decide', ownerId: services.cardio.specialist.id });
    const specialist = await care.member(services.cardio.specialist);
    await services.get(Answers).give(specialist, id, { version: asked.version, answer: advice() });
    services.clock.advanceMinutes(1);
    expect((await reportsOf(id)).reports.map((report) => report.latest)).toEqual([true, false]);
    await receive(id, 'acknowledged');
    expect((await care.row(id)).state).toBe('closed');
  });

  test('two specialists take the same request at once: one has it, the other learns who', async () => {
    const { id, version } = await care.confirmed();
    const members = await Promise.all(
      [services.cardio.medicalLead, services.cardio.secondSpecialist].map((person) => care.member(person)),
    );
    const taken = await Promise.allSettled(members.map((member) => services.get(Triage).claim(member, id, version)));
    expect(taken.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = members[taken.findIndex((one) => one.status === 'fulfilled')];
    const lost = taken.find((one) => one.status === 'rejected');
    expect(lost?.status === 'rejected' && String(lost.reason)).toContain(winner?.displayName);
    const board = await services.get(Worklists).specialist(await care.member(services.cardio.specialist));
    expect(board.toTake.map((item) => item.id)).not.toContain(id);
  });

  test('a complement not given in five working days becomes a call, and its answer brings the request back', async () => {
    const { id, version } = await care.confirmed('P3');
    const specialist = await care.member(services.cardio.specialist);
    await services.get(Decide).askInfo(specialist, id, { version, question: 'Dernière créatinine ?' });
    services.clock.advanceMinutes(8 * DAY);
    await services.deliver();
    const chased = await care.row(id);
    expect([chased.state, chased.nextAction]).toEqual(['waiting_requester', 'chase_info']);
    const gp = await care.member(services.cardio.gp);
    await services.get(Decide).giveInfo(gp, id, { version: chased.version, text: '95 µmol/l le 12 novembre' });
    expect(await care.row(id)).toMatchObject({ state: 'confirmed', ownerId: services.cardio.specialist.id });
  });
});
