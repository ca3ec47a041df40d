import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import serveFiles from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { DiscoveryService, MetadataScanner, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { routePolicies } from '#accounts';
import { type Config, ConfigError } from '#platform';
import { ApiModule } from '../api.module.ts';
import { registerDocument } from '../openapi/document.ts';
import { Realtime } from '../realtime/realtime.service.ts';
import { refuseDeepBody } from './body-depth.ts';
import { setHeaders } from './headers.ts';
import { refuseMalformedMessage, refuseMalformedUrl } from './malformed.ts';
import { acceptUploads } from './octet-stream.ts';
import { refuseForeignOrigin } from './origin.ts';
import { ownCookies } from './own-cookies.ts';
import { RateLimits } from './rate-limits.service.ts';
import { validationPipe } from './validation.pipe.ts';
import { WEB_FOLDER } from './web-files.ts';

/** A request with its free texts fits well under this. */
const BODY_LIMIT = 256 * 1024;

/** The slowest upload has five minutes; a body that never ends holds its connection no longer than this. */
const REQUEST_MS = 330_000;

/** The whole api, not listening yet. @throws when a route has no policy. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  if (!config.filesDir) throw new ConfigError('La variable DATA_DIR manque : indiquez le dossier des fichiers.');
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    trustProxy: config.trustedProxies,
    frameworkErrors: refuseMalformedUrl,
    clientErrorHandler: refuseMalformedMessage,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  const secure = config.publicUrl.startsWith('https://');
  await setHeaders(fastify, secure);
  await app.register(compress, { threshold: 1024 });
  await app.register(cookie);
  fastify.addHook('onRequest', async (request) => {
    request.cookies = ownCookies(request.cookies, secure);
  });
  const limits = app.get(RateLimits);
  fastify.addHook('onRequest', async (request) => limits.countAddress(request));
  fastify.addHook('onRequest', async (request) => refuseForeignOrigin(request));
  fastify.addHook('preValidation', async (request) => refuseDeepBody(request));
  if (existsSync(WEB_FOLDER)) {
    await app.register(serveFiles, { root: WEB_FOLDER, wildcard: false, index: false, setHeaders: cacheAssets });
  }
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  registerDocument(app);
  await app.init();
  // JSON only: a page of another site can post a form or a text, never JSON.
  fastify.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain']);
  acceptUploads(fastify);
  await fastify.ready();
  routePolicies(app.get(DiscoveryService), app.get(MetadataScanner), app.get(Reflector));
  await app.get(Realtime).attach(app.getHttpServer(), (header) => ownCookies(fastify.parseCookie(header), secure));
  return app;
}

/** Built files carry their hash in their name: they never change. The worker of the tour is looked at each time. */
function cacheAssets(reply: FastifyReply, path: string): void {
  if (path.endsWith('/sw.js')) void reply.header('cache-control', 'no-cache');
  if (path.includes('/assets/')) void reply.header('cache-control', 'public, max-age=31536000, immutable');
}
