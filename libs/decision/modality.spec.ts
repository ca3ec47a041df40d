import { describe, expect, test } from '@jest/globals';
import { modalityOptions, type ModalityFacts } from './modality.ts';

const facts = (change: Partial<ModalityFacts>): ModalityFacts => ({
  specialty: 'cardiologie',
  class: 'P3',
  mobility: null,
  place: null,
  ecgAvailable: null,
  redFlags: 0,
  distanceKm: null,
  wished: null,
  ...change,
});
const proposed = (change: Partial<ModalityFacts>) => modalityOptions(facts(change)).find((option) => option.proposed);

describe('the proposed way to answer', () => {
  test('a bedridden patient without ECG is proposed a visit, and the reasons say why', () => {
    const option = proposed({ mobility: 'alite', ecgAvailable: false });
    expect(option?.modality).toBe('mobile_visit');
    expect(option?.reasons).toEqual([
      'Mobilité\u00a0: alité',
      'Pas d’ECG\u00a0: l’équipe mobile en fait un à domicile',
    ]);
  });

  test('without ECG, each way says what it would do about it', () => {
    const options = modalityOptions(facts({ ecgAvailable: false }));
    const said = (modality: string) => options.find((option) => option.modality === modality)?.reasons;
    expect(said('mobile_visit')).toEqual(['Pas d’ECG\u00a0: l’équipe mobile en fait un à domicile']);
    expect(said('consultation')).toEqual(['Pas d’ECG\u00a0: il se fait sur place']);
  });

  test('a far, programmed patient with an ECG is proposed a téléexpertise', () => {
    expect(proposed({ class: 'P4', ecgAvailable: true, distanceKm: 60 })?.modality).toBe('teleexpertise');
  });

  test('a patient who walks in with a red flag is proposed a consultation, not an opinion at a distance', () => {
    const options = modalityOptions(facts({ mobility: 'autonome', redFlags: 1 }));
    expect(options[0]?.modality).toBe('consultation');
    expect(options.at(-1)?.modality).toBe('teleexpertise');
  });

  test('nothing known proposes nothing: all the ways are there, none is put forward', () => {
    const options = modalityOptions(facts({}));
    expect(options.map((option) => option.proposed)).toEqual([false, false, false, false]);
    expect(options.map((option) => option.rank)).toEqual([1, 2, 3, 4]);
  });
});
