import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import * as accounts from '#accounts';
import * as decision from '#decision';
import * as intake from '#intake';
import * as mobileTeam from '#mobile-team';
import * as reports from '#reports';
import * as triage from '#triage';

/** Written from the decorators; tightened where they say more than the plugin reads. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Guichet ESS')
    .setVersion('1')
    .setDescription('Le guichet unique d’une équipe de soins spécialisés.')
    .build();
  return tighten(SwaggerModule.createDocument(app, config));
}

/** GET /api/openapi.json: public, the same document as the committed one. */
export function registerDocument(app: INestApplication): void {
  let document: OpenAPIObject | null = null;
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const options: RouteShorthandOptions = {};
  fastify.get('/api/openapi.json', options, async () => (document ??= buildDocument(app)));
}

type Schema = { type?: string; properties?: Record<string, Schema>; additionalProperties?: unknown; format?: string };

/** Input classes are closed, and `@IsInt` means integer. */
function tighten(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const libs = [accounts, decision, intake, mobileTeam, reports, triage];
  for (const [name, value] of libs.flatMap((lib) => Object.entries<unknown>(lib))) {
    const schema = schemas[name];
    if (schema && name.endsWith('Dto')) tightenOne(schema, value);
  }
  for (const [name, schema] of Object.entries(schemas)) if (name.endsWith('Dto')) schema.additionalProperties = false;
  return document;
}

function tightenOne(schema: Schema, target: unknown): void {
  if (typeof target !== 'function') return;
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  for (const rule of rules) {
    const property = schema.properties?.[rule.propertyName];
    if (property && rule.name === 'isInt') property.type = 'integer';
  }
}
