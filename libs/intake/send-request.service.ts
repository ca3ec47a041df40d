import { Inject, Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '#contracts';
import type { EssRow, Member } from '#directory';
import { isDesk, organisationOf, Roster } from '#directory';
import { formFor, isEmergency, summaryLine, toFacts, validateAnswers } from '#forms';
import type { RequestAnswers } from '#forms';
import { ACCESS_REASON, Consents, Patients } from '#patients';
import type { AccessReason } from '#patients';
import { Clock, CONFIG, Database } from '#platform';
import type { Config, Tx } from '#platform';
import { evaluate, protocolFor } from '#protocol';
import { nextStep, RequestRow, Requests } from '#requests';
import { DraftRow } from './draft.entity.ts';
import { openRequestsOf } from './duplicates.ts';
import type { EmergencyAct, SendRequestDto } from './intake.dto.ts';
import type { SentView } from './intake.view.ts';
import { consentOf } from './consent-of-answers.ts';
import { fingerprintOf } from './fingerprint.ts';
import { oneSending } from './one-sending.ts';
import { patientOf } from './patient-of-answers.ts';
import { senderOf } from './sender.ts';

/** What is sealed in a request. */
export interface RequestContent {
  answers: RequestAnswers;
  requesterRole: string;
  emergencyAct: EmergencyAct | null;
}

const UNIQUE_VIOLATION = '23505';

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;

/** From answers to one committed request, once: the draft's id is the idempotency key. */
@Injectable()
export class SendRequest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly patients: Patients,
    private readonly requests: Requests,
    private readonly consents: Consents,
    private readonly roster: Roster,
    @Inject(ACCESS_REASON) private readonly access: AccessReason,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async send(member: Member, draftId: string, dto: SendRequestDto): Promise<SentView> {
    const fingerprint = fingerprintOf(dto);
    try {
      return await this.database.tx(member.ctx, async (tx) => {
        await oneSending(tx, draftId);
        const already = await this.already(tx, member, draftId, fingerprint);
        return already ?? this.sendNew(tx, member, draftId, fingerprint, dto);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // The second click lost the race: the first one's request is the answer.
      const first = await this.database.tx(member.ctx, (tx) => this.already(tx, member, draftId, fingerprint));
      if (!first) throw error;
      return first;
    }
  }

  private async already(tx: Tx, member: Member, draftId: string, fingerprint: Buffer): Promise<SentView | null> {
    const row = await tx.manager.findOneBy(RequestRow, { tenantId: member.ess.id, draftId });
    if (!row) return null;
    if (!row.fingerprint.equals(fingerprint)) {
      throw new DomainError(
        'idempotency.other-body',
        'Cette demande est déjà partie. Ouvrez-la pour la suivre, ou commencez-en une autre.',
      );
    }
    return this.view(tx, member.ess, row);
  }

  private async sendNew(
    tx: Tx,
    member: Member,
    draftId: string,
    fingerprint: Buffer,
    dto: SendRequestDto,
  ): Promise<SentView> {
    const now = this.clock.now();
    const { answers } = dto;
    const form = this.checkedForm(member, answers, now);
    const sender = await senderOf(tx, member, answers.organisationId, dto.caller, now);
    await this.refuseUnknownDoctor(tx, answers);
    const patient = await patientOf(tx, this.patients, this.access, member, sender.organisationId, answers);
    await this.refuseUnseenDuplicate(tx, member, patient.id, answers, dto.duplicateSeen === true);
    const content: RequestContent = {
      answers,
      requesterRole: sender.requesterRole,
      emergencyAct: dto.emergencyAct ?? null,
    };
    const row = await this.requests.create(tx, member.ess, patient.key, {
      draftId,
      fingerprint,
      patientId: patient.id,
      authorId: sender.authorId,
      organisationId: sender.organisationId,
      takenBy: sender.takenBy,
      requesterRole: sender.requesterRole,
      treatingDoctorId: treatingDoctorOf(answers, sender.authorId),
      channel: isDesk(member) ? 'phone' : 'form',
      reason: answers.reason ?? 'autre',
      communeInsee: answers.place.communeInsee || null,
      wishedModality: answers.wishedModality,
      declaredClass: answers.declaredClass ?? 'P4',
      emergency: this.isVital(member.ess, answers, now),
      content,
      summary: summaryLine(answers, form),
    });
    const said = consentOf(answers, now);
    if (said) await this.consents.write(tx, patient.id, patient.key, { ...said, requestId: row.id }, 'author');
    await tx.manager.delete(DraftRow, { tenantId: member.ess.id, id: draftId });
    return this.view(tx, member.ess, row);
  }

  private checkedForm(member: Member, answers: RequestAnswers, now: Date) {
    if (answers.specialty !== member.ess.specialty) {
      throw new DomainError(
        'request.answers-invalid',
        'Ce formulaire n’est pas celui de cette équipe. Rechargez la page.',
      );
    }
    const form = formFor(member.ess.specialty);
    const data = this.config.demonstration ? 'demonstration' : 'real';
    const errors = validateAnswers(answers, form, now, { timeZone: member.ess.timezone, data });
    if (errors.length === 0) return form;
    const title =
      errors.length === 1
        ? 'Une réponse à revoir avant d’envoyer'
        : `${errors.length}\u00a0réponses à revoir avant d’envoyer`;
    throw new DomainError('request.answers-invalid', title, { errors });
  }

  /** A treating doctor chosen in the list is somebody of this team's list. */
  private async refuseUnknownDoctor(tx: Tx, { treatingDoctor }: RequestAnswers): Promise<void> {
    const { kind, professionalId } = treatingDoctor;
    if (kind !== 'named' || !professionalId || (await organisationOf(tx, professionalId, null))) return;
    const message = 'Choisissez le médecin traitant dans la liste, ou écrivez son nom.';
    throw new DomainError('request.answers-invalid', message, {
      errors: [{ field: 'treatingDoctor.name', code: 'unknown_value', message }],
    });
  }

  /** Known at once by the api itself, without worker or queue (invariant 3). */
  private isVital(ess: EssRow, answers: RequestAnswers, now: Date): boolean {
    const form = formFor(ess.specialty);
    if (isEmergency(answers, form)) return true;
    if (ess.triageMode !== 'protocol') return false;
    const facts = toFacts(answers, form, { receivedAt: now, timeZone: ess.timezone });
    return evaluate(facts, protocolFor(ess.specialty), now).class === 'P0';
  }

  private async refuseUnseenDuplicate(
    tx: Tx,
    member: Member,
    patientId: string,
    answers: RequestAnswers,
    seen: boolean,
  ): Promise<void> {
    if (seen) return;
    const open = await openRequestsOf(tx, member, patientId);
    if (!open.some((request) => request.reason === answers.reason)) return;
    throw new DomainError(
      'request.duplicate',
      'Une demande est déjà ouverte pour cette personne, même motif. Suivez celle-ci, ou envoyez quand même si la situation a changé.',
    );
  }

  private async view(tx: Tx, ess: EssRow, row: RequestRow): Promise<SentView> {
    const onCall = row.ownerKind === 'user' ? await this.roster.onCall(tx) : null;
    const ownerName = onCall && onCall.id === row.ownerId ? onCall.name : null;
    const emergency = row.state === 'emergency';
    return {
      id: row.id,
      reference: row.reference,
      emergency,
      state: row.state,
      next: nextStep({ ...row, ownerName, essName: ess.name }),
      onCallTold: emergency && ownerName !== null,
    };
  }
}

const treatingDoctorOf = (answers: RequestAnswers, authorId: string): string | null =>
  answers.treatingDoctor.kind === 'author'
    ? authorId
    : answers.treatingDoctor.kind === 'named'
      ? answers.treatingDoctor.professionalId
      : null;
