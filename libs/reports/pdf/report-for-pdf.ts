import type { ReportKind } from '#contracts/care';

/** A report as the document prints it: labels are in French already, times are ISO instants. */
export interface ReportForPdf {
  ess: {
    name: string;
    /** « Équipe de soins spécialisés en cardiologie » */
    specialtyLabel: string;
    phone: string;
    timeZone: string;
  };
  kind: ReportKind;
  kindLabel: string;
  reference: string;
  authorName: string;
  authorRpps: string | null;
  signedAt: string;
  withdrawn: boolean;
  patient: {
    displayName: string;
    /** `YYYY-MM-DD` */
    birthDate: string;
    sexLabel: string;
    ins: string | null;
  };
  requesterName: string;
  organisationName: string | null;
  question: string;
  body: ReportBodyForPdf;
  measures: MeasureForPdf[];
}

export interface ReportBodyForPdf {
  /** The answer of a téléexpertise, the advice of a refusal; absent from a reading. */
  answer?: string;
  /** What a reader saw; absent from an answer. */
  findings?: string;
  conclusions: string;
  tasks: { whoLabel: string; what: string; when: string }[];
  callBackWhen?: string;
  call15When?: string;
  /** Empty: none. */
  incidents?: string;
  informed?: boolean;
  /** `YYYY-MM-DD` */
  informedOn?: string | null;
  consentLabel?: string | null;
  consentOn?: string | null;
  /** Where the patient is sent to: redirection or admission. */
  resource?: string;
  service?: string;
  when?: string;
  contact?: string;
}

export interface MeasureForPdf {
  label: string;
  /** With its decimal comma. */
  value: string;
  unit: string;
  at: string | null;
}
