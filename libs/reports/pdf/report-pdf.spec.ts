import { describe, expect, test } from '@jest/globals';
import { textOfPdf } from './read-pdf.fixture.ts';
import type { ReportForPdf } from './report-for-pdf.ts';
import { reportPdf } from './report-pdf.ts';

const report = (change: Partial<ReportForPdf> = {}): ReportForPdf => ({
  ess: {
    name: 'Cardio Estuaire',
    specialtyLabel: 'Équipe de soins spécialisés, cardiologie',
    phone: '0261910440',
    timeZone: 'Europe/Paris',
  },
  kind: 'advice',
  kindLabel: 'Réponse de téléexpertise',
  reference: '7F3KQ2ZD',
  authorName: 'Dr Thomas Le Bris',
  authorRpps: '99900000123',
  signedAt: '2026-11-23T16:42:00.000Z',
  withdrawn: false,
  patient: { displayName: 'Le Goff Jeanne', birthDate: '1945-03-03', sexLabel: 'Femme', ins: null },
  requesterName: 'Dr Hélène Marchais',
  organisationName: 'Cabinet de Savenay',
  question: 'Faut-il majorer le furosémide\u00a0?',
  body: {
    answer: 'Décompensation modérée, SpO2 ≥ 94 %. Le cœur est à l’œuvre, coût 12 €.',
    conclusions: 'Furosémide à 80 mg pendant 5 jours, kaliémie ≤ 5 mmol/L.',
    tasks: [
      { whoLabel: 'Médecin traitant', what: 'Ionogramme et créatinine', when: 'sous 48 h' },
      { whoLabel: 'Équipe de soins spécialisés', what: 'Rappel par téléphone', when: 'lundi' },
    ],
    callBackWhen: 'Prise de poids de plus de 2 kg',
    call15When: 'Essoufflement au repos, malaise, douleur',
    incidents: '',
    informed: true,
    informedOn: '2026-11-23',
    consentLabel: 'oral',
    consentOn: '2026-11-23',
  },
  measures: [{ label: 'poids', value: '64,0', unit: 'kg', at: '2026-11-23T09:10:00.000Z' }],
  ...change,
});
const flat = (text: string) => text.replace(/\s+/g, ' ');
const readable = async (view: ReportForPdf) => flat(textOfPdf(await reportPdf(view, { compress: false })));
const pages = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).length;

describe('the report as a document', () => {
  test('it is a PDF in French, with its title, made at the time of the signature', async () => {
    const pdf = (await reportPdf(report(), { compress: false })).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/Lang (fr)');
    expect(pdf).toContain('(D:20261123164200Z)');
    expect(pdf).toContain('/DisplayDocTitle true');
  });

  test('everything a doctor needs is printed, accents and signs included', async () => {
    const text = await readable(report());
    for (const words of [
      'Cardio Estuaire',
      'Le Goff Jeanne',
      'naissance le 03/03/1945',
      'Dr Hélène Marchais',
      'Faut-il majorer le furosémide ?',
      'SpO2 ≥ 94 %. Le cœur est à l’œuvre, coût 12 €.',
      'Furosémide à 80 mg pendant 5 jours, kaliémie ≤ 5 mmol/L.',
      'Ionogramme et créatinine',
      'sous 48 h',
      'Prise de poids de plus de 2 kg',
      'Quand appeler le 15',
      'Poids',
      '64,0 kg',
      '10:10',
      'Patient informé de l’acte le 23/11/2026. Consentement oral le 23/11/2026.',
      'Incidents : aucun',
      'RPPS 99900000123',
      'Signé électroniquement par Dr Thomas Le Bris le 23 novembre 2026 à 17:42',
      'horodatage et empreinte dans le journal, non qualifié',
      'page 1/',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('the same view gives the same bytes', async () => {
    const [first, second] = [await reportPdf(report()), await reportPdf(report())];
    expect(first.equals(second)).toBe(true);
  });

  test('a long answer flows over several pages, to its last word, with the name on each', async () => {
    const long = `${'Les constatations continuent ligne après ligne. '.repeat(210)}FINDUTEXTE`;
    const { answer: _, ...body } = report().body;
    const view = report({ kind: 'reading', kindLabel: 'Compte rendu d’examen', body: { ...body, findings: long } });
    const pdf = await reportPdf(view, { compress: false });
    const text = flat(textOfPdf(pdf));
    expect(long.length).toBeGreaterThan(10_000);
    expect(pages(pdf)).toBeGreaterThanOrEqual(3);
    expect(text).toContain('FINDUTEXTE');
    expect(text).toContain(`page ${pages(pdf)}/${pages(pdf)}`);
    expect(text.match(/Le Goff Jeanne/g)?.length).toBe(pages(pdf));
  });

  test('a word without end, control characters and what looks like an image or a link stay plain text', async () => {
    const { body } = report();
    const text = await readable(
      report({
        body: {
          ...body,
          answer: `${'x'.repeat(400)} \u0007https://example.org/a.png\u202f!`,
          tasks: [{ whoLabel: 'Patient', what: 'y'.repeat(400), when: 'z'.repeat(120) }],
        },
      }),
    );
    expect(text.replaceAll(' ', '')).toContain('x'.repeat(400));
    expect(text.match(/z/g)?.length).toBeGreaterThanOrEqual(120);
    expect(text).toContain('https://example.org/a.png');
  });

  test('an admission says where, when and whom to call; a withdrawn report says so', async () => {
    const view = report({
      kind: 'admission',
      kindLabel: 'Admission',
      withdrawn: true,
      body: {
        answer: 'À jeun.',
        conclusions: 'Hospitalisation courte.',
        tasks: [],
        service: 'Cardiologie B',
        when: 'mardi 8 h',
        contact: '02 61 91 00 10',
      },
    });
    const text = await readable(view);
    for (const words of ['Service : Cardiologie B', 'Quand : mardi 8 h', 'Contact : 02 61 91 00 10', 'RETIRÉ']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Qui fait quoi');
    expect(text).not.toContain('Information et consentement');
  });
});
