import type { Content, ContentNode, TableLayout } from 'pdfmake';
import type { ReportKind } from '#contracts/care';
import { showReference } from '#contracts/reference';
import { LINE, PINE } from './house-pdf.ts';
import { civilDay, dayOf, momentOf, printable, timeOf, upperFirst } from './pdf-words.ts';
import type { ReportForPdf } from './report-for-pdf.ts';

const SOFT = '#E3F2EF';

const LINES: TableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  fillColor: (row) => (row === 0 ? SOFT : null),
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};
const FRAME: TableLayout = {
  hLineWidth: () => 0.8,
  vLineWidth: () => 0.8,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => 10,
  paddingRight: () => 10,
  paddingTop: () => 8,
  paddingBottom: () => 8,
};
const STRONG_FRAME: TableLayout = {
  ...FRAME,
  hLineWidth: () => 1.2,
  vLineWidth: () => 1.2,
  hLineColor: () => PINE,
  vLineColor: () => PINE,
};

/** What the main text is, by kind of report. */
const ANSWER_TITLES: Record<ReportKind, string> = {
  advice: 'Réponse',
  reading: 'Constatations',
  consultation: 'Constatations',
  refusal: 'Conseil',
  redirection: 'Conseil',
  admission: 'D’ici là',
  handover: 'Ce qui a été convenu',
};

const heading = (text: string): ContentNode => ({ text, style: 'heading', headlineLevel: 1 });
const paragraph = (text: string): ContentNode => ({ text: printable(text), style: 'paragraph' });
const pair = (label: string, value: string): ContentNode => ({
  text: [{ text: `${label}\u00a0: `, style: 'label' }, printable(value)],
});
/** Short enough for one page: the title never stays alone at its foot. */
const kept = (characters: number, ...nodes: Content[]): Content[] =>
  characters < 1_200 ? [{ unbreakable: true, stack: nodes }] : nodes;
const section = (title: string, text: string | undefined): Content[] =>
  text && printable(text) ? kept(text.length, heading(title), paragraph(text)) : [];
const row = (label: string, value: string | undefined): Content[] => (value ? [pair(label, value)] : []);

function people(report: ReportForPdf): ContentNode {
  const { patient, organisationName } = report;
  return {
    table: {
      widths: ['*', '*'],
      body: [
        [
          {
            stack: [
              { text: 'Patient', style: 'label' },
              { text: printable(patient.displayName), style: 'name' },
              `${patient.sexLabel}, naissance le ${civilDay(patient.birthDate)}`,
              patient.ins ? `INS ${patient.ins}` : 'INS non renseignée',
            ],
          },
          {
            stack: [
              { text: 'À', style: 'label' },
              { text: printable(report.requesterName), style: 'name' },
              ...(organisationName ? [printable(organisationName)] : []),
              { text: 'De', style: 'label', margin: [0, 5, 0, 0] },
              { text: printable(report.authorName), style: 'name' },
              ...(report.authorRpps ? [`RPPS ${report.authorRpps}`] : []),
            ],
          },
        ],
      ],
    },
    layout: FRAME,
    margin: [0, 8, 0, 4],
  };
}

function conclusions({ body }: ReportForPdf): Content[] {
  if (!printable(body.conclusions)) return [];
  const cell: ContentNode = {
    stack: [{ text: 'Conclusions', style: 'strongHeading' }, { text: printable(body.conclusions) }],
  };
  return [{ table: { widths: ['*'], body: [[cell]] }, layout: STRONG_FRAME, margin: [0, 14, 0, 2] }];
}

function orientation({ kind, body }: ReportForPdf): Content[] {
  const lines = [
    ...row('Vers', body.resource),
    ...row('Service', body.service),
    ...row('Quand', body.when),
    ...row('Contact', body.contact),
  ];
  return lines.length ? kept(0, heading(kind === 'admission' ? 'Admission' : 'Orientation'), ...lines) : [];
}

