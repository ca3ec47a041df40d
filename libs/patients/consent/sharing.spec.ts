import { describe, expect, test } from '@jest/globals';
import type { ConsentKind, SharingState } from '#contracts/patient';
import { sharingOf } from './sharing.ts';

const AT = new Date('2026-11-23T09:00:00Z');

describe('the patient’s last word', () => {
  test.each<[ConsentKind[], SharingState]>([
    [[], 'unknown'],
    [['information'], 'unknown'],
    [['consent'], 'consented'],
    [['information', 'consent'], 'consented'],
    [['withdrawal', 'consent'], 'unknown'],
    [['opposition', 'consent'], 'opposed'],
    [['withdrawal', 'opposition'], 'unknown'],
    [['consent', 'opposition'], 'consented'],
  ])('newest first %j: %s', (kinds, state) => {
    const said = kinds.map((kind, age) => ({ kind, mode: 'oral' as const, at: new Date(AT.getTime() - age * 1000) }));
    expect(sharingOf(said).state).toBe(state);
  });
  test('it says since when and how', () => {
    const said = [{ kind: 'consent', mode: 'ecrit', at: AT } as const];
    expect(sharingOf(said)).toEqual({ state: 'consented', since: AT, mode: 'ecrit' });
  });
});
