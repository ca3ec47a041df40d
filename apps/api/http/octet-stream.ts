import type { Readable } from 'node:stream';
import type { FastifyError, FastifyInstance } from 'fastify';

/** The one route that takes bytes; everywhere else they are refused unread, as any type nobody knows. */
const UPLOAD_ROUTE = '/api/e/:ess/requests/:id/attachments';

class UnknownMediaType extends Error implements FastifyError {
  readonly code = 'FST_ERR_CTP_INVALID_MEDIA_TYPE';
  readonly statusCode = 415;
}

/**
 * Hands the raw stream over: the body limit of JSON does not apply to it, the file's own cap does, counted as it comes.
 * A page of another site cannot send this type without asking first.
 */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (request.routeOptions.url === UPLOAD_ROUTE) done(null, payload);
    else done(new UnknownMediaType('bytes are taken by the upload route only'));
  });
}

/** A little more than a file may weigh: beyond, the sender is not one of our screens. */
const MOST_DRAINED = 16 * 1024 * 1024;
const DRAIN_MS = 60_000;

/** A refusal is heard only by who has finished speaking: what is left of the body is read away, then the answer leaves. */
export async function answeredAfter<T>(body: Readable, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await readAway(body).catch(() => undefined);
    throw error;
  }
}

async function readAway(body: Readable): Promise<void> {
  let left = MOST_DRAINED;
  const late = setTimeout(() => body.destroy(), DRAIN_MS);
  try {
    for await (const piece of body.iterator({ destroyOnReturn: false })) {
      left -= Buffer.isBuffer(piece) ? piece.length : 1;
      if (left < 0) return;
    }
  } finally {
    clearTimeout(late);
  }
}
