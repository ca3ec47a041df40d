import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake';
import { printable } from './pdf-words.ts';

export const PINE = '#03524C';
export const LINE = '#C9C6BD';

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

export interface HouseDocument {
  title: string;
  author: string;
  /** ISO instant: the same document made twice has the same bytes. */
  madeAt: string;
  essName: string;
  /** Under the name of the team. */
  subtitle: string;
  /** « Tél. 02 … », at the right of the first page. */
  firstPage: string;
  /** Whose document it is, at the right of the others. */
  patientName: string;
  /** What it is, on each page after the first and at each foot. */
  about: string;
  withdrawn?: boolean;
  content: Content[];
}

/** A document of the house, A4, in French: letterhead, foot with pages, the styles its content may use. */
export function housePdf(document: HouseDocument, { compress = true } = {}): Promise<Buffer> {
  const { title, author, madeAt, essName, subtitle, firstPage, patientName, about, withdrawn, content } = document;
  return pdfmake
    .createPdf({
      version: '1.7',
      pageSize: 'A4',
      pageMargins: [SIDE, 86, SIDE, 56],
      language: 'fr',
      displayTitle: true,
      compress,
      info: {
        title,
        author,
        creator: 'Guichet ESS',
        producer: 'Guichet ESS',
        creationDate: new Date(madeAt),
      },
      header: (page) => ({
        margin: [SIDE, 30, SIDE, 0],
        stack: [
          {
            columns: [
              {
                width: '*',
                stack: [
                  { text: essName, style: 'letterhead' },
                  { text: subtitle, style: 'small' },
                ],
              },
              {
                width: 'auto',
                alignment: 'right',
                style: 'small',
                stack: page === 1 ? [firstPage] : [printable(patientName), about],
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
          { width: '*', text: `${essName} · ${about}` },
          { width: 'auto', text: `page ${page}/${pages}` },
        ],
      }),
      ...(withdrawn && { watermark: { text: 'RETIRÉ', color: LINE, opacity: 0.5, bold: true } }),
      content,
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
