import { Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
import { CONSENT_MODE_LABELS, DOER_LABELS, EXAM_LABELS, RECEPTION_LABELS, REPORT_KIND_LABELS } from '#contracts/care';
import { ActRow } from '#decision';
import { Directory, isDesk, ProfessionalRow } from '#directory';
import type { Member } from '#directory';
import { VisitFile, type VisitSheet } from '#mobile-team';
import { listName, Patients } from '#patients';
import { Audit, Clock, Database } from '#platform';
import type { Key, Tx } from '#platform';
import { FINDINGS, MEASUREMENTS } from '#protocol';
import { isRequester, RequestAccess, Requests } from '#requests';
import type { OpenedRequest } from '#requests';
import { OutcomeRow, ReceptionRow, type ReportContent, ReportRow } from './report.entity.ts';
import { Receptions } from './receptions.service.ts';
import { Reports } from './reports.service.ts';
import type {
  OutcomeView,
  ReceptionView,
  ReportMeasureView,
  ReportsView,
  ReportView,
  VisitSheetView,
} from './reports.view.ts';

const TELECONSULTATION_REPORT = 'Compte rendu de téléconsultation';

interface Opened extends OpenedRequest {
  tx: Tx;
  member: Member;
}

/** Answers opened by a person: a reason of access, an audit line, then the text. */
@Injectable()
export class ReportsFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly access: RequestAccess,
    private readonly requests: Requests,
    private readonly reports: Reports,
    private readonly receptions: Receptions,
    private readonly visits: VisitFile,
  ) {}

  /** Answers of a request, newest first; at the desk, the patient's earlier ones follow. */
  ofRequest(member: Member, requestId: string): Promise<ReportsView> {
    return this.database.tx(member.ctx, async (tx) => {
      const opened = await this.open(tx, member, requestId);
      const own = this.visible(opened, await this.reports.ofRequest(tx, requestId));
      const views: ReportView[] = [];
      for (const report of own) views.push(await this.view(opened, report, report === own[0]));
      for (const report of await this.earlier(opened)) {
        const row = await this.requests.find(tx, report.requestId);
        const { key } = await this.patients.open(tx, row.patientId);
        views.push(await this.view({ ...opened, row, key }, report, false));
      }
      return {
        reports: views,
        outcome: await this.outcomeOf(tx, requestId),
        visit: isDesk(member) ? await this.visitOf(opened) : null,
        serverNow: this.clock.now().toISOString(),
      };
    });
  }

  /** For who reads the whole file, and not this request alone. */
  private async earlier({ tx, member, row }: Opened): Promise<ReportRow[]> {
    if (!isDesk(member) || !(await this.access.toWholeFile(tx, member, row.patientId))) return [];
    const all = await this.reports.ofPatient(tx, row.patientId);
    return all.filter((report) => report.requestId !== row.id);
  }

  /** @throws not-found when withdrawn, not visible yet, or without a reason to read it. */
  one(member: Member, reportId: string): Promise<ReportView> {
    return this.database.tx(member.ctx, async (tx) => {
      const report = await tx.manager.findOneBy(ReportRow, { tenantId: tx.ctx.tenantId, id: reportId });
      if (!report || report.withdrawnAt) throw notFound();
      const opened = await this.open(tx, member, report.requestId);
      const [visible] = this.visible(opened, [report]);
      if (!visible) throw notFound();
      const [latest] = await this.reports.ofRequest(tx, report.requestId);
      return this.view(opened, report, latest?.id === report.id);
    });
  }

  private async open(tx: Tx, member: Member, requestId: string): Promise<Opened> {
    const opened = await this.access.open(tx, member, requestId);
    const { reason } = opened;
    await this.audit.line(tx, { action: 'report.read', resource: 'request', resourceId: requestId, reason });
    return { tx, member, ...opened };
  }

  /** Nobody outside the desk reads an answer that may still be taken back. */
  private visible({ member }: Opened, reports: ReportRow[]): ReportRow[] {
    const now = this.clock.now();
    return isDesk(member) ? reports : reports.filter((report) => report.visibleAt <= now);
  }

  private async view(opened: Opened, report: ReportRow, latest: boolean): Promise<ReportView> {
    const { tx, member, row, key, identity } = opened;
    const author = await tx.manager.findOneBy(ProfessionalRow, { id: report.authorId });
    const content = this.reports.content(report, key);
    return {
      id: report.id,
      requestId: row.id,
      reference: row.reference,
      kind: report.kind,
      kindLabel: await this.kindLabel(tx, report),
      authorName: (await this.directory.person(tx, report.authorId)).name,
      authorRpps: author?.rpps ?? null,
      signedAt: report.signedAt.toISOString(),
      visibleAt: report.visibleAt.toISOString(),
      patient: {
        displayName: listName(identity),
        birthDate: identity.birthDate,
        sex: identity.sex,
        ins: identity.insMatricule,
      },
      requesterName: (await this.directory.person(tx, row.authorId)).name,
      organisationName: await this.directory.organisationName(tx, row.organisationId),
      question: content.question,
      body: toBody(content),
      measures: report.kind === 'reading' ? measuresOf(await this.visits.sheetOf(tx, row.id, key)) : [],
      receptions: await this.receptionsOf(tx, report, key),
      latest,
      canReceive: isRequester(row, member) || row.treatingDoctorId === member.professionalId,
    };
  }

  /** What was held by video is called so. */
  private async kindLabel(tx: Tx, { kind, actId, tenantId }: ReportRow): Promise<string> {
    if (kind !== 'consultation' || !actId) return REPORT_KIND_LABELS[kind];
    const act = await tx.manager.findOneBy(ActRow, { tenantId, id: actId });
    return act?.kind === 'teleconsultation' ? TELECONSULTATION_REPORT : REPORT_KIND_LABELS[kind];
  }

  /** What the nurse brought back: the reader has it before any report exists. */
  private async visitOf({ tx, row, key }: Opened): Promise<VisitSheetView | null> {
    const sheet = await this.visits.sheetOf(tx, row.id, key);
    if (!sheet) return null;
    const { note, nurseName, called15, calledOnCall } = sheet;
    return {
      ...{ note, nurseName, called15, calledOnCall },
      doneAt: sheet.doneAt.toISOString(),
      measures: measuresOf(sheet),
      findings: Object.entries(sheet.findings).map(([id, state]) => ({ id, label: FINDINGS[id]?.label ?? id, state })),
      examsDone: sheet.examsDone.map((exam) => EXAM_LABELS[exam]),
      examsMissing: sheet.examsMissing.map(({ exam, reason }) => ({ exam: EXAM_LABELS[exam], reason })),
    };
  }

  private async receptionsOf(tx: Tx, report: ReportRow, key: Key): Promise<ReceptionView[]> {
    const rows = await tx.manager.find(ReceptionRow, {
      where: { tenantId: report.tenantId, reportId: report.id },
      order: { at: 'ASC', id: 'ASC' },
    });
    const ids = rows.map((row) => row.byId);
    const names = await this.directory.names(tx, ids);
    return rows.map((row) => ({
      kind: row.kind,
      kindLabel: RECEPTION_LABELS[row.kind],
      byName: names.get(row.byId) ?? '',
      at: row.at.toISOString(),
      toldTo: this.receptions.toldTo(row, key),
    }));
  }

  private async outcomeOf(tx: Tx, requestId: string): Promise<OutcomeView | null> {
    const row = await tx.manager.findOneBy(OutcomeRow, { tenantId: tx.ctx.tenantId, requestId });
    if (!row) return null;
    const { happened, withoutEss, toldAt } = row;
    const toldBy = (await this.directory.person(tx, row.toldBy)).name;
    return { happened, withoutEss, toldBy, toldAt: toldAt.toISOString() };
  }
}

const measuresOf = (sheet: VisitSheet | null): ReportMeasureView[] =>
  (sheet?.measures ?? []).map(({ name, value, unit, at }) => ({
    name,
    label: MEASUREMENTS[name]?.label ?? name,
    value,
    unit,
    at: at ?? null,
  }));

const toBody = (content: ReportContent): ReportView['body'] => {
  const { answer, conclusions, callBackWhen, call15When, incidents, informed, informedOn } = content;
  const { consent, consentOn, resource, contact, when } = content;
  return {
    ...{ answer, conclusions, callBackWhen, call15When, incidents, informed, informedOn, consent, consentOn },
    ...{ resource, contact, when },
    consentLabel: consent ? CONSENT_MODE_LABELS[consent] : null,
    tasks: content.tasks.map((task) => ({ ...task, whoLabel: DOER_LABELS[task.who] })),
  };
};
