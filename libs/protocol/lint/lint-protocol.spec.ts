import { describe, expect, test } from '@jest/globals';
import { protocolFor, shippedProtocols } from '../protocols/registry.ts';
import type { Protocol, ProtocolRule } from '../protocol.ts';
import { lintProtocol } from './lint-protocol.ts';

const rule = (part: Partial<ProtocolRule>): ProtocolRule => ({
  id: 'ZZ01',
  group: 'essai',
  when: 'af_new',
  class: 'P3',
  due: { minHours: 336, maxHours: 336 },
  label: 'Essai',
  sources: ['NG196'],
  ...part,
});

const protocolWith = (...rules: ProtocolRule[]): Protocol => ({ ...protocolFor('cardiologie'), rules });
const codes = (...rules: ProtocolRule[]): string[] => lintProtocol(protocolWith(...rules)).map(({ code }) => code);

describe('The linter', () => {
  test.each(shippedProtocols().map((protocol) => [protocol.label, protocol] as const))(
    'finds no error in %s',
    (_label, protocol) => {
      expect(lintProtocol(protocol)).toEqual([]);
    },
  );

  test('finds an unknown sign and an unknown measure', () => {
    expect(codes(rule({ when: 'af_nouvelle' }))).toEqual(['unknown_id']);
    expect(codes(rule({ when: 'af_new and pouls>3' }))).toEqual(['unknown_id']);
    expect(codes(rule({ when: 'constructor' }))).toEqual(['unknown_id']);
  });

  test('finds a rule that nobody can fill', () => {
    expect(codes(rule({ when: 'af_new and not af_new' }))).toEqual(['unreachable']);
    expect(codes(rule({ when: 'hr>150 and hr<100' }))).toEqual(['unreachable']);
    expect(codes(rule({ when: 'hr>150 and hr<160' }))).toEqual([]);
    expect(codes(rule({ when: 'af_new and (hr>150 and hr<100 or svt_ongoing)' }))).toEqual([]);
  });

  test('finds two rules with one id', () => {
    expect(codes(rule({}), rule({ when: 'svt_ongoing' }))).toEqual(['duplicate_id']);
  });

  test('finds a class lower than the one of a broader rule', () => {
    const broad = rule({ id: 'ZZ01', when: 'af_new', class: 'P1', due: { minHours: 24, maxHours: 24 } });
    const narrow = rule({ id: 'ZZ02', when: 'af_new and hr>150', class: 'P3' });
    expect(lintProtocol(protocolWith(broad, narrow))).toMatchObject([{ rule: 'ZZ02', code: 'class_below_broader' }]);
    expect(codes({ ...broad, class: 'P3', due: narrow.due }, narrow)).toEqual([]);
    expect(
      codes(
        rule({ id: 'ZZ01', when: 'hr>100', class: 'P1', due: { minHours: 24, maxHours: 24 } }),
        rule({ id: 'ZZ02', when: 'hr>150' }),
      ),
    ).toEqual(['class_below_broader']);
  });

  test('finds a threshold that no plausible value can reach', () => {
    expect(codes(rule({ when: 'spo2<40' }))).toContain('threshold_out_of_range');
    expect(codes(rule({ when: 'spo2>101' }))).toContain('threshold_out_of_range');
  });

  test('finds a rule without a source, or whose source is not described', () => {
    expect(codes(rule({ sources: [] }))).toEqual(['no_source']);
    expect(codes(rule({ sources: ['INVENTED'] }))).toEqual(['unknown_source']);
  });

  test('finds a delay that does not fit the class', () => {
    expect(codes(rule({ class: 'P0' }))).toEqual(['due_against_class']);
    expect(codes(rule({ due: { minHours: 48, maxHours: 24 } }))).toEqual(['due_against_class']);
  });

  test('says line and column of a condition that cannot be read', () => {
    expect(lintProtocol(protocolWith(rule({ when: 'af_new\n and and' })))).toMatchObject([
      { code: 'syntax', line: 2, column: 6 },
    ]);
  });
});
