import fc from 'fast-check';
import { dayInParis, inDays } from '../support/whole-path.ts';
import { type Path, type Place, placesOf, resolved, type Schema } from './schema.ts';

export const NOBODY = '01937d70-0000-7000-8000-000000000001';

/** JSON that JavaScript cannot write: put in the text as it is. */
class Raw {
  constructor(readonly text: string) {}
}
const nested = (depth: number): Raw => new Raw(`${'['.repeat(depth)}${']'.repeat(depth)}`);

const EDGE_DATES = [
  '2026-02-31',
  '0000-00-00',
  '0001-01-01',
  '1582-10-10',
  '1900-01-01',
  '2024-02-29',
  '9999-12-31',
  '10000-01-01',
];
const EDGE_INSTANTS = [
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '2038-01-19T03:14:08Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-21T25:61:00Z',
  '2026-11-21T10:00:00+99:99',
  '2026-10-25T02:30:00',
  '2026-W48-1',
  '2026-330',
  '20261225T100000Z',
  '2026-12-25T10',
  'infinity',
  '-infinity',
  'now',
  'epoch',
];
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udc00b',
  '\ufeff\u202e\u200b',
  'n'.repeat(10_240),
  '💥'.repeat(2_500),
  'e\u0301'.repeat(100),
  '\r\nBcc: autre@exemple.example\r\n',
  `'; drop table request; --`,
  '%00%s%n',
  '../../../etc/passwd',
  '{{7*7}}${7*7}',
  '<img src=x onerror=alert(1)>',
  'NaN',
  'Infinity',
  '-1',
  '1e999',
  '٣',
  NOBODY,
  NOBODY.toUpperCase(),
  '00000000-0000-0000-0000-000000000000',
  '-'.repeat(36),
  '__proto__',
  'constructor',
  'toString',
];
const HOSTILE_VALUES: unknown[] = [
  ...HOSTILE_TEXTS,
  ...EDGE_DATES,
  ...EDGE_INSTANTS,
  ...[null, true, false, 0, -0, -1, 0.5, 1e-320, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308],
  ...[[], [[]], [null], {}, [{}], { length: 1e9 }, { toString: 1 }, { $gt: '' }],
  ...[new Raw('1e999'), new Raw('-1e999'), nested(60), nested(2_000)],
  Array.from({ length: 3_000 }, () => 'a'),
];
/** Bodies that are no body. */
const HOSTILE_BODIES = [
  '',
  'null',
  '[]',
  '"texte"',
  '7',
  '{',
  'NaN',
  '{"version":1,"version":2}',
  '{"__proto__":{"admin":true}}',
  '\ufeff{}',
  `${'['.repeat(50_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  JSON.stringify({ question: 'x'.repeat(300_000) }),
];

const text = ({ minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> => {
  const full = (character: string) => character.repeat(Math.floor(maxLength / character.length));
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 12) }),
    fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, minLength + 12) }),
    fc.constantFrom('é', 'ẞ', '💥', '\u0001', '"', '\\').map(full),
    fc.constantFrom(...HOSTILE_TEXTS).map((hostile) => hostile.slice(0, maxLength).padEnd(minLength, 'x')),
  );
};

function textOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.format === 'uuid') return fc.oneof(fc.uuid(), fc.constant(NOBODY));
  if (schema.pattern?.includes('\\d{4}')) return fc.constantFrom(dayInParis(0), dayInParis(1), ...EDGE_DATES);
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  // Without a length, the document speaks of a date or an instant.
  if (schema.maxLength === undefined)
    return fc.constantFrom(inDays(-1), inDays(2), dayInParis(0), ...EDGE_DATES, ...EDGE_INSTANTS);
  return text(schema);
}

/** What the schema allows, edges first. */
export function valid(given: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  const value = plain(schema);
  return schema.nullable ? fc.option(value, { nil: null, freq: 5 }) : value;
}

function plain(schema: Schema): fc.Arbitrary<unknown> {
  const { minimum = -(2 ** 31), maximum = 2 ** 31 } = schema;
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));
    case 'number':
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.double({ min: minimum, max: maximum, noNaN: true }));
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const { minItems: minLength = 0, maxItems = 4, items = {} } = schema;
      const lengths = { minLength, maxLength: Math.min(maxItems, minLength + 3) };
      return schema.uniqueItems ? fc.uniqueArray(valid(items), lengths) : fc.array(valid(items), lengths);
    }
    default:
      return objectOf(schema);
  }
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  const arbitraries = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valid(one)]));
  const known = fc.record(arbitraries, { requiredKeys: required });
  if (!additionalProperties) return known;
  const value = additionalProperties === true ? fc.jsonValue({ maxDepth: 3 }) : valid(additionalProperties);
  const key = fc.oneof(fc.constantFrom('chest_pain_ongoing', 'hr', 'syncope', '__proto__', 'toString'), fc.string());
  return fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true });
}

/** One way to spoil a good body. */
interface Spoiling {
  path: Path;
  how: 'put' | 'drop' | 'add';
  name: string;
  value: unknown;
}

const spoiling = (places: Place[]): fc.Arbitrary<Spoiling> => {
  const name = fc.constantFrom('__proto__', 'constructor', 'id', 'tenantId', 'state', '', 'k'.repeat(2_000), '\ud800');
  const put = fc.constantFrom(...places).chain((place) =>
    fc.record({
      path: fc.constant(place.path),
      how: fc.constant('put' as const),
      name,
      value: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
        { weight: 4, arbitrary: valid(place.schema) },
      ),
    }),
  );
  const other = fc.record({
    path: fc.constantFrom(...places).map((place) => place.path),
    how: fc.constantFrom('drop' as const, 'add' as const),
    name,
    value: fc.constantFrom(...HOSTILE_VALUES),
  });
  return fc.oneof({ weight: 6, arbitrary: put }, { weight: 1, arbitrary: other });
};

/** A case still to be written: the good body of the moment is known only when it leaves. */
export interface FuzzCase {
  spoilings: Spoiling[];
  /** Instead of the good body: one made from the schema alone, or a text that is no body. */
  instead: { made: unknown } | { text: string } | null;
}

export function casesOf(schema: Schema): fc.Arbitrary<FuzzCase> {
  const places = placesOf(schema).filter((place) => place.path.length > 0);
  const spoilings = fc.array(spoiling(places), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 9, arbitrary: fc.record({ spoilings, instead: fc.constant(null) }) },
    {
      weight: 3,
      arbitrary: fc.record({ spoilings: fc.constant<Spoiling[]>([]), instead: fc.record({ made: valid(schema) }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        spoilings: fc.constant<Spoiling[]>([]),
        instead: fc.record({ text: fc.constantFrom(...HOSTILE_BODIES) }),
      }),
    },
  );
}

/** The text that goes on the wire. */
export function wireText(one: FuzzCase, good: object): string {
  if (one.instead && 'text' in one.instead) return one.instead.text;
  const made = one.instead?.made;
  // Made from the schema alone, it still names the version of the moment, or nothing behind it would be reached.
  const start = typeof made === 'object' && made !== null ? { ...made, ...versionOf(good) } : good;
  return written(one.spoilings.reduce<unknown>(spoil, start));
}

const versionOf = (good: object): object => ('version' in good ? { version: good.version } : {});

function spoil(body: unknown, { path, how, name, value }: Spoiling): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return how === 'add' ? withKey(body, name, value) : value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(body)
    ? [...(body as unknown[])]
    : typeof step === 'number'
      ? []
      : { ...(typeof body === 'object' ? body : {}) };
  const holder = copy as Record<string, unknown>;
  if (rest.length === 0 && how === 'drop') delete holder[step];
  else holder[step] = spoil(holder[step], { path: rest, how, name, value });
  return copy;
}

const withKey = (body: unknown, name: string, value: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.defineProperty({ ...body }, name, { value, enumerable: true })
    : { [name]: value };

function written(body: unknown): string {
  const raws: string[] = [];
  const json = JSON.stringify(body, (_key, value: unknown) => {
    if (!(value instanceof Raw)) return value;
    raws.push(value.text);
    return `@@${raws.length - 1}@@`;
  });
  return (json ?? 'null').replace(/"@@(\d+)@@"/g, (_, index: string) => raws[Number(index)] ?? 'null');
}
