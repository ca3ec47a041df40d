import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { ApiErrorBody } from '#contracts';

/** An address that is no address (a broken escape) is refused before any route: in our shape all the same. */
export function refuseMalformedUrl(_error: Error, _request: unknown, reply: FastifyReply): void {
  const body: ApiErrorBody = {
    code: 'input.invalid',
    message: 'Cette adresse n’a pas la forme attendue. Vérifiez-la, puis recommencez.',
    traceId: randomUUID(),
  };
  void reply.code(400).type('application/json').send(body);
}
