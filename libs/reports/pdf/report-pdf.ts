import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import pdfmake from 'pdfmake';
import { showReference } from '#contracts/reference';
import { phoneOf, printable } from './pdf-words.ts';
import { LINE, PINE, reportContent } from './report-content.ts';
import type { ReportForPdf } from './report-for-pdf.ts';

/** Roboto travels inside pdfmake: French and ≤ ≥ µ are there, nothing is fetched. */
const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto.js')), 'Roboto') + sep;
pdfmake.setFonts({
  Roboto: {
    normal: `${fonts}Roboto-Regular.ttf`,
    bold: `${fonts}Roboto-Medium.ttf`,
    italics: `${fonts}Roboto-Italic.ttf`,
    bolditalics: `${fonts}Roboto-MediumItalic.ttf`,
  },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));

const SIDE = 52;
const WIDTH = 595.28 - 2 * SIDE;

/**
 * The report as a PDF document, A4, in French; the same view always gives the same bytes.
 * @param options.compress false leaves the streams readable, for tests
 */
export function reportPdf(report: ReportForPdf, { compress = true } = {}): Promise<Buffer> {
  const { ess, kindLabel, authorName, signedAt, reference, patient, withdrawn } = report;
  const about = `${kindLabel} · Demande ${showReference(reference)}`;
  return pdfmake
    .createPdf({
      version: '1.7',
      pageSize: 'A4',
      pageMargins: [SIDE, 86, SIDE, 56],
      language: 'fr',
      displayTitle: true,
      compress,
      info: {
        title: `${kindLabel}, demande ${showReference(reference)}`,
        author: authorName,
        creator: 'Guichet ESS',
        producer: 'Guichet ESS',
        creationDate: new Date(signedAt),
      },
      header: (page) => ({
        margin: [SIDE, 30, SIDE, 0],
        stack: [
          {
            columns: [
              {
                width: '*',
                stack: [
                  { text: ess.name, style: 'letterhead' },
                  { text: ess.specialtyLabel, style: 'small' },
                ],
              },
              {
                width: 'auto',
                alignment: 'right',
                style: 'small',
                stack: page === 1 ? [`Tél. ${phoneOf(ess.phone)}`] : [printable(patient.displayName), about],
              },
            ],
          },
          {
            canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 1.2, lineColor: PINE }],
            margin: [0, 6, 0, 0],
          },
        ],
      }),
      footer: (page, pages) => ({
        margin: [SIDE, 16, SIDE, 0],
        style: 'small',
        columns: [
          { width: '*', text: `${ess.name} · ${about}` },
          { width: 'auto', text: `page ${page}/${pages}` },
        ],
      }),
      ...(withdrawn && { watermark: { text: 'RETIRÉ', color: LINE, opacity: 0.5, bold: true } }),
      content: reportContent(report),
      styles: {
        letterhead: { fontSize: 15, bold: true, color: PINE },
        title: { fontSize: 19, bold: true, margin: [0, 6, 0, 2] },
        heading: { fontSize: 11.5, bold: true, color: PINE, margin: [0, 13, 0, 3] },
        strongHeading: { fontSize: 11.5, bold: true, color: PINE, margin: [0, 0, 0, 3] },
        name: { bold: true },
        label: { bold: true, color: '#414B48', fontSize: 9 },
        small: { fontSize: 8.5, color: '#414B48' },
        paragraph: {},
      },
      defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.25, color: '#16211F' },
      pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
        node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
    })
    .getBuffer();
}
