import { describe, expect, test } from '@jest/globals';
import { mergeLines, type TraceLine } from './merge-lines.ts';

const line = (change: Partial<TraceLine> = {}): TraceLine => ({
  at: new Date('2026-11-23T09:00:00Z'),
  day: '2026-11-23',
  actorId: 'a',
  action: 'request.read',
  reason: 'desk',
  name: 'Nadège Rouaud',
  role: 'secretary',
  requesterRole: null,
  organisation: null,
  self: false,
  ...change,
});
const later = (minutes: number) => new Date(Date.parse('2026-11-23T09:00:00Z') + minutes * 60_000);

describe('the list a patient reads', () => {
  test('says one line for a person and a day, with how often, what and why', () => {
    const [one, ...others] = mergeLines(
      [line(), line({ at: later(5) }), line({ at: later(9), action: 'report.read' })],
      'ESS Cardio',
      false,
    );
    expect(others).toEqual([]);
    expect(one).toEqual({
      ...{ at: later(0).toISOString(), until: later(9).toISOString(), times: 3 },
      ...{ role: 'Secrétaire', structure: 'ESS Cardio', name: null },
      purposes: ['Fait partie de l’équipe qui traite votre demande'],
      acts: ['A lu votre demande', 'A lu la réponse'],
    });
  });

  test('keeps two people apart, and two days, the newest first', () => {
    const lines = mergeLines(
      [
        line(),
        line({ actorId: 'b', at: later(1), role: 'requester', requesterRole: 'pharmacien', organisation: 'Pharmacie' }),
        line({ at: later(24 * 60), day: '2026-11-24' }),
      ],
      'ESS Cardio',
      true,
    );
    expect(lines.map(({ role, structure, name }) => [role, structure, name])).toEqual([
      ['Secrétaire', 'ESS Cardio', 'Nadège Rouaud'],
      ['Pharmacien', 'Pharmacie', 'Nadège Rouaud'],
      ['Secrétaire', 'ESS Cardio', 'Nadège Rouaud'],
    ]);
  });

  test('never names the patient to himself, and never speaks in codes', () => {
    const [own] = mergeLines([line({ self: true, action: 'access-list.read', reason: 'patient' })], 'ESS', true);
    expect(own).toMatchObject({ role: 'Vous-même', name: null, acts: ['Vous avez lu cette liste'] });
    const [unknown] = mergeLines([line({ action: 'something.new', reason: 'some_code', role: null })], 'ESS', true);
    expect(JSON.stringify(unknown)).not.toMatch(/something|some_code/);
  });
});
