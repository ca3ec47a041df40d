import { Injectable } from '@nestjs/common';
import { isOpen, notFound } from '#contracts';
import { isDesk, localTime } from '#directory';
import type { Member } from '#directory';
import { AccessReasons, isReadOnly, Patients, readOnly } from '#patients';
import type { AccessReason, AccessReasonKind, OpenedPatient } from '#patients';
import { Clock } from '#platform';
import type { Tx } from '#platform';
import { isRequester } from './allowed.ts';
import type { RequestRow } from './request.entity.ts';
import { Requests } from './requests.service.ts';

/** A request found, with the reason it may be read and the patient behind it. */
export interface OpenedRequest extends OpenedPatient {
  row: RequestRow;
  reason: AccessReasonKind;
}

/**
 * Why a member may open a request, or a patient (invariant 7): author, requesting organisation, treating doctor, who is
 * or was at work on it; the desk while something is open, then by the patient's consent; his circle; exceptional access.
 */
@Injectable()
export class RequestAccess implements AccessReason {
  constructor(
    private readonly reasons: AccessReasons,
    private readonly requests: Requests,
    private readonly patients: Patients,
    private readonly clock: Clock,
  ) {
    reasons.register(this);
  }

  /**
   * The one door to a request: finds it, asks for a reason, opens its patient. The caller writes the audit line.
   * @throws not-found when it does not exist, or without a reason.
   */
  async open(tx: Tx, member: Member, id: string): Promise<OpenedRequest> {
    return this.openRow(tx, member, await this.requests.find(tx, id));
  }

  async openRow(tx: Tx, member: Member, row: RequestRow): Promise<OpenedRequest> {
    const reason = await this.reasonToRead(tx, member, row);
    if (!reason) throw notFound();
    return { row, reason, ...(await this.patients.open(tx, row.patientId)) };
  }

  /** @throws not-found; access.read-only when the only reason is exceptional. */
  async openToWrite(tx: Tx, member: Member, id: string): Promise<OpenedRequest> {
    const opened = await this.open(tx, member, id);
    if (isReadOnly(opened.reason)) throw readOnly();
    return opened;
  }

  async reasonToRead(tx: Tx, member: Member, row: RequestRow): Promise<AccessReasonKind | null> {
    const seen = reasonInRow(row, member);
    if (seen) return seen;
    if (reads(member) && (await this.tookPart(tx, member, row.id))) return 'assigned';
    if (isDesk(member) && isOpen(row.state)) return 'desk';
    return this.reasons.toWholeFile(tx, member, row.patientId);
  }

  async toPatient(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    return oneReason(
      await tx.manager.query('select patient_reason($1, patient_root($1, $2), $3, $4, $5, $6, $7, $8) as reason', [
        ...[tx.ctx.tenantId, patientId, member.professionalId],
        member.organisations.map((organisation) => organisation.id),
        ...[reads(member), isDesk(member), ...this.today(member)],
      ]),
    );
  }

  async toWholeFile(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    return oneReason(
      await tx.manager.query('select whole_file_reason($1, patient_root($1, $2), $3, $4, $5, $6) as reason', [
        ...[tx.ctx.tenantId, patientId, member.professionalId, isDesk(member), ...this.today(member)],
      ]),
    );
  }

  private async tookPart(tx: Tx, member: Member, requestId: string): Promise<boolean> {
    const rows: { part: boolean }[] = await tx.manager.query('select took_part($1, $2, $3) as part', [
      tx.ctx.tenantId,
      requestId,
      member.professionalId,
    ]);
    return rows[0]?.part === true;
  }

  private today(member: Member): [Date, string] {
    const now = this.clock.now();
    return [now, localTime(now, member.ess.timezone).date];
  }
}

/** A nurse of the road reaches her patients by her tour alone: she does not read requests. */
const reads = (member: Member): boolean => member.permissions.has('request.read');

/** What the row says by itself. */
function reasonInRow(row: RequestRow, member: Member): AccessReasonKind | null {
  if (row.authorId === member.professionalId) return 'author';
  if (isRequester(row, member)) return 'organisation';
  if (row.treatingDoctorId === member.professionalId) return 'treating_doctor';
  return row.ownerKind === 'user' && row.ownerId === member.professionalId ? 'assigned' : null;
}

const oneReason = (rows: { reason: AccessReasonKind | null }[]): AccessReasonKind | null => rows[0]?.reason ?? null;
