import { describe, expect, test } from '@jest/globals';
import { consentOf } from './consent-of-answers.ts';

const AT = new Date('2026-11-23T09:00:00Z');

describe('what a form says of the patient’s word', () => {
  test.each([
    ['oral', 'oral'],
    ['written', 'ecrit'],
    ['relative', 'proche'],
  ] as const)('informed and agreed, %s: a consent of that way and hour', (mode, kept) => {
    expect(consentOf({ consent: { informed: true, mode } }, AT)).toEqual({ kind: 'consent', mode: kept, at: AT });
  });
  test.each(['impossible', null] as const)('not told (%s): an information still to give, no consent', (mode) => {
    const said = consentOf({ consent: { informed: false, mode } }, AT);
    expect(said).toEqual({ kind: 'information', mode: 'impossible', at: AT });
  });
  test('a question left open writes nothing', () => {
    expect(consentOf({ consent: { informed: null, mode: null } }, AT)).toBeNull();
    expect(consentOf({ consent: { informed: true, mode: null } }, AT)).toBeNull();
  });
});
