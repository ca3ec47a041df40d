import { describe, expect, test } from '@jest/globals';
import { consentWords, emergencyActWords, proposalStatus, treatingDoctorWords, whatCounts } from './words.ts';

const words = (text: string) => text.replaceAll('\u00a0', ' ');
const confirmed = { type: 'request.confirmed' as const, actor: 'Nadège Rouaud', at: '2026-11-23T09:04:00.000Z' };

describe('words of the desk', () => {
  test('the sentence of a rule leaves its reference to the line below', () => {
    const reason =
      'P2 – variation de poids 3 kg (≥ 2) : avis sous 72 h (règle HF05, protocole Cardiologie v1.0.0, Health (TAS))';
    expect(whatCounts(reason, true)).toBe('Variation de poids 3 kg (≥ 2) : avis sous 72 h');
    expect(whatCounts(reason, false)).toBe('P2 – variation de poids 3 kg (≥ 2) : avis sous 72 h');
  });

  test('a proposal waits for a human, then says who confirmed or changed it', () => {
    const request = {
      state: 'proposed' as const,
      class: 'P2' as const,
      classStatus: 'proposed' as const,
      timeline: [],
    };
    expect(proposalStatus(request, 'P2')).toBe('à confirmer par un humain');
    const done = { ...request, state: 'confirmed' as const, classStatus: 'confirmed' as const, timeline: [confirmed] };
    expect(words(proposalStatus(done, 'P2'))).toBe('confirmée par Nadège Rouaud à 10:04');
    expect(words(proposalStatus({ ...done, class: 'P1' }, 'P2'))).toBe('passée à P1 par Nadège Rouaud à 10:04');
  });

  test('an emergency taken says by whom', () => {
    const timeline = [{ ...confirmed, type: 'request.acknowledged' as const }];
    const request = { state: 'emergency' as const, class: 'P0' as const, classStatus: 'declared' as const, timeline };
    expect(words(proposalStatus(request, 'P0'))).toBe('prise en charge par Nadège Rouaud à 10:04');
  });

  test('who was informed, and how; silence is watched', () => {
    expect(consentWords({ informed: true, mode: 'relative' })).toEqual({
      tone: 'done',
      text: 'Patient informé par un proche',
    });
    expect(consentWords({ informed: null, mode: null }).tone).toBe('watch');
  });

  test('without a word about the 15, the desk asks first', () => {
    expect(emergencyActWords(null)).toContain('demandez-le d’abord');
    expect(words(emergencyActWords('called_15'))).toBe('Le demandeur a appelé le 15.');
  });

  test('the treating doctor is not named twice', () => {
    expect(treatingDoctorWords('Médecin traitant non connu')).toBe('non connu');
    expect(treatingDoctorWords('Dr Yann Guégan')).toBe('Dr Yann Guégan');
  });
});
