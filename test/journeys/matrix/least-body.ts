import fc from 'fast-check';
import { resolved, type Schema } from '../fuzz/schema.ts';
import { dayInParis, inDays } from '../support/whole-path.ts';

const SOMETHING = 'Rien de particulier à dire ici';
export const NOBODY = '01937d70-0000-7000-8000-000000000001';

/** What the document calls a text, and the service something else. */
const BY_NAME: readonly [RegExp, string][] = [
  [/email/i, 'personne@nulle-part.example'],
  [/On$/, dayInParis(1)],
];

/** The plainest body its schema lets through: past the shape, so that it is the row that refuses. */
export function leastBody(given: Schema, name = ''): unknown {
  const schema = resolved(given);
  switch (schema.type) {
    case 'string':
      return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? textOf(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => leastBody(schema.items ?? {}));
    default:
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([property]) => schema.required?.includes(property))
          .map(([property, one]) => [property, leastBody(one, property)]),
      );
  }
}

function textOf(schema: Schema): string {
  if (schema.enum) return schema.enum[0] ?? '';
  if (schema.format === 'uuid') return NOBODY;
  if (schema.pattern?.includes('\\d{4}')) return dayInParis(1);
  if (schema.pattern) return fc.sample(fc.stringMatching(new RegExp(schema.pattern)), { seed: 1, numRuns: 1 })[0] ?? '';
  // Without a length, the document speaks of an instant.
  if (schema.maxLength === undefined) return inDays(2);
  return SOMETHING.slice(0, schema.maxLength).padEnd(schema.minLength ?? 0, '.');
}
