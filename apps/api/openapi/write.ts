import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiModule } from '../api.module.ts';
import { buildDocument } from './document.ts';

/** Writes openapi.json from the build, without a database: `node dist/apps/api/openapi/write.js FILE`. */
const file = process.argv[2] ?? 'openapi.json';
const config = {
  databaseUrl: '',
  databaseSystemUrl: '',
  redisUrl: null,
  smtpUrl: null,
  mailSinkDir: null,
  accountsFile: null,
  filesDir: null,
  auditAnchorFile: null,
  clamav: null,
  psc: null,
  masterKey: Buffer.alloc(32),
  masterKeyFiles: [],
  port: 0,
  host: '',
  publicUrl: '',
  demonstration: false,
  production: false,
  allowFsyncOff: false,
  databasePoolSize: 1,
  redeliverAfterMs: 0,
  trustedProxies: 'loopback',
  rateLimitScale: 1,
};
const app = await NestFactory.create(ApiModule.forRoot(config), new FastifyAdapter(), {
  preview: true,
  logger: ['error'],
  abortOnError: false,
});
writeFileSync(file, `${JSON.stringify(buildDocument(app), null, 2)}\n`);
