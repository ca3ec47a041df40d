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
