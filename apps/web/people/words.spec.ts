import { describe, expect, test } from '@jest/globals';
import { inHandWords, periodWords, professionWords, roleWords, stateOf } from './words.ts';

const role = { requesterRole: null, organisationName: null, delegateOfName: null } as const;

describe('the words of the team page', () => {
  test('a role says as whom, for whom and where', () => {
    expect(roleWords({ ...role, role: 'secretary' })).toBe('Secrétaire');
    expect(
      roleWords({ ...role, role: 'requester', requesterRole: 'ide_ehpad', organisationName: 'EHPAD des Dunes' }),
    ).toBe('Demandeur, infirmière ou infirmier d’EHPAD, EHPAD des Dunes');
    expect(roleWords({ ...role, role: 'delegate', delegateOfName: 'Dr Hélène Marchais' })).toBe(
      'Écrit pour Dr Hélène Marchais',
    );
  });

  test('a period is told from its first day, and to its last', () => {
    expect(periodWords({ startsOn: '2026-03-02', endsOn: null }, '2026-11-23')).toBe('depuis le 02/03/2026');
    expect(periodWords({ startsOn: '2026-12-01', endsOn: null }, '2026-11-23')).toBe('à partir du 01/12/2026');
    expect(periodWords({ startsOn: '2026-11-01', endsOn: '2027-05-01' }, '2026-11-23')).toBe(
      'du 01/11/2026 au 01/05/2027',
    );
  });

  test('an invitation that has run out is something to do', () => {
    const invitation = { id: '', email: '', role: 'secretary', sentAt: '', expiresAt: '', expired: true } as const;
    expect(stateOf({ state: 'invited', invitation })).toEqual({ text: 'Invitation expirée', tone: 'watch' });
    expect(stateOf({ state: 'invited', invitation: { ...invitation, expired: false } }).tone).toBe('waiting');
  });

  test('a trade is written as it is known', () => {
    expect(professionWords('medecin_traitant')).toBe('Médecin traitant');
    expect(professionWords('Secrétaire')).toBe('Secrétaire');
    expect(inHandWords(1)).toContain('1\u00a0demande ouverte entre');
  });
});
