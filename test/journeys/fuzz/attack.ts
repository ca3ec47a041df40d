import fc from 'fast-check';
import supertest from 'supertest';
import { ERROR_STATUS } from '#contracts';
import { barHere } from '../../support/bar.ts';
import type { WholePath } from '../support/whole-path.ts';
import type { World } from '../support/world.ts';
import { casesOf, NOBODY, wireText } from './bodies.ts';
import { WRITE_ROUTES } from './schema.ts';
import type { Target } from './targets.ts';

const BAR_MS = 2_000;

export interface Attack {
  sent: number;
  accepted: number;
  slowestMs: number;
  slowest: string;
  /** 2 s; longer only when the machine has more than four times the work its cores can do. */
  barMs: number;
  statuses: Record<string, number>;
  faults: string[];
}

/** Names of ids in an address that are not one. */
const HOSTILE_IDS = [
  NOBODY,
  NOBODY.toUpperCase(),
  '00000000-0000-0000-0000-000000000000',
  '%00',
  '%F0%9F',
  '-',
  '..%2f..',
  'x'.repeat(3_000),
];

export async function attack(world: World, path: WholePath, targets: Target[], perRoute: number, seed: number) {
  const found: Attack = { sent: 0, accepted: 0, slowestMs: 0, slowest: '', barMs: BAR_MS, statuses: {}, faults: [] };
  for (const [index, target] of targets.entries()) {
    const schema = WRITE_ROUTES.get(target.route);
    if (schema === undefined) throw new Error(`${target.route} is not in the document`);
    const cases = schema ? fc.sample(casesOf(schema), { seed: seed + index, numRuns: perRoute }) : [];
    await target.stage?.rewind();
    const good = JSON.stringify(await target.good());
    const accepted = await call(world, path, target, good, target.id);
    if (accepted.status >= 300 && !target.mayRefuse)
      found.faults.push(`${target.route}: a good body is refused, ${told(accepted)}`);
    await target.stage?.rewind();
    for (const [turn, one] of cases.entries()) {
      const body = wireText(one, await target.good());
      const id = turn % 9 === 8 ? HOSTILE_IDS[turn % HOSTILE_IDS.length] : target.id;
      const before = await target.stage?.version();
      const answer = await call(world, path, target, body, id);
      note(found, target, body, answer, world.logs);
      if (target.stage && (await target.stage.version()) !== before) await target.stage.rewind();
      if (answer.status < 300) found.accepted += 1;
    }
  }
  return found;
}

interface Answered {
  status: number;
  body: unknown;
  text: string;
  ms: number;
}

async function call(world: World, path: WholePath, target: Target, body: string, id = ''): Promise<Answered> {
  const [method = '', address = ''] = target.route.split(' ');
  const url = address.replace('{ess}', path.team.slug).replace(/\{(id|slug)\}/, id);
  const started = performance.now();
  const answer = await supertest(world.url)
    [method === 'PUT' ? 'put' : 'post'](url)
    .set('cookie', path.as(target.who).cookie)
    .set('content-type', 'application/json')
    .set(target.headers?.() ?? {})
    .serialize((text) => text as unknown as string)
    .send(body);
  const ms = performance.now() - started - (target.asksMs?.(body) ?? 0);
  return { status: answer.status, body: answer.body, text: answer.text ?? '', ms };
}

function note(found: Attack, target: Target, body: string, answer: Answered, logs: () => string): void {
  found.sent += 1;
  found.statuses[answer.status] = (found.statuses[answer.status] ?? 0) + 1;
  found.barMs = Math.max(found.barMs, barHere(BAR_MS));
  if (answer.ms > found.slowestMs) Object.assign(found, { slowestMs: answer.ms, slowest: target.route });
  const fault = faultOf(answer);
  if (!fault) return;
  const trace = /"traceId":"([^"]+)"/.exec(answer.text)?.[1] ?? 'no trace';
  const logged = logs().split(trace)[1]?.slice(0, 600) ?? '';
  found.faults.push(`${target.route}: ${fault}, ${told(answer)}, logged ${logged}, sent ${body.slice(0, 300)}`);
}

export function faultOf({ status, body }: Pick<Answered, 'status' | 'body'>): string | null {
  if (status >= 500) return 'fell';
  return status < 300 ? null : misshapen(status, body);
}

const KNOWN_KEYS = ['code', 'message', 'errors', 'conflict', 'traceId'];
/** Fastify's and Nest's own refusals keep their status under our one code. */
const ALSO_INVALID = [413, 415];

function misshapen(status: number, body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return 'no object';
  const { code, message, errors, traceId, ...rest } = body as Record<string, unknown>;
  if (Object.keys({ ...rest }).some((key) => !KNOWN_KEYS.includes(key))) return 'an unknown key';
  if (typeof code !== 'string' || !(code in ERROR_STATUS)) return 'an unknown code';
  const expected = ERROR_STATUS[code as keyof typeof ERROR_STATUS];
  if (status !== expected && !(code === 'input.invalid' && ALSO_INVALID.includes(status))) return 'another status';
  if (typeof message !== 'string' || message.length < 10) return 'no message';
  if (typeof traceId !== 'string' || traceId.length !== 36) return 'no trace id';
  if (errors === undefined) return null;
  const shaped = (one: Record<string, unknown>) =>
    Object.keys(one).sort().join() === 'code,field,message' &&
    Object.values(one).every((value) => typeof value === 'string');
  return Array.isArray(errors) && errors.every(shaped) ? null : 'errors of another shape';
}

const told = ({ status, text }: Answered): string => `${status} ${text.slice(0, 300)}`;
