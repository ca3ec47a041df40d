import { Injectable } from '@nestjs/common';
import type { MemberRole, RequesterRole } from '#contracts/enums';
import { EXCEPTIONAL_REASON_LABELS } from '#contracts/patient';
import { listName } from '#patients';
import type { PatientIdentity } from '#patients';
import { Keyring, unsealJson } from '#platform';
import type { Key, Tx } from '#platform';
import { roleWords } from './audit-trail.service.ts';
import { reasonWords } from './audit-words.ts';
import { linksBetween, type KnownPatient, type KnownPerson } from './links.ts';
import type { ReviewGivenView, ReviewItemView, ReviewVerdict } from './oversight.view.ts';
import { EXCEPTIONAL, PATIENTS_OPENED, PEOPLE_KNOWN, REVIEWS_GIVEN } from './reviews.sql.ts';

export type PersonRow = KnownPerson & { name: string; role: MemberRole; requesterRole: RequesterRole | null };

export interface OpenedPatient {
  id: string;
  name: string;
  birthDate: string | null;
  /** Null: the file was erased since, nothing can be compared or read. */
  known: KnownPatient | null;
  key: Key | null;
}

/** One row to review, of either kind. */
export interface AccessRow {
  id: string;
  at: Date;
  until: Date;
  times: number;
  actorId: string;
  patientId: string;
  reason: string;
  reviewId: string | null;
  /** Of an exceptional access: what was written to open it. */
  sealed?: Buffer;
}

interface PatientRow {
  id: string;
  wrappedKey: Buffer;
  sealed: Buffer;
  birthName: string;
  givenNames: string;
  birthDate: string;
  communeInsee: string;
  erased: boolean;
}

export interface ReviewContext {
  people: ReadonlyMap<string, PersonRow>;
  patients: ReadonlyMap<string, OpenedPatient>;
  lateBefore: Date;
  /** Who reads the list: his own accesses are not his to review. */
  reader: string;
}

/** Reads what a review compares: people, patients opened with their keys, exceptional accesses. */
@Injectable()
export class ReviewFile {
  constructor(private readonly keyring: Keyring) {}

  async people(tx: Tx): Promise<Map<string, PersonRow>> {
    const rows: PersonRow[] = await tx.manager.query(PEOPLE_KNOWN, [tx.ctx.tenantId]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  exceptional(tx: Tx, since: Date): Promise<AccessRow[]> {
    return tx.manager.query(EXCEPTIONAL, [tx.ctx.tenantId, since]);
  }

  async patients(tx: Tx, ids: readonly string[]): Promise<Map<string, OpenedPatient>> {
    const rows: PatientRow[] = await tx.manager.query(PATIENTS_OPENED, [tx.ctx.tenantId, [...new Set(ids)]]);
    const opened = new Map<string, OpenedPatient>();
    for (const row of rows) opened.set(row.id, await this.openPatient(tx, row));
    return opened;
  }

  async items(tx: Tx, rows: readonly AccessRow[], context: ReviewContext): Promise<ReviewItemView[]> {
    const given = await this.given(tx, rows, context);
    const everybody = [...context.people.values()];
    return rows.flatMap((row): ReviewItemView[] => {
      const [person, patient] = [context.people.get(row.actorId), context.patients.get(row.patientId)];
      if (!person || !patient) return [];
      return [
        {
          kind: row.sealed ? 'exceptional' : 'link',
          ...{ id: row.id, at: row.at.toISOString(), until: row.until.toISOString(), times: row.times },
          person: { id: person.id, name: person.name, role: roleWords(person.role, person.requesterRole) },
          patient: { id: patient.id, name: patient.name, birthDate: patient.birthDate },
          links: patient.known ? linksBetween(person, patient.known, everybody) : [],
          reasonLabel: row.sealed ? exceptionalWords(row.reason) : reasonWords(row.reason),
          text: row.sealed ? textOf(row.id, row.sealed, patient.key) : null,
          late: row.reviewId === null && row.at < context.lateBefore,
          own: person.id === context.reader,
          review: row.reviewId ? (given.get(row.reviewId) ?? null) : null,
        },
      ];
    });
  }

  private async openPatient(tx: Tx, row: PatientRow): Promise<OpenedPatient> {
    const { id, birthDate, communeInsee } = row;
    const name = listName(row);
    if (row.erased) return { id, name, birthDate: null, known: null, key: null };
    const key = await this.keyring.patientKey(tx.ctx.tenantId, id, row.wrappedKey, tx);
    const sealed = unsealJson<PatientIdentity>(key, { table: 'patient', column: 'sealed', row: id }, row.sealed);
    const { birthName, givenNames } = row;
    const { usedName, phone, contactPhone, address, place } = sealed;
    const known = { birthName, givenNames, communeInsee, usedName, phone, contactPhone, address, place };
    return { id, name, birthDate, known, key };
  }

  private async given(
    tx: Tx,
    rows: readonly AccessRow[],
    { patients }: ReviewContext,
  ): Promise<Map<string, ReviewGivenView>> {
    const ids = rows.flatMap(({ reviewId }) => reviewId ?? []);
    const reviews: {
      id: string;
      verdict: ReviewVerdict;
      at: Date;
      patientId: string;
      sealed: Buffer;
      byName: string;
    }[] = await tx.manager.query(REVIEWS_GIVEN, [tx.ctx.tenantId, ids]);
    return new Map(
      reviews.map(({ id, verdict, at, patientId, sealed, byName }) => {
        const note = open<{ note: string }>('access_review', id, sealed, patients.get(patientId)?.key ?? null)?.note;
        return [id, { verdict, at: at.toISOString(), byName, note: note ?? null }];
      }),
    );
  }
}

/** Nothing of a file that was erased. */
function open<T>(table: string, row: string, sealed: Buffer, key: Key | null): T | null {
  return key && sealed.length > 0 ? unsealJson<T>(key, { table, column: 'sealed', row }, sealed) : null;
}

const textOf = (id: string, sealed: Buffer, key: Key | null): string | null =>
  open<{ text?: string }>('exceptional_access', id, sealed, key)?.text ?? null;

const exceptionalWords = (code: string): string =>
  Object.entries(EXCEPTIONAL_REASON_LABELS).find(([known]) => known === code)?.[1] ?? code;
