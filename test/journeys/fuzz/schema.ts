import { readFileSync } from 'node:fs';

/** What the served document says of a body: the part of JSON Schema it uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  nullable?: boolean;
  enum?: string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
}

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const document = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** `POST /api/…` → schema of its body, null when it takes none or raw bytes. */
export const WRITE_ROUTES: ReadonlyMap<string, Schema | null> = new Map(
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(([method, operation]) => [
        `${method.toUpperCase()} ${path}`,
        operation.requestBody?.content['application/json']?.schema ?? null,
      ]),
  ),
);

/** Reads that take something in their address, and the names of what they take. */
export const READ_QUERIES: readonly (readonly [string, string[]])[] = Object.entries(document.paths).flatMap(
  ([path, { get }]) => {
    const names = (get?.parameters ?? []).map((one) => one.name).filter((name) => name !== 'ess');
    return names.length > 0 ? [[path, names] as const] : [];
  },
);

export function resolved(schema: Schema): Schema {
  if (schema.$ref) return resolved(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.allOf?.[0]) return { ...resolved(schema.allOf[0]), nullable: schema.nullable };
  return schema;
}

export type Path = (string | number)[];

export interface Place {
  path: Path;
  schema: Schema;
}

/** Every place a body of this schema has, containers too; of a list, its first line. */
export function placesOf(schema: Schema, path: Path = []): Place[] {
  const { properties = {}, items, ...own } = resolved(schema);
  const here = { path, schema: { ...own, properties, items } };
  const inside = Object.entries(properties).flatMap(([name, one]) => placesOf(one, [...path, name]));
  return [here, ...inside, ...(items ? placesOf(items, [...path, 0]) : [])];
}
