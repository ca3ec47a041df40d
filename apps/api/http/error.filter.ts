import { randomUUID } from 'node:crypto';
import {
  type ArgumentsHost,
  BadRequestException,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticated } from '#accounts';
import { type ApiErrorBody, DomainError, ERROR_STATUS, type ErrorCode, type FieldErrorBody } from '#contracts';
import { TooManyRequests } from './rate-limits.service.ts';

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'input.invalid',
  403: 'access.forbidden',
  404: 'not-found',
  413: 'input.invalid',
  415: 'input.invalid',
  429: 'too-many-requests',
  503: 'unavailable',
};

const WORDS: Partial<Record<ErrorCode, string>> = {
  'input.invalid': 'Une réponse n’a pas la forme attendue. Vérifiez-la, puis recommencez.',
  'access.forbidden': 'Votre rôle n’ouvre pas cette action.',
  'not-found': 'Cette page n’existe pas ou ne vous est pas ouverte.',
  'too-many-requests': 'Trop de demandes à la fois. Recommencez dans un instant.',
  unavailable: 'Le service ne répond pas pour l’instant. Votre saisie est gardée\u00a0: recommencez dans une minute.',
};
const INTERNAL =
  'Une erreur est survenue de notre côté. Votre saisie est gardée\u00a0: recommencez, ou appelez le guichet.';

/** Carries the field errors of the validation pipe to the filter. */
export class InvalidInput extends BadRequestException {
  constructor(readonly errors: FieldErrorBody[]) {
    super('invalid input');
  }
}

/** Refusals that a watchful administrator wants to count. */
const TOLD = new Set<ErrorCode>([
  ...(['access.forbidden', 'access.read-only', 'origin.refused', 'too-many-requests', 'upload.refused'] as const),
  ...(['session.bad-credentials', 'session.bad-code', 'psc.refused', 'link.dead'] as const),
]);

type Asked = Pick<FastifyRequest, 'method' | 'ip' | 'routeOptions'> & Authenticated;

/** Who and where, never on whom: the route is its pattern, so that nothing typed by a person enters a log. */
const refusalLine = ({ code, traceId }: ApiErrorBody, { method, ip, routeOptions, principal }: Asked): string =>
  `${traceId} refused ${code}: ${method} ${routeOptions?.url ?? '*'} by ${principal?.accountId ?? 'nobody'} from ${ip}`;

/** The one wire shape of every error. What is unexpected is logged with its trace id, never shown. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const traceId = randomUUID();
    const { status, body } = this.shape(error, traceId);
    if (TOLD.has(body.code)) this.logger.warn(refusalLine(body, http.getRequest<Asked>()));
    if (body.code === 'too-many-requests') reply.header('retry-after', retryAfter(error));
    if (body.code === 'unavailable') reply.header('retry-after', '10');
    void reply.code(status).type('application/json').send(body);
  }

  private shape(error: unknown, traceId: string): { status: number; body: ApiErrorBody } {
    if (error instanceof DomainError) {
      const { code, message, errors, conflict } = error;
      return { status: ERROR_STATUS[code], body: { code, message, errors, conflict, traceId } };
    }
    if (error instanceof InvalidInput) {
      const message = error.errors.length === 1 ? (error.errors[0]?.message ?? '') : (WORDS['input.invalid'] ?? '');
      return { status: 400, body: { code: 'input.invalid', message, errors: error.errors, traceId } };
    }
    const status = statusOf(error);
    const code = BY_STATUS[status];
    if (code) return { status, body: { code, message: WORDS[code] ?? INTERNAL, traceId } };
    this.logger.error(`${traceId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (isUnreadableValue(error))
      return { status: 400, body: { code: 'input.invalid', message: WORDS['input.invalid'] ?? INTERNAL, traceId } };
    if (isDatabaseAway(error))
      return { status: 503, body: { code: 'unavailable', message: WORDS.unavailable ?? INTERNAL, traceId } };
    return { status: 500, body: { code: 'internal', message: INTERNAL, traceId } };
  }
}

const retryAfter = (error: unknown): string => String(error instanceof TooManyRequests ? error.retryAfterSeconds : 60);

/** Nest's and Fastify's own refusals (unknown route, body too large, bad JSON). */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return 500;
}

/** It cannot be reached, or gave this transaction up for another one: nothing was written, and again may pass. */
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOENT'],
  ...['57P01', '57P02', '57P03', '08001', '08003', '08006', '53300'],
  ...['40001', '40P01', '55P03', '57014'],
]);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const isDatabaseAway = (error: unknown): boolean => AWAY.has(codeOf(error));

/** SQLSTATE class 22: a date of no calendar, a number too large, a character the database cannot hold. */
const isUnreadableValue = (error: unknown): boolean => /^22[0-9A-Z]{3}$/.test(codeOf(error));
