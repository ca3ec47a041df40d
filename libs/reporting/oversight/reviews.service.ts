import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import type { Member } from '#directory';
import { Patients } from '#patients';
import { Audit, Clock, Database, ofWholeTables, sealJson, uuidv7 } from '#platform';
import type { Tx } from '#platform';
import { NOT_COMPARED, peopleLinkedTo } from './links.ts';
import type { ReviewDto } from './oversight.dto.ts';
import type { ReviewsView } from './oversight.view.ts';
import { ReviewFile, type AccessRow, type OpenedPatient, type PersonRow } from './review-file.service.ts';
import { ACCESS_OF_REVIEW, OPENED_PATIENTS, PAIRS_TO_REVIEW, WRITE_REVIEW } from './reviews.sql.ts';

const DAY_MS = 86_400_000;
const DAYS_LOOKED_AT = 90;
const LATE_AFTER_DAYS = 7;

interface Pair {
  actorId: string;
  patientId: string;
}

/** « Accès à revoir »: exceptional ones, and those of somebody who has something in common with the patient. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly patients: Patients,
    private readonly file: ReviewFile,
  ) {}

  /** To review first, the oldest on top; then those reviewed, the newest on top. */
  list(member: Member): Promise<ReviewsView> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAYS_LOOKED_AT * DAY_MS);
    return this.database.tx(member.ctx, async (tx) => {
      const people = await this.file.people(tx);
      const exceptional = await this.file.exceptional(tx, since);
      const opened = await ofWholeTables<{ id: string }>(tx, OPENED_PATIENTS, [tx.ctx.tenantId, since]);
      const patients = await this.file.patients(tx, [
        ...exceptional.map(({ patientId }) => patientId),
        ...opened.map(({ id }) => id),
      ]);
      const linked = linkedPairs([...people.values()], [...patients.values()]);
      const rows = await ofWholeTables<AccessRow>(tx, PAIRS_TO_REVIEW, [
        ...this.period(member, since),
        linked.map(({ actorId }) => actorId),
        linked.map(({ patientId }) => patientId),
      ]);
      const lateBefore = new Date(now.getTime() - LATE_AFTER_DAYS * DAY_MS);
      const context = { people, patients, lateBefore, reader: member.professionalId };
      const items = await this.file.items(tx, [...exceptional, ...rows], context);
      await this.audit.line(tx, { action: 'audit.read', resource: 'list', resourceId: null, reason: 'access.review' });
      const open = items.filter(({ review }) => !review).sort((one, other) => (one.at < other.at ? -1 : 1));
      const done = items.filter(({ review }) => review).sort((one, other) => (one.at < other.at ? 1 : -1));
      return {
        items: [...open, ...done],
        toReview: open.length,
        late: open.filter(({ late }) => late).length,
        since: since.toISOString(),
        notCompared: NOT_COMPARED,
      };
    });
  }

  /** @throws review.already-done when somebody was first; access.forbidden of one's own access. */
  async review(member: Member, { auditId, exceptionalId, verdict, note }: ReviewDto): Promise<void> {
    if ((auditId === undefined) === (exceptionalId === undefined))
      throw new DomainError('input.invalid', 'Choisissez un accès, et un seul.');
    const at = this.clock.now();
    return this.database.tx(member.ctx, async (tx) => {
      const access = await this.accessOf(tx, member, auditId ?? null, exceptionalId ?? null);
      if (access.actorId === member.professionalId)
        throw new DomainError('access.forbidden', 'Votre propre accès se revoit par une autre personne.');
      const id = uuidv7(at);
      const { key } = await this.patients.open(tx, access.patientId);
      const sealed = key.erased === undefined ? sealJson(key, notePlace(id), { note: note.trim() }) : Buffer.alloc(0);
      const written: unknown[] = await tx.manager.query(WRITE_REVIEW, [
        ...[tx.ctx.tenantId, id, auditId ?? null, exceptionalId ?? null, access.patientId],
        ...[verdict, at, member.professionalId, sealed],
      ]);
      if (written.length === 0)
        throw new DomainError(
          'review.already-done',
          'Cet accès a déjà été revu. Rechargez la liste pour lire l’avis donné.',
        );
      await this.audit.line(tx, {
        ...{ action: 'access.reviewed', resource: 'patient', resourceId: access.patientId, reason: 'access.review' },
      });
    });
  }

  private async accessOf(tx: Tx, member: Member, auditId: string | null, exceptionalId: string | null): Promise<Pair> {
    const [access]: Pair[] = await tx.manager.query(ACCESS_OF_REVIEW, [
      ...this.period(member, new Date(0)),
      auditId,
      exceptionalId,
    ]);
    if (!access) throw notFound();
    return access;
  }

  private readonly period = ({ ess }: Member, since: Date) => [ess.id, since, ess.timezone];
}

export const notePlace = (row: string) => ({ table: 'access_review', column: 'sealed', row });

/** Who has something in common with whom, whether he opened that file or not. */
function linkedPairs(people: readonly PersonRow[], patients: readonly OpenedPatient[]): Pair[] {
  const linkedTo = peopleLinkedTo(people);
  return patients.flatMap(({ id, known }) =>
    known ? linkedTo(known).map((person) => ({ actorId: person.id, patientId: id })) : [],
  );
}
