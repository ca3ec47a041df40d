import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '#directory';
import { answersOf, somebody } from '../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { Drafts } from './drafts.service.ts';
import { SendRequest } from './send-request.service.ts';

describe('drafts', () => {
  let services: Services;
  let drafts: Drafts;
  let gp: Member;
  let colleague: Member;
  beforeAll(async () => {
    services = await openServices();
    drafts = services.get(Drafts);
    gp = await services.member(services.cardio, services.cardio.gp);
    colleague = await services.member(services.cardio, services.cardio.colleague);
  });
  afterAll(() => services.stop());

  const save = (id: string, version: number, content: object = {}, member = gp) =>
    drafts.save(member, id, { step: 2, version, content: { ...content } });

  test('are numbered at each save and come back as typed', async () => {
    const id = randomUUID();
    expect(await save(id, 0, { question: 'Faut-il' })).toMatchObject({ id, version: 1 });
    services.clock.advanceMinutes(1);
    expect(await save(id, 1, { question: 'Faut-il majorer ?' })).toMatchObject({
      version: 2,
      savedAt: '2026-11-23T09:01:00.000Z',
    });
    expect(await drafts.get(gp, id)).toMatchObject({ step: 2, version: 2, content: { question: 'Faut-il majorer ?' } });
  });

  test('refuse a stale save with who, when and which version, and keep what was saved', async () => {
    const id = randomUUID();
    await save(id, 0, { question: 'premier écran' });
    await save(id, 1, { question: 'second écran' });
    await expect(save(id, 1, { question: 'premier écran, en retard' })).rejects.toMatchObject({
      code: 'draft.stale',
      conflict: { by: services.cardio.gp.name, version: 2, at: services.clock.now().toISOString() },
    });
    expect((await drafts.get(gp, id)).content).toEqual({ question: 'second écran' });
  });

  test('saved twice at once from the same version: one wins, the other learns it', async () => {
    const id = randomUUID();
    await save(id, 0);
    const results = await Promise.allSettled([save(id, 1, { a: 1 }), save(id, 1, { a: 2 })]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await drafts.get(gp, id)).version).toBe(2);
  });

  test('born twice at once: one is the first version, the other is told', async () => {
    const id = randomUUID();
    const results = await Promise.allSettled([save(id, 0, { a: 1 }), save(id, 0, { a: 2 })]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('belong to their author: a colleague neither reads, changes nor deletes them', async () => {
    const id = randomUUID();
    await save(id, 0, { question: 'à moi' });
    await expect(drafts.get(colleague, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(save(id, 1, {}, colleague)).rejects.toMatchObject({ code: 'not-found' });
    await drafts.remove(colleague, id);
    expect((await drafts.get(gp, id)).content).toEqual({ question: 'à moi' });
    expect((await drafts.list(colleague)).map((draft) => draft.id)).not.toContain(id);
  });

  test('are sealed: nothing of what is typed is in the row', async () => {
    const id = randomUUID();
    await save(id, 0, { patient: { birthName: 'Quéméneur', phone: '0261911299' }, question: 'souffle' });
    const [row] = await services.sql<{ text: string; sealed: Buffer }>(
      'select draft::text as text, sealed from draft where id = $1',
      [id],
    );
    for (const word of ['Quéméneur', '0261911299', 'souffle']) {
      expect(row!.text).not.toContain(word);
      expect(row!.sealed.includes(word)).toBe(false);
    }
  });

  test('beyond the twenty of the list, the oldest still open', async () => {
    const oldest = randomUUID();
    await save(oldest, 0, { question: 'la plus ancienne' }, colleague);
    for (let count = 0; count < 20; count += 1) {
      services.clock.advanceMinutes(1);
      await save(randomUUID(), 0, {}, colleague);
    }
    expect(await drafts.list(colleague)).toHaveLength(20);
    expect((await drafts.get(colleague, oldest)).content).toEqual({ question: 'la plus ancienne' });
  });

  test('too long to be kept are refused before anything is written', async () => {
    const id = randomUUID();
    await expect(save(id, 0, { question: 'x'.repeat(60_000) })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(drafts.get(gp, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('leave when their request is sent', async () => {
    const id = randomUUID();
    await save(id, 0, { question: 'bientôt partie' });
    await services.get(SendRequest).send(gp, id, { answers: answersOf(services.cardio, { patient: somebody() }) });
    await expect(drafts.get(gp, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
