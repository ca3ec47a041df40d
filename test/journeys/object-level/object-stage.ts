import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import supertest from 'supertest';
import { pdf } from '../../support/uploads.ts';
import { somebody } from '../support/answers.ts';
import { advice } from '../support/care.ts';
import { dayInParis, WholePath } from '../support/whole-path.ts';
import { openWorld, send, type Visitor, type World } from '../support/world.ts';

/** Words of the target alone: none may be in the answer of whoever has no right to it. */
export const SECRETS = ['Zelligeois', 'hydromellifère', 'brontozaure', 'sesquialtère'] as const;
export const [NAME, QUESTION, ANSWER, INSTRUCTIONS] = SECRETS;
const REFUSALS = [401, 403, 404, 409, 422];

/** One attempt on one object, by somebody who knows its id but has no right to it. */
export type Attempt = [what: string, ask: () => PromiseLike<supertest.Response>];

export const draftOf = { step: 1, version: 0 };
export const reception = { version: 1, kind: 'read' };

export type ObjectStage = Awaited<ReturnType<typeof openObjectStage>>;

/** A world with a target that carries the secrets, its neighbours, and a nurse of another mobile team. */
export async function openObjectStage() {
  const world: World = await openWorld();
  const path = await WholePath.of(world, world.cardio);
  const base = path.base;
  const foreign = `/api/e/${world.nephro.slug}`;
  const { nephro } = world;
  const neighbour: Record<'secretary' | 'specialist' | 'coordinator' | 'gp', Visitor> = {
    secretary: await world.as(nephro.secretary),
    specialist: await world.as(nephro.specialist),
    coordinator: await world.as(nephro.coordinator),
    gp: await world.as(nephro.gp),
  };
  async function joinAnotherMobileTeam(): Promise<void> {
    const { cardio, nephro } = world;
    const teamId = randomUUID();
    await world.sql(
      `insert into membership (tenant_id, id, professional_id, role, starts_on) values ($1, $2, $3, 'mobile_nurse', '2020-01-01')`,
      [cardio.id, randomUUID(), nephro.mobileNurse.id],
    );
    await world.sql(
      `insert into team select (jsonb_populate_record(t, jsonb_build_object('id', $2::text, 'name', 'Équipe Brière', 'colour', 1))).*
         from team t where t.id = $1`,
      [cardio.mobileTeamId, teamId],
    );
    await world.sql('insert into team_member (tenant_id, team_id, professional_id) values ($1, $2, $3)', [
      cardio.id,
      teamId,
      nephro.mobileNurse.id,
    ]);
  }

  const secretPatient = () => ({ ...somebody(NAME), birthDate: '1941-02-03' });
  const upload = (visitor: Visitor, slug: string, id: string, key: string, bytes = pdf()) =>
    supertest(world.url)
      .post(`/api/e/${slug}/requests/${id}/attachments`)
      .set('cookie', visitor.cookie)
      .set('content-type', 'application/octet-stream')
      .set({ 'idempotency-key': key, 'x-file-name': `${NAME}.pdf`, 'x-file-type': 'application/pdf' })
      .set('x-file-kind', 'ecg')
      .send(bytes);

  /** An answered request with a file, a visit on the road, a draft: everything carries the secrets. */
  async function settleTarget(): Promise<Record<Kind, string>> {
    const { cardio } = world;
    const key = randomUUID();
    const answered = (
      await send(path.as('gp'), cardio, { patient: secretPatient(), question: `Un ${QUESTION} ?` }, key)
    ).id;
    const attachment = randomUUID();
    await upload(path.as('gp'), cardio.slug, answered, attachment).expect(201);
    await confirm(answered);
    await path.act('specialist', answered, 'answer', { answer: advice({ answer: `Penser au ${ANSWER}.` }) });
    await world.sql('update report set visible_at = signed_at where request_id = $1', [answered]);
    const planned = await path.confirmed({ patient: secretPatient(), question: `Encore un ${QUESTION} ?` });
    const order = { exams: ['ecg'], question: QUESTION, instructions: `Clé sous le ${INSTRUCTIONS}` };
    await path.act('specialist', planned, 'decisions/visit', order);
    await path.publish(dayInParis(1));
    const draft = randomUUID();
    const content = { question: QUESTION, patient: secretPatient() };
    await path
      .as('gp')
      .put(`${base}/drafts/${draft}`, { ...draftOf, content })
      .expect(200);
    return {
      ...{ answered, attachment, planned, draft, key },
      report: await path.reportOf(answered),
      visit: await path.visitOf(planned),
      patient: (await path.file(answered)).patient.id,
    };
  }

  async function confirm(id: string): Promise<void> {
    for (;;) {
      const { state } = await path.file(id);
      if (state !== 'received') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await path.act('secretary', id, 'confirm');
  }

  const leaks = async (answer: supertest.Response): Promise<string[]> => {
    const text = `${answer.text ?? ''}${Buffer.isBuffer(answer.body) ? answer.body.toString('latin1') : ''}`;
    const words = [...SECRETS, (await path.file(target.answered)).reference, '%PDF'];
    return words.filter((word) => text.includes(word));
  };

  /** All refused, without one word of the target, and the target as it was. */
  const expectRefused = async (attempts: Attempt[]): Promise<void> => {
    const before = await traces();
    const passed: unknown[] = [];
    for (const [what, ask] of attempts) {
      const answer = await ask();
      const leaked = await leaks(answer);
      if (!REFUSALS.includes(answer.status) || leaked.length > 0)
        passed.push([what, answer.status, leaked, answer.body]);
    }
    expect(passed).toEqual([]);
    expect(await traces()).toEqual(before);
  };

  const traces = () =>
    world.sql(
      `select (select jsonb_agg(jsonb_build_array(id, version, state) order by id) from request) as requests,
              (select count(*) from reception) as receptions, (select count(*) from attachment) as attachments,
              (select jsonb_agg(jsonb_build_array(act_id, day, team_id, starts_at, locked) order by act_id) from visit) as visits,
              (select jsonb_agg(jsonb_build_array(id, status) order by id) from tour_stop) as stops,
              (select count(*) from nurse_write) as writes, (select jsonb_agg(to_jsonb(d) order by id) from draft d) as drafts`,
    );

  await joinAnotherMobileTeam();
  /** Nurse of the house next door, and of another mobile team here. */
  const otherNurse = await world.as(nephro.mobileNurse);
  const target = await settleTarget();
  return {
    ...{ world, path, base, foreign, neighbour, otherNurse, target },
    ...{ secretPatient, upload, leaks, expectRefused, traces },
  };
}

type Kind = 'answered' | 'report' | 'planned' | 'visit' | 'patient' | 'attachment' | 'draft' | 'key';
