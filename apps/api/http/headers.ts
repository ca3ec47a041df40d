import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isApi } from './origin.ts';

/** Content first-party only: no script, style sheet, image or connection from elsewhere. Mantine writes inline styles. */
const CSP = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    // Files of a request are shown from the memory of the page.
    imgSrc: ["'self'", 'data:', 'blob:'],
    frameSrc: ["'self'", 'blob:'],
    // The sockets of this very host are « self ».
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: null,
  },
};

/** What a page of ours never asks of the device; a key of the second factor is the one thing it does. */
const PERMISSIONS = [
  ...['accelerometer', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)')
  .join(', ');

const TWO_YEARS_SECONDS = 63_072_000;

/** The same headers on every answer: pages, api, files, errors. @param secure the public address is https. */
export async function setHeaders(fastify: FastifyInstance, secure: boolean): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: CSP,
    hsts: secure && { maxAge: TWO_YEARS_SECONDS },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  fastify.addHook('onRequest', async (_request, reply) => {
    void reply.header('permissions-policy', PERMISSIONS);
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (isApi(request) || !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}
