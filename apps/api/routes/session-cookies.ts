import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  DEVICE_COOKIE,
  DEVICE_DAYS,
  deviceTokenOf,
  SECURE_DEVICE_COOKIE,
  SECURE_SESSION_COOKIE,
  SESSION_COOKIE,
  sessionTokenOf,
} from '#accounts';
import type { Started, Visit } from '#accounts';
import type { Config } from '#platform';

/** What the browser brings, as the services of the accounts want it. */
export const visitOf = (request: FastifyRequest): Visit => ({
  address: request.ip,
  agent: String(request.headers['user-agent'] ?? ''),
  sessionToken: sessionTokenOf(request.cookies),
  deviceToken: deviceTokenOf(request.cookies),
});

/** What it takes away. */
export function giveCookies(reply: FastifyReply, config: Config, started: Started): void {
  const secure = isSecure(config);
  const common = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  void reply.setCookie(secure ? SECURE_SESSION_COOKIE : SESSION_COOKIE, started.token, {
    ...common,
    expires: started.expiresAt,
  });
  if (!started.deviceToken) return;
  void reply.setCookie(secure ? SECURE_DEVICE_COOKIE : DEVICE_COOKIE, started.deviceToken, {
    ...common,
    maxAge: DEVICE_DAYS * 86_400,
  });
}

/** The device stays known: only the session is over. */
export function dropSessionCookie(reply: FastifyReply, config: Config): void {
  const secure = isSecure(config);
  void reply.clearCookie(secure ? SECURE_SESSION_COOKIE : SESSION_COOKIE, { path: '/', secure });
}

const isSecure = (config: Config): boolean => config.publicUrl.startsWith('https://');
