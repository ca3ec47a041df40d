import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { ApiErrorBody } from '#contracts';

/** Refused before the hooks that write them. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** An address that is no address (a broken escape) is refused before any route: in our shape all the same. */
export function refuseMalformedUrl(_error: Error, _request: unknown, reply: FastifyReply): void {
  const body: ApiErrorBody = {
    code: 'input.invalid',
    message: 'Cette adresse n’a pas la forme attendue. Vérifiez-la, puis recommencez.',
    traceId: randomUUID(),
  };
  void reply.headers(HEADERS).code(400).type('application/json').send(body);
}