function tasks({ body }: ReportForPdf): Content[] {
  if (body.tasks.length === 0) return [];
  const head = ['Qui', 'Quoi', 'Pour quand'].map((text) => ({ text, style: 'label' }));
  const lines = body.tasks.map(({ whoLabel, what, when }) => [
    { text: whoLabel, style: 'name' },
    printable(what),
    printable(when),
  ]);
  return kept(
    body.tasks.reduce((sum, { what, when }) => sum + 60 + what.length + when.length, 0),
    heading('Qui fait quoi, pour quand'),
    { table: { widths: [130, '*', 110], headerRows: 1, dontBreakRows: true, body: [head, ...lines] }, layout: LINES },
  );
}

function measures({ measures: values, ess }: ReportForPdf): Content[] {
  if (values.length === 0) return [];
  const head = ['Mesure', 'Valeur', 'Heure'].map((text) => ({ text, style: 'label' }));
  const lines = values.map(({ label, value, unit, at }) => [
    upperFirst(label),
    { text: `${value}\u00a0${unit}`, style: 'name' },
    at ? timeOf(at, ess.timeZone) : '',
  ]);
  return kept(values.length * 60, heading('Mesures de la visite'), {
    table: { widths: ['*', 130, 70], headerRows: 1, dontBreakRows: true, body: [head, ...lines] },
    layout: LINES,
  });
}

function information({ body }: ReportForPdf): string {
  const on = (day: string | null | undefined) => (day ? ` le ${civilDay(day)}` : '');
  const told = body.informed
    ? `Patient informé de l’acte${on(body.informedOn)}`
    : 'Information du patient non rapportée';
  return body.consentLabel ? `${told}. Consentement ${body.consentLabel}${on(body.consentOn)}.` : `${told}.`;
}

function legal(report: ReportForPdf): Content[] {
  const { body, ess, signedAt } = report;
  const concerns = body.informed !== undefined || body.consentLabel;
  return kept((body.incidents ?? '').length, heading('Mentions de l’acte'), {
    style: 'small',
    stack: [
      pair('Professionnel requérant', [report.requesterName, report.organisationName].filter(Boolean).join(', ')),
      pair(
        'Professionnel requis',
        [report.authorName, report.authorRpps && `RPPS ${report.authorRpps}`, ess.name].filter(Boolean).join(', '),
      ),
      pair('Date et heure', momentOf(signedAt, ess.timeZone)),
      ...(concerns ? [pair('Information et consentement', information(report))] : []),
      pair('Incidents', body.incidents?.trim() ? body.incidents : 'aucun'),
    ],
  });
}

const signature = ({ authorName, signedAt, ess }: ReportForPdf): ContentNode => ({
  unbreakable: true,
  margin: [0, 18, 0, 0],
  stack: [
    {
      text: `Signé électroniquement par ${printable(authorName)} le ${momentOf(signedAt, ess.timeZone)}`,
      style: 'name',
    },
    { text: '(horodatage et empreinte dans le journal, non qualifié)', style: 'small' },
  ],
});

/** The whole document, in the order a doctor reads: the answer first, the law last. */
export function reportContent(report: ReportForPdf): Content[] {
  const { body, kindLabel, reference, signedAt, ess } = report;
  return [
    { text: kindLabel, style: 'title' },
    { text: `Demande ${showReference(reference)} · ${dayOf(signedAt, ess.timeZone)}`, style: 'small' },
    people(report),
    ...section('Question posée', report.question),
    ...section(ANSWER_TITLES[report.kind], body.answer ?? body.findings),
    ...conclusions(report),
    ...orientation(report),
    ...tasks(report),
    ...section('Quand nous rappeler', body.callBackWhen),
    ...section('Quand appeler le\u00a015', body.call15When),
    ...measures(report),
    ...legal(report),
    signature(report),
  ];
}
