import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { pdf } from '../../support/uploads.ts';
import { somebody } from '../support/answers.ts';
import { advice } from '../support/care.ts';
import type { Team } from '../support/territory.ts';
import { dayInParis, WholePath } from '../support/whole-path.ts';
import { send, type World } from '../support/world.ts';
import type { Row } from './gates.ts';

/** Words that only the target holds: in its patient, its question, its answer, its orders, the name of its file. */
export const CANARIES = ['Zelligeois', 'hydromellifère', 'brontozaure', 'sesquialtère', 'callipyge'] as const;
const [NAME, QUESTION, ANSWER, ORDER, FILE] = CANARIES;

export interface Target {
  rows: Record<Row, string>;
  /** What no answer to a stranger may hold: its words, its reference, the bytes of its file. */
  words: string[];
}

/** One request of a team, answered, with a file, a second one on the road, and a draft. */
export async function settleTarget(world: World, team: Team): Promise<Target> {
  const path = await WholePath.of(world, team);
  const gp = path.as('gp');
  const person = { ...somebody(NAME), birthDate: '1941-02-03' };
  const { id: request, reference } = await send(gp, team, { patient: person, question: `Un ${QUESTION} ?` });
  const attachment = randomUUID();
  await supertest(world.url)
    .post(`${path.base}/requests/${request}/attachments`)
    .set('cookie', gp.cookie)
    .set({ 'content-type': 'application/octet-stream', 'idempotency-key': attachment })
    .set({ 'x-file-name': `${FILE}.pdf`, 'x-file-type': 'application/pdf', 'x-file-kind': 'ecg' })
    .send(pdf())
    .expect(201);
  await path.proposedNow(request);
  await path.act('secretary', request, 'confirm');
  await path.act('specialist', request, 'answer', { answer: advice({ answer: `Penser au ${ANSWER}.` }) });
  await world.sql('update report set visible_at = signed_at where request_id = $1', [request]);
  const planned = await path.confirmed({ patient: { ...somebody(NAME), birthDate: '1941-02-03' } });
  const instructions = `Clé sous le ${ORDER}`;
  await path.act('specialist', planned, 'decisions/visit', { exams: ['ecg'], question: QUESTION, instructions });
  await path.publish(dayInParis(1));
  const draft = randomUUID();
  await gp.put(`${path.base}/drafts/${draft}`, { step: 1, version: 0, content: { question: QUESTION } }).expect(200);
  const { id: patient } = (await path.file(request)).patient;
  const rows: Record<Row, string> = {
    ...{ request, attachment, draft },
    report: await path.reportOf(request),
    visit: await path.visitOf(planned),
    patient,
    ...(await peopleOf(world, team)),
    exceptional: await exceptionalOf(world, team, patient),
  };
  return { rows, words: [...CANARIES, reference, '%PDF'] };
}

/** Of the secretary of the team: what administration and her own account know of her. */
async function peopleOf(world: World, team: Team) {
  const { id: person, email } = team.secretary;
  const [invitation, departure] = [randomUUID(), randomUUID()];
  await world.sql(
    `insert into invitation (tenant_id, id, professional_id, email, role, starts_on, created_at, expires_at)
     values ($1, $2, $3, $4, 'secretary', '2026-01-01', now(), now() + interval '7 days')`,
    [team.id, invitation, person, email],
  );
  await world.sql(
    `insert into departure (tenant_id, id, professional_id, at, requests_handed, sessions_ended) values ($1, $2, $3, now(), 0, 0)`,
    [team.id, departure, person],
  );
  const [own] = await world.sql<{ membership: string; factor: string; device: string }>(
    `select (select id from membership where professional_id = a.professional_id limit 1) as membership,
            (select id from factor where account_id = a.id limit 1) as factor,
            (select id from device where account_id = a.id limit 1) as device
       from account a where a.professional_id = $1`,
    [person],
  );
  return { ...own!, ...{ person, invitation, departure }, ess: team.slug };
}

/** An hour begun by the medical lead. */
async function exceptionalOf(world: World, team: Team, patient: string): Promise<string> {
  const id = randomUUID();
  await world.sql(
    `insert into exceptional_access (tenant_id, id, patient_id, professional_id, reason_code, sealed, opened_at, expires_at, ended_at)
     values ($1, $2, $3, $4, 'urgence', '', now(), now() + interval '1 minute', now())`,
    [team.id, id, patient, team.medicalLead.id],
  );
  return id;
}
