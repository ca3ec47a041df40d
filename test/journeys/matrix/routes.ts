import { readFileSync } from 'node:fs';
import supertest from 'supertest';
import type { Schema } from '../fuzz/schema.ts';
import { answersOf } from '../support/answers.ts';
import { advice } from '../support/care.ts';
import type { Team } from '../support/territory.ts';
import { dayInParis } from '../support/whole-path.ts';
import { leastBody, NOBODY } from './least-body.ts';

type Method = 'get' | 'post' | 'put' | 'delete';

export interface Route {
  name: string;
  method: Method;
  path: string;
  schema: Schema | null;
}

interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface Document {
  paths: Record<string, Record<string, Operation>>;
}

export const routesOf = (document: Document): Route[] =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method as Method,
      path,
      schema: operation.requestBody?.content['application/json']?.schema ?? null,
    })),
  );

export const COMMITTED: Document = JSON.parse(
  readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8'),
) as Document;

/** Every write carries one, as our screens do where it is asked for. */
const KEYED = { 'idempotency-key': NOBODY };
const FILE = { 'x-file-name': 'a.pdf', 'x-file-type': 'application/pdf', 'x-file-kind': 'ecg' };

/** Bodies whose shape is not all in their schema. */
const WRITTEN: Record<string, (team: Team) => object> = {
  'POST /api/e/{ess}/people/{id}/memberships': () => ({ role: 'secretary', startsOn: dayInParis(1) }),
  'PUT /api/e/{ess}/patients/{id}/traits': () => ({
    ...{ version: 1, birthName: 'Essai', usedName: '', givenNames: 'Camille', sex: 'F', birthDate: '1950-01-02' },
    ...{ birthPlaceInsee: '', phone: '', insMatricule: '', insOid: '' },
  }),
  'POST /api/e/{ess}/patients/{id}/circle': () => ({ kind: 'relative', name: 'Claire', link: 'fille', mayTalk: true }),
  'POST /api/e/{ess}/requests': (team) => ({ answers: answersOf(team) }),
  'POST /api/e/{ess}/requests/{id}/answer': () => ({ version: 1, answer: advice() }),
};

/** One call of a route on one row, as whoever holds the cookie; with a body that its shape lets through. */
export async function call(url: string, route: Route, team: Team, row: string, cookie: string | null) {
  const path = route.path.replace('{ess}', team.slug).replace(/\{\w+\}/g, row);
  const asked = supertest(url)[route.method](path).set(KEYED);
  if (cookie) void asked.set('cookie', cookie);
  const answer = await sendTo(asked, route, team);
  const bytes = Buffer.isBuffer(answer.body) ? answer.body.toString('latin1') : '';
  return { status: answer.status, code: String(answer.body?.code ?? ''), text: `${answer.text ?? ''}${bytes}` };
}

function sendTo(asked: supertest.Test, route: Route, team: Team): supertest.Test {
  if (route.method === 'get') return route.path.includes('/mobile/') ? asked.query({ date: dayInParis(1) }) : asked;
  if (route.name.endsWith('/attachments'))
    return asked.set({ ...FILE, 'content-type': 'application/octet-stream' }).send(Buffer.from('%PDF-none'));
  const written = WRITTEN[route.name]?.(team);
  return route.schema ? asked.send(written ?? (leastBody(route.schema) as object)) : asked;
}
