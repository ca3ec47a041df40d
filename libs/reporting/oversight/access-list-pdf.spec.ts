import { describe, expect, test } from '@jest/globals';
import type { AccessListView } from '#patients';
import { textOfPdf } from '../../reports/pdf/read-pdf.fixture.ts';
import { accessListPdf } from './access-list-pdf.ts';

const view = (change: Partial<AccessListView> = {}): AccessListView => ({
  ess: { slug: 'cardio', name: 'Cardio Estuaire', phone: '0261910440', timezone: 'Europe/Paris' },
  patient: { displayName: 'Le Goff Jeanne', birthDate: '1945-03-03' },
  namesShown: false,
  madeAt: '2026-11-23T16:42:00.000Z',
  from: '2026-11-20T08:00:00.000Z',
  lines: [
    {
      ...{ at: '2026-11-20T08:00:00.000Z', until: '2026-11-20T09:30:00.000Z', times: 3 },
      ...{ role: 'Secrétaire', structure: 'Cardio Estuaire', name: 'Nadège Rouaud' },
      purposes: ['Fait partie de l’équipe qui traite votre demande'],
      acts: ['A lu votre demande', 'A ouvert un document'],
    },
  ],
  ...change,
});
const read = async (change?: Partial<AccessListView>) =>
  textOfPdf(await accessListPdf(view(change), { compress: false })).replace(/\s+/g, ' ');

describe('the access list on paper', () => {
  test('says who it is about, the period, each access, and how to complain', async () => {
    const text = await read();
    for (const words of [
      'Le Goff Jeanne',
      '03/03/1945',
      '20 novembre 2026',
      '23 novembre 2026',
      '09:00 – 10:30',
      '3 fois',
      'Secrétaire',
      'Fait partie de l’équipe qui traite votre demande',
      'A ouvert un document',
      '02 61 91 04 40',
      'CNIL',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Rouaud');
  });

  test('gives names only where the team gives them', async () => {
    expect(await read({ namesShown: true })).toContain('Nadège Rouaud');
  });

  test('is a page too when nobody has opened anything', async () => {
    expect(await read({ lines: [], from: null })).toContain('Aucun accès jusqu’au 23 novembre 2026');
  });

  test('runs over as many pages as it needs, to its last line', async () => {
    const [line] = view().lines;
    const lines = Array.from({ length: 120 }, (_, index) => ({ ...line!, structure: `Structure ${index}` }));
    const text = await read({ lines });
    expect(text).toContain('Structure 119');
    expect(text).toMatch(/page \d+\/\d+/);
  });
});
