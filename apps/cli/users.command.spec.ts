import { describe, expect, test } from '@jest/globals';
import { UsageError } from './usage-error.ts';
import { parseUsersArguments } from './users.command.ts';

describe('guichet users create-admin', () => {
  test('needs an address and an ESS', () => {
    expect(parseUsersArguments(['create-admin', 'a@ess.example', '--ess', 'cardio-44']).admin).toEqual({
      email: 'a@ess.example',
      slug: 'cardio-44',
      opening: null,
    });
    for (const words of [
      [],
      ['create-admin'],
      ['create-admin', 'a@ess.example'],
      ['delete', 'a@ess.example', '--ess', 'x44'],
    ]) {
      expect(() => parseUsersArguments(words)).toThrow(UsageError);
    }
  });

  test('makes who runs the platform, who is of no ESS', () => {
    const words = ['create-admin', 'p@hebergeur.example', '--platform'];
    expect(parseUsersArguments(words).admin).toEqual({ email: 'p@hebergeur.example', slug: null, opening: null });
    expect(() => parseUsersArguments([...words, '--ess', 'cardio-44'])).toThrow(UsageError);
  });

  test('refuses what is no address and no slug', () => {
    expect(() => parseUsersArguments(['create-admin', 'nobody', '--ess', 'cardio-44'])).toThrow(/adresse e-mail/);
    expect(() => parseUsersArguments(['create-admin', 'a@ess.example', '--ess', 'Cardio 44'])).toThrow(/--ess/);
  });

  test('opens an ESS when all that is needed is said', () => {
    const words = ['create-admin', 'a@ess.example', '--ess', 'cardio-44', '--specialty', 'cardiologie'];
    expect(() => parseUsersArguments(words)).toThrow(UsageError);
    const { admin } = parseUsersArguments([...words, '--name', 'ESS', '--phone', '02 61 91 00 00']);
    expect(admin.opening).toEqual({ specialty: 'cardiologie', name: 'ESS', phone: '02 61 91 00 00' });
  });
});
