import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { shippedProtocols } from './protocols/registry.ts';

const schema = JSON.parse(readFileSync(new URL('./protocol.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

describe('The published schema', () => {
  test.each(shippedProtocols().map((protocol) => [protocol.label, protocol] as const))(
    'accepts %s',
    (_label, protocol) => {
      validate(JSON.parse(JSON.stringify(protocol)));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  test('refuses a rule without a source and an unknown key', () => {
    const [protocol] = shippedProtocols();
    const rules = protocol?.rules.map((rule) => ({ ...rule, sources: [] }));
    expect(validate({ ...protocol, rules })).toBe(false);
    expect(validate({ ...protocol, secret: true })).toBe(false);
  });
});
