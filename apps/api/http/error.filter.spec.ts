import { describe, expect, test } from '@jest/globals';
import { type ArgumentsHost, BadRequestException, Logger, NotFoundException } from '@nestjs/common';
import { DomainError, ERROR_STATUS, type ApiErrorBody, type ErrorCode } from '#contracts';
import { ErrorFilter, InvalidInput } from './error.filter.ts';
import { TooManyRequests } from './rate-limits.service.ts';

Logger.overrideLogger(false);

/** What goes out on the wire for an error. */
function wire(error: unknown): { status: number; headers: Record<string, string>; body: ApiErrorBody } {
  const out = { status: 0, headers: {} as Record<string, string>, body: {} as ApiErrorBody };
  const reply = {
    header: (name: string, value: string) => {
      out.headers[name] = value;
      return reply;
    },
    code: (status: number) => {
      out.status = status;
      return reply;
    },
    type: () => reply,
    send: (body: ApiErrorBody) => {
      out.body = body;
      return reply;
    },
  };
  const request = {
    ...{ method: 'POST', url: '/api/e/cardio/requests/7?name=Zelligeois', ip: '192.0.2.7' },
    ...{ routeOptions: { url: '/api/e/:ess/requests/:id' }, principal: { accountId: 'account-7' } },
  };
  const http = { getResponse: () => reply, getRequest: () => request };
  new ErrorFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return out;
}

describe('the one shape of errors', () => {
  test.each(Object.entries(ERROR_STATUS))('%s is a %d with its own words', (code, status) => {
    const { status: sent, body } = wire(new DomainError(code as ErrorCode, 'Recommencez.'));
    expect([sent, body.code, body.message]).toEqual([status, code, 'Recommencez.']);
    expect(body.traceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a conflict says who, when and which version', () => {
    const conflict = { by: 'Nadège Rouaud', at: '2026-11-23T09:00:00.000Z', version: 4 };
    expect(wire(new DomainError('request.stale', 'Changée.', { conflict })).body.conflict).toEqual(conflict);
  });

  test('one wrong field gives its own sentence, several a common one', () => {
    const field = (name: string) => ({ field: name, code: 'format', message: `Corrigez ${name}.` });
    expect(wire(new InvalidInput([field('a')]))).toMatchObject({ status: 400, body: { message: 'Corrigez a.' } });
    const both = wire(new InvalidInput([field('a'), field('b')])).body;
    expect(both.errors).toHaveLength(2);
    expect(both.message).not.toContain('Corrigez a');
  });

  test.each([
    ['a route that is not there', new NotFoundException('Cannot GET /secret'), 404, 'not-found'],
    ['JSON that is not', new BadRequestException('Unexpected token } in JSON'), 400, 'input.invalid'],
    ['a body too large', Object.assign(new Error('too large'), { statusCode: 413 }), 413, 'input.invalid'],
    ['a body of another kind', Object.assign(new Error('no parser'), { statusCode: 415 }), 415, 'input.invalid'],
    [
      'a date of no calendar',
      Object.assign(new Error('invalid input syntax for type date'), { code: '22007' }),
      400,
      'input.invalid',
    ],
    [
      'a database that does not answer',
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      503,
      'unavailable',
    ],
    ['a database that goes away', Object.assign(new Error('terminating'), { code: '57P01' }), 503, 'unavailable'],
    ['two that wait for each other', Object.assign(new Error('deadlock'), { code: '40P01' }), 503, 'unavailable'],
    ['a question that lasts too long', Object.assign(new Error('cancelled'), { code: '57014' }), 503, 'unavailable'],
    ['an error of ours', new Error('Jeanne Le Goff is not null'), 500, 'internal'],
    ['a text thrown', 'a text thrown', 500, 'internal'],
    ['nothing thrown', null, 500, 'internal'],
  ])('%s goes out in our words alone', (_what, error, status, code) => {
    const { status: sent, body } = wire(error);
    expect([sent, body.code]).toEqual([status, code]);
    if (error instanceof Error) expect(JSON.stringify(body)).not.toContain(error.message);
  });

  test('« too many » and « away » say when to come back', () => {
    expect(wire(new DomainError('too-many-requests', 'Attendez.')).headers).toEqual({ 'retry-after': '60' });
    expect(wire(new TooManyRequests(7)).headers).toEqual({ 'retry-after': '7' });
    expect(wire(Object.assign(new Error(''), { code: 'ECONNRESET' })).headers).toEqual({ 'retry-after': '10' });
  });

  test('a refusal is a line of the log: who, where and what, never what was typed', () => {
    const lines: string[] = [];
    const keep = (line: unknown) => void lines.push(String(line));
    Logger.overrideLogger({ log: keep, error: keep, warn: keep });
    try {
      const { body } = wire(new DomainError('access.forbidden', 'Demandez.'));
      wire(new DomainError('not-found', 'Rien ici.'));
      expect(lines).toEqual([
        `${body.traceId} refused access.forbidden: POST /api/e/:ess/requests/:id by account-7 from 192.0.2.7`,
      ]);
    } finally {
      Logger.overrideLogger(false);
    }
  });
});
