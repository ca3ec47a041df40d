import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import type { ApiErrorBody } from '#contracts';

/** Refused before the hooks that write them. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const refusal = (message: string): ApiErrorBody => ({ code: 'input.invalid', message, traceId: randomUUID() });

/** An address that is no address (a broken escape) is refused before any route: in our shape all the same. */
export function refuseMalformedUrl(_error: Error, _request: unknown, reply: FastifyReply): void {
  const body = refusal('Cette adresse n’a pas la forme attendue. Vérifiez-la, puis recommencez.');
  void reply.headers(HEADERS).code(400).type('application/json').send(body);
}

const REFUSED: Record<string, [status: number, message: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'L’envoi a pris trop de temps. Vérifiez la connexion, puis recommencez.'],
  HPE_HEADER_OVERFLOW: [431, 'Les en-têtes de cette requête sont trop longs.'],
};
const MALFORMED: [status: number, message: string] = [400, 'Cette requête n’a pas la forme attendue.'];

/** What is no HTTP never becomes a request: the answer is written on the bare connection, which ends. */
export function refuseMalformedMessage(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = REFUSED[error.code ?? ''] ?? MALFORMED;
  const body = JSON.stringify(refusal(message));
  const headers = Object.entries({
    ...HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers, '', body].join('\r\n'));
}
