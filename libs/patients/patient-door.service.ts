import { Inject, Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import { Directory } from '#directory';
import type { Member } from '#directory';
import type { Tx } from '#platform';
import { ACCESS_REASON, type AccessReason, type AccessReasonKind, isReadOnly, readOnly } from './access-reason.ts';
import type { PatientRow } from './patient.entity.ts';
import { Patients } from './patients.service.ts';

export interface PatientAtDoor {
  /** The file he is known by. */
  row: PatientRow;
  reason: AccessReasonKind;
}

/** The one door to a patient's own page: a reason, then his file. The caller writes the audit line. */
@Injectable()
export class PatientDoor {
  constructor(
    private readonly patients: Patients,
    private readonly directory: Directory,
    @Inject(ACCESS_REASON) private readonly access: AccessReason,
  ) {}

  /** @throws not-found without a reason; patient.erased. */
  async toRead(tx: Tx, member: Member, id: string): Promise<PatientAtDoor> {
    const reason = await this.access.toPatient(tx, member, id);
    if (!reason) throw notFound();
    const row = await this.patients.standing(tx, id);
    if (row.erasedAt) throw new DomainError('patient.erased', `${row.birthName}\u00a0: son contenu n’existe plus.`);
    return { row, reason };
  }

  /** @throws access.read-only by an exceptional access. */
  async toWrite(tx: Tx, member: Member, id: string): Promise<PatientAtDoor> {
    const opened = await this.toRead(tx, member, id);
    if (isReadOnly(opened.reason)) throw readOnly();
    return opened;
  }

  /** Somebody changed this identity first: who and when. */
  async stale(tx: Tx, id: string): Promise<DomainError> {
    const row = await this.patients.standing(tx, id);
    const [last]: { by: string | null; at: Date }[] = await tx.manager.query(
      `select by_id as by, at from patient_change where tenant_id = $1 and patient_id = $2 order by at desc, id desc limit 1`,
      [row.tenantId, row.id],
    );
    const isNewest = last !== undefined && last.at.getTime() >= row.updatedAt.getTime();
    const by = isNewest && last.by ? (await this.directory.person(tx, last.by)).name : 'Une nouvelle demande';
    return new DomainError(
      'patient.stale',
      `${by} a modifié cette identité entre-temps. Votre saisie est gardée\u00a0: comparez, puis enregistrez.`,
      { conflict: { by, at: row.updatedAt.toISOString(), version: row.version } },
    );
  }
}

/** What was typed does not do: which field, and what to do. */
export const patientInvalid = (field: string, message: string): DomainError =>
  new DomainError('patient.invalid', message, { errors: [{ field, code: 'invalid', message }] });

/**
 * The screens that show this patient ask again: at the desk, and of those who follow his requests or are of his circle that day.
 * What they hear is an id of a file they may open; `alsoTo` is who may no more, whose page closes.
 */
export async function tellChanged(tx: Tx, now: Date, patientId: string, alsoTo: string | null = null): Promise<void> {
  const tenant = tx.ctx.tenantId;
  const rows: { room: string }[] = await tx.manager.query(FOLLOWERS, [tenant, patientId, now]);
  const rooms = new Set(['desk', ...rows.map(({ room }) => room), ...(alsoTo ? [`user:${alsoTo}`] : [])]);
  for (const room of rooms) tx.signals.push({ tenant, room, kind: 'patient.changed', id: patientId });
}

const FOLLOWERS = `
  with asked as (
    select r.* from request r where r.tenant_id = $1 and r.patient_id = any((select patient_family($1, $2))::uuid[]))
  select 'org:' || organisation_id as room from asked
  union select 'user:' || author_id from asked
  union select 'user:' || treating_doctor_id from asked where treating_doctor_id is not null
  union select 'user:' || taken_by from asked where taken_by is not null
  union select 'user:' || owner_id from asked where owner_kind = 'user'
  union select 'user:' || c.professional_id from circle_member c join ess e on e.id = c.tenant_id
         where c.tenant_id = $1 and c.patient_id = any((select patient_family($1, $2))::uuid[]) and c.professional_id is not null
           and c.ended_at is null and c.starts_on <= ($3::timestamptz at time zone e.timezone)::date
           and (c.ends_on is null or c.ends_on >= ($3::timestamptz at time zone e.timezone)::date)`;
