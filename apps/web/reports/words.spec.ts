import { describe, expect, test } from '@jest/globals';
import { consentWords, measureWords, receptionWords } from './words.ts';

const at = '2026-11-23T13:30:00Z';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the words of an answer', () => {
  test('a proof is said as what it is', () => {
    const by = { byName: 'Dr Hélène Marchais', at, kindLabel: '', toldTo: null };
    expect(plain(receptionWords({ ...by, kind: 'read' }))).toBe(
      'Lu par Dr Hélène Marchais, le lun. 23 nov. 2026 14:30',
    );
    expect(plain(receptionWords({ ...by, kind: 'acknowledged' }))).toMatch(/^Bien reçu par Dr Hélène Marchais/);
    expect(
      plain(receptionWords({ ...by, kind: 'by_phone', byName: 'Nadège Rouaud', toldTo: 'Mme Petit, infirmière' })),
    ).toBe('Lu par téléphone avec Mme Petit, infirmière par Nadège Rouaud, le lun. 23 nov. 2026 14:30');
  });

  test('information and consent carry their dates', () => {
    const body = {
      ...{ answer: '', conclusions: '', tasks: [], callBackWhen: '', call15When: '', incidents: '' },
      ...{ resource: '', contact: '', when: '', consent: 'oral' as const, consentLabel: 'oral' },
    };
    expect(consentWords({ ...body, informed: true, informedOn: '2026-11-22', consentOn: '2026-11-23' })).toBe(
      'Patient informé de l’acte le 22/11/2026. Consentement oral le 23/11/2026.',
    );
    expect(
      consentWords({ ...body, informed: false, informedOn: null, consentOn: null, consent: null, consentLabel: null }),
    ).toBe('Information du patient non rapportée.');
  });

  test('a measure has its decimal comma and its unit', () => {
    expect(plain(measureWords({ name: 'poids', label: 'Poids', value: 64.5, unit: 'kg', at: null }))).toBe('64,5 kg');
  });
});
