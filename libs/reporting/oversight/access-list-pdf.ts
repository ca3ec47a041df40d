import type { Content, ContentNode, TableLayout } from 'pdfmake';
import type { AccessListView } from '#patients';
import { civilDay, dayOf, housePdf, LINE, momentOf, phoneOf, printable, timeOf } from '#reports';

const NBSP = '\u00a0';

const LINES: TableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  fillColor: (row) => (row === 0 ? '#E3F2EF' : null),
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

const heading = (text: string): ContentNode => ({ text, style: 'heading', headlineLevel: 1 });

/** The list as the patient takes it away: who he is, the period, every access, how to ask and to complain. */
export function accessListPdf(view: AccessListView, options: { compress?: boolean } = {}): Promise<Buffer> {
  const { ess, patient, madeAt } = view;
  const about = 'Accès à votre dossier';
  return housePdf(
    {
      title: 'Liste des accès au dossier',
      author: ess.name,
      madeAt,
      essName: ess.name,
      subtitle: 'Liste des accès au dossier du patient',
      firstPage: `Tél. ${phoneOf(ess.phone)}`,
      patientName: patient.displayName,
      about,
      content: [
        { text: 'Qui a eu accès à votre dossier', style: 'title' },
        { text: printable(patient.displayName), style: 'name' },
        `Naissance le ${civilDay(patient.birthDate)}`,
        { text: period(view), margin: [0, 6, 0, 8] },
        table(view),
        ...rights(view),
      ],
    },
    options,
  );
}

function period({ from, madeAt, ess }: AccessListView): string {
  const until = momentOf(madeAt, ess.timezone);
  return from ? `Du ${dayOf(from, ess.timezone)} au ${until}.` : `Aucun accès jusqu’au ${until}.`;
}

function table({ lines, ess, namesShown }: AccessListView): Content {
  if (lines.length === 0) return '';
  const head = ['Date', 'Qui', 'Pourquoi', 'Quoi'].map((text) => ({ text, style: 'label' }));
  const rows = lines.map((line): Content[] => [
    {
      stack: [
        dayOf(line.at, ess.timezone),
        { text: hours(line.at, line.until, ess.timezone), style: 'small' },
        ...(line.times > 1 ? [{ text: `${line.times}${NBSP}fois`, style: 'small' }] : []),
      ],
    },
    {
      stack: [
        { text: line.role, style: 'name' },
        printable(line.structure),
        ...(namesShown && line.name ? [printable(line.name)] : []),
      ],
    },
    line.purposes.join('. '),
    line.acts.join('. '),
  ]);
  return {
    table: { widths: [92, 130, '*', '*'], headerRows: 1, dontBreakRows: true, body: [head, ...rows] },
    layout: LINES,
  };
}

const hours = (at: string, until: string, zone: string): string => {
  const [first, last] = [timeOf(at, zone), timeOf(until, zone)];
  return first === last ? first : `${first} – ${last}`;
};

function rights({ ess, namesShown }: AccessListView): Content[] {
  const names = namesShown
    ? 'Cette équipe donne le nom de ceux qui ont ouvert le dossier.'
    : 'Cette équipe donne le rôle et la structure, pas le nom des personnes.';
  return [
    {
      unbreakable: true,
      stack: [
        heading('Lire cette liste'),
        `Une ligne est une personne et un jour. ${names} Les listes de travail où votre nom apparaît parmi d’autres n’y sont pas${NBSP}: seul ce qui a été ouvert y est.`,
        heading('Une question, un désaccord'),
        `Appelez ${printable(ess.name)} au ${phoneOf(ess.phone)} et demandez la personne chargée de la protection des données. Elle voit chaque accès, son auteur et son motif, et vous répond dans le mois.`,
        `Sans réponse qui vous convienne, vous pouvez adresser une réclamation à la CNIL${NBSP}: cnil.fr, rubrique «${NBSP}Adresser une plainte${NBSP}», ou 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.`,
      ],
    },
  ];
}
