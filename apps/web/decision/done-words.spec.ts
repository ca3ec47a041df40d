import { describe, expect, test } from '@jest/globals';
import { doneWords, secondsToUndo } from './done-words.ts';

const target = { id: 'r', version: 1, patientName: 'M. Moreau' };
const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what is said after an act', () => {
  test('what happened, then what has not left yet', () => {
    const confirmed = doneWords({ ...target, move: 'confirm', class: 'P4', reason: '' }, true);
    expect(words(confirmed)).toBe('M. Moreau : P4 confirmée. Rien n’est encore parti.');
    const passed = doneWords({ ...target, move: 'pass', toId: 'a', toName: 'Dr Anne Kerviel' }, true);
    expect(words(passed)).toContain('passée à Dr Anne Kerviel.');
  });

  test('an act that cannot be taken back promises nothing', () => {
    expect(words(doneWords({ ...target, move: 'give_info', text: 'Reçu' }, false))).toBe(
      'M. Moreau : complément ajouté.',
    );
  });

  test('a vital emergency was told at once: nothing says the contrary', () => {
    const raised = doneWords({ ...target, move: 'raise', class: 'P0', reason: '' }, true);
    expect(raised).toContain('équipe prévenue');
    expect(raised).not.toContain('Rien n’est encore parti');
  });
});

test('the seconds left are counted by the clock of the server', () => {
  const serverNow = '2026-11-23T10:00:02.000Z';
  expect(secondsToUndo({ undoUntil: '2026-11-23T10:00:10.000Z', serverNow })).toBe(8);
  expect(secondsToUndo({ undoUntil: '2026-11-23T10:00:01.000Z', serverNow })).toBe(0);
  expect(secondsToUndo({ undoUntil: null, serverNow })).toBe(0);
});
