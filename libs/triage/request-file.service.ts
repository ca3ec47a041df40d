import { Injectable } from '@nestjs/common';
import { MOVE_RULES } from '#contracts';
import { MEMBER_ROLE_LABELS, PRIORITY_WORDS, REQUESTER_ROLE_LABELS, type RequesterRole } from '#contracts/enums';
import { NEXT_ACTION_LABELS, REQUEST_STATE_LABELS } from '#contracts/transitions';
import { Directory, isDesk } from '#directory';
import type { EssRow, Member, Person } from '#directory';
import { openRequestsOf, reasonLabel } from '#intake';
import type { RequestContent } from '#intake';
import { Exceptional, Patients } from '#patients';
import type { AccessReasonKind } from '#patients';
import { Audit, Clock, Database, unsealJson } from '#platform';
import type { Key, Tx } from '#platform';
import { allowedFor, nextStep, RequestAccess, Requests, Timeline } from '#requests';
import type { OpenedRequest, RequestRow } from '#requests';
import type { Assessment } from './assess.ts';
import { EvaluationRow } from './evaluation.entity.ts';
import { PatientSide } from './patient-side.service.ts';
import type { AuthorView, EvaluationView, RequestFileView } from './request-file.view.ts';
import { timelineViews } from './timeline-words.ts';

/** One request opened whole: a reason of access, an audit line, then the file. */
@Injectable()
export class RequestFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly access: RequestAccess,
    private readonly patient: PatientSide,
    private readonly patients: Patients,
    private readonly exceptional: Exceptional,
    private readonly requests: Requests,
    private readonly timeline: Timeline,
  ) {}

  open(member: Member, id: string): Promise<RequestFileView> {
    return this.database.tx(member.ctx, async (tx) => {
      const opened = await this.access.open(tx, member, id);
      const { reason } = opened;
      await this.audit.line(tx, { action: 'request.read', resource: 'request', resourceId: id, reason });
      return this.view(tx, member, opened);
    });
  }

  private async view(tx: Tx, member: Member, opened: OpenedRequest): Promise<RequestFileView> {
    const { ess } = member;
    const { row, reason, key } = opened;
    const content = this.requests.content<RequestContent>(row, key);
    const author = await this.directory.person(tx, row.authorId);
    const ownerName =
      row.ownerKind === 'user' && row.ownerId ? (await this.directory.person(tx, row.ownerId)).name : null;
    const viewerIsRequester = !isDesk(member);
    const others = (await openRequestsOf(tx, member, row.patientId)).filter((request) => request.id !== row.id);
    return {
      ...plainColumns(row),
      owner:
        row.ownerKind && row.ownerId
          ? { kind: row.ownerKind, id: row.ownerId, name: ownerName ?? `Guichet ${ess.name}` }
          : null,
      next: nextStep({ ...row, ownerName, essName: ess.name }),
      patient: await this.patient.view(tx, ess, opened),
      author: await this.authorView(tx, row, author, content),
      treatingDoctorLabel: await this.treatingDoctor(tx, row, author, content),
      reason: { id: row.reason, label: reasonLabel(ess.specialty, row.reason) },
      summary: this.requests.summary(row, key),
      answers: content.answers,
      emergencyAct: content.emergencyAct,
      evaluation: await this.evaluation(tx, ess, row, key, author),
      timeline: timelineViews(await this.timeline.of(tx, row.id, key), {
        timeZone: ess.timezone,
        isRequester: viewerIsRequester,
      }),
      actions: actionsOf(row, member, reason),
      exceptional:
        reason === 'exceptional'
          ? await this.exceptional.liveFor(tx, member, await this.patients.family(tx, row.patientId))
          : null,
      duplicates: viewerIsRequester
        ? []
        : others.map((request) => ({
            id: request.id,
            reference: request.reference,
            reasonLabel: reasonLabel(ess.specialty, request.reason),
            receivedAt: request.receivedAt.toISOString(),
            stateLabel: REQUEST_STATE_LABELS[request.state],
          })),
      viewerIsRequester,
      undoUntil: (await this.requests.undoUntil(tx, row, member))?.toISOString() ?? null,
      serverNow: this.clock.now().toISOString(),
    };
  }

  private async authorView(tx: Tx, row: RequestRow, author: Person, content: RequestContent): Promise<AuthorView> {
    return {
      id: author.id,
      displayName: author.name,
      roleLabel: roleLabel(content.requesterRole),
      phone: author.phone,
      callbackPhone: content.answers.callbackPhone,
      organisationName: await this.directory.organisationName(tx, row.organisationId),
      takenBy: row.takenBy ? (await this.directory.person(tx, row.takenBy)).name : null,
    };
  }

  private async treatingDoctor(tx: Tx, row: RequestRow, author: Person, content: RequestContent): Promise<string> {
    const { kind, name } = content.answers.treatingDoctor;
    if (kind === 'author') return author.name;
    if (kind === 'named')
      return row.treatingDoctorId ? (await this.directory.person(tx, row.treatingDoctorId)).name : name;
    return kind === 'none' ? 'Pas de médecin traitant' : 'Médecin traitant non connu';
  }

  private async evaluation(
    tx: Tx,
    ess: EssRow,
    row: RequestRow,
    key: Key,
    author: Person,
  ): Promise<EvaluationView | null> {
    const [latest] = await tx.manager.find(EvaluationRow, {
      where: { tenantId: row.tenantId, requestId: row.id },
      order: { at: 'DESC', id: 'DESC' },
      take: 1,
    });
    if (!latest) return null;
    const assessment = unsealJson<Assessment>(
      key,
      { table: 'evaluation', column: 'sealed', row: latest.id },
      latest.sealed,
    );
    const { proposal } = assessment;
    return {
      at: latest.at.toISOString(),
      mode: latest.mode,
      class: latest.class,
      declaredBy: proposal ? null : author.name,
      protocol: assessment.protocol ? { ...assessment.protocol, band: bandOf(ess) } : null,
      rules: proposal?.rules ?? [],
      missing: proposal?.missing ?? [],
      flags: (proposal?.flags ?? []).map((flag) => ({
        flag: flag.flag,
        detail: flag.detail,
        field: flag.field ?? null,
      })),
      wouldBecomeP0: proposal?.wouldBecomeP0 ?? [],
      dueMinHours: proposal?.dueRange.minHours ?? assessment.delayHours,
      dueMaxHours: proposal?.dueRange.maxHours ?? assessment.delayHours,
    };
  }
}

