export { Answers } from './answers.service.ts';
export { housePdf, LINE } from './pdf/house-pdf.ts';
export { civilDay, dayOf, momentOf, phoneOf, printable, timeOf } from './pdf/pdf-words.ts';
export { reportPdf } from './pdf/report-pdf.ts';
export type { ReportForPdf } from './pdf/report-for-pdf.ts';
export { ReceptionOverdue } from './reception-overdue.service.ts';
export { Receptions } from './receptions.service.ts';
export { OutcomeRow, ReceptionRow, ReportRow } from './report.entity.ts';
export {
  AdmissionDto,
  AppointmentReportDto,
  DeclineDto,
  GiveAnswerDto,
  HandOverDto,
  OutcomeDto,
  ReceptionDto,
  RedirectDto,
  SignReadingDto,
} from './reports.dto.ts';
export { ReportsFile } from './reports-file.service.ts';
export { REPORTS_ENTITIES, ReportsModule } from './reports.module.ts';
export { Reports } from './reports.service.ts';
export { ReportsView, ReportView, SpecialistBoardView, WorklistCountsView, WorklistView } from './reports.view.ts';
export { SendCopy } from './send-copy.service.ts';
export { TakeBack } from './take-back.service.ts';
export { Worklists } from './worklists.service.ts';
