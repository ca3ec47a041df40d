import { describe, expect, test } from '@jest/globals';
import { conflictSentence } from './conflict.ts';

const conflict = { by: 'Samira Haddad', at: '2026-11-23T09:04:00.000Z' };
const words = (text: string) => text.replaceAll('\u00a0', ' ');
type Fresh = NonNullable<Parameters<typeof conflictSentence>[1]>;
const after = (type: Fresh['timeline'][number]['type'], label = '', owner: Fresh['owner'] = null): Fresh => ({
  class: 'P1',
  owner,
  timeline: [
    { type: 'request.received', label: 'Demande reçue' },
    { type, label },
  ],
});

describe('who moved first, in words', () => {
  test('a confirmation says the class and the time of the team', () => {
    expect(words(conflictSentence(conflict, after('request.confirmed')))).toBe('Samira Haddad a confirmé P1 à 10:04.');
  });

  test('raised or lowered, as the thread says', () => {
    expect(conflictSentence(conflict, after('request.reclassed', 'Priorité relevée : sous 24 h'))).toContain(
      'a relevé la priorité à P1',
    );
    expect(conflictSentence(conflict, after('request.reclassed', 'Priorité abaissée : programmé'))).toContain(
      'a abaissé la priorité',
    );
  });

  test('taken by a person, or given back to the desk', () => {
    const owner = { kind: 'user' as const, id: 'x', name: 'Samira Haddad' };
    expect(conflictSentence(conflict, after('request.reassigned', '', owner))).toContain('a pris la demande');
    expect(conflictSentence(conflict, after('request.reassigned'))).toContain('a remis la demande au guichet');
  });

  test('a colleague who decided or signed first is said so', () => {
    expect(conflictSentence(conflict, after('request.decided', 'Décision\u00a0: consultation'))).toContain(
      'a décidé\u00a0: consultation',
    );
    expect(conflictSentence(conflict, after('report.ready'))).toContain('a signé la réponse');
    const owner = { kind: 'user' as const, id: 'x', name: 'Dr Anne Kerviel' };
    expect(conflictSentence(conflict, after('request.reassigned', 'Confiée à Dr Anne Kerviel', owner))).toContain(
      'a confié la demande à Dr Anne Kerviel',
    );
  });

  test('before the fresh request is there, only that it was modified', () => {
    expect(words(conflictSentence(conflict, undefined))).toBe('Samira Haddad a modifié la demande à 10:04.');
  });
});