/** The red band of a protocol nobody has signed for real. */
export const bandOf = (ess: EssRow): string | null =>
  ess.triageMode === 'protocol' && ess.protocolSignature?.demonstration !== false
    ? 'Protocole de démonstration, non validé'
    : null;

const roleLabel = (role: string): string =>
  REQUESTER_ROLE_LABELS[role as RequesterRole] ?? MEMBER_ROLE_LABELS[role as keyof typeof MEMBER_ROLE_LABELS] ?? role;

const plainColumns = (row: RequestRow) => ({
  id: row.id,
  reference: row.reference,
  version: row.version,
  state: row.state,
  stateLabel: REQUEST_STATE_LABELS[row.state],
  class: row.class,
  classWord: PRIORITY_WORDS[row.class],
  classStatus: row.classStatus,
  declaredClass: row.declaredClass,
  proposedClass: row.proposedClass,
  channel: row.channel,
  receivedAt: row.receivedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  reactBy: row.reactBy?.toISOString() ?? null,
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
  modality: row.modality,
  plannedFrom: row.plannedFrom?.toISOString() ?? null,
  plannedTo: row.plannedTo?.toISOString() ?? null,
  takenAt: row.takenAt?.toISOString() ?? null,
  requesterRole: row.requesterRole,
  nextAction: row.nextAction,
  nextActionLabel: NEXT_ACTION_LABELS[row.nextAction],
});

const actionsOf = (row: RequestRow, member: Member, reason: AccessReasonKind) =>
  allowedFor(row, member, reason).map((move) => ({
    move,
    label: MOVE_RULES[move].label,
    reason: MOVE_RULES[move].reason,
  }));
