import type { EssRow } from '#directory';
import { SPECIALTY_LABELS } from '#protocol';
import type { ReportForPdf, ReportView } from '#reports';

const SEX_LABELS = { F: 'Femme', M: 'Homme', unknown: 'Sexe non connu' } as const;

/** The report as its document prints it. */
export function forPdf(report: ReportView, ess: EssRow): ReportForPdf {
  const { kind, kindLabel, reference, authorName, authorRpps, signedAt, requesterName, organisationName } = report;
  const { question, patient, body, measures } = report;
  return {
    ess: {
      name: ess.name,
      specialtyLabel: `Équipe de soins spécialisés\u00a0: ${SPECIALTY_LABELS[ess.specialty].toLowerCase()}`,
      phone: ess.phone,
      timeZone: ess.timezone,
    },
    ...{ kind, kindLabel, reference, authorName, authorRpps, signedAt, requesterName, organisationName, question },
    withdrawn: false,
    patient: {
      displayName: patient.displayName,
      birthDate: patient.birthDate,
      sexLabel: SEX_LABELS[patient.sex],
      ins: patient.ins || null,
    },
    body,
    measures: measures.map(({ label, value, unit, at }) => ({
      label,
      value: String(value).replace('.', ','),
      unit,
      at,
    })),
  };
}
