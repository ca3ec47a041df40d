import { showReference } from '#contracts/reference';
import { housePdf } from './house-pdf.ts';
import { phoneOf } from './pdf-words.ts';
import { reportContent } from './report-content.ts';
import type { ReportForPdf } from './report-for-pdf.ts';

/**
 * The report as a PDF document; the same view always gives the same bytes.
 * @param options.compress false leaves the streams readable, for tests
 */
export function reportPdf(report: ReportForPdf, options: { compress?: boolean } = {}): Promise<Buffer> {
  const { ess, kindLabel, authorName, signedAt, reference, patient, withdrawn } = report;
  return housePdf(
    {
      title: `${kindLabel}, demande ${showReference(reference)}`,
      author: authorName,
      madeAt: signedAt,
      essName: ess.name,
      subtitle: ess.specialtyLabel,
      firstPage: `Tél. ${phoneOf(ess.phone)}`,
      patientName: patient.displayName,
      about: `${kindLabel} · Demande ${showReference(reference)}`,
      withdrawn,
      content: reportContent(report),
    },
    options,
  );
}
