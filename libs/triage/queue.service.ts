import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { NextAction, RequestState } from '#contracts';
import { NEXT_ACTION_LABELS } from '#contracts/transitions';
import type { Channel, PriorityClass, Sex } from '#contracts/enums';
import { addDays, instantOf, localTime } from '#directory';
import type { EssRow, Member } from '#directory';
import { ageOn, listName, Patients } from '#patients';
import { Audit, Clock, Database } from '#platform';
import { Requests } from '#requests';
import type { ClassStatus, OwnerKind } from '#requests';
import type { QueueCountsView, QueueItemView, QueuePageView } from './queue.view.ts';

const PAGE = 60;
const MOST = 200;

interface QueueRow {
  id: string;
  reference: string;
  version: number;
  state: RequestState;
  class: PriorityClass;
  class_status: ClassStatus;
  declared_class: PriorityClass;
  queue_rank: number;
  channel: Channel;
  owner_kind: OwnerKind;
  owner_id: string;
  owner_name: string | null;
  next_action: NextAction;
  received_at: Date;
  due_at: Date;
  react_by: Date;
  acknowledged_at: Date | null;
  missing_count: number;
  patient_id: string;
  birth_name: string;
  given_names: string;
  sex: Sex;
  birth_date: string;
  commune_name: string | null;
  wrapped_key: Buffer;
  sealed_summary: Buffer;
}

/** « Demandes à traiter »: urgent first, then earliest due; a pure order, shown with its reason. */
@Injectable()
export class Queue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly patients: Patients,
    private readonly requests: Requests,
  ) {}

  async page(member: Member, limit: number | null, cursor: string | null): Promise<QueuePageView> {
    const now = this.clock.now();
    const size = Math.min(limit ?? PAGE, MOST);
    const after = cursor ? readCursor(cursor) : { rank: null, dueAt: null, id: null };
    const rows = await this.database.call<QueueRow>(member.ctx, 'desk_queue', [
      size + 1,
      after.rank,
      after.dueAt,
      after.id,
    ]);
    const counts = await this.countAndAudit(member, now);
    const page = rows.slice(0, size);
    const last = rows.length > size ? page[page.length - 1] : undefined;
    const items: QueueItemView[] = [];
    for (const row of page) items.push(await this.item(row, member.ess, now));
    return {
      items,
      counts,
      nextCursor: last ? `${last.queue_rank}~${last.due_at.toISOString()}~${last.id}` : null,
      serverNow: now.toISOString(),
    };
  }

  private countAndAudit(member: Member, now: Date): Promise<QueueCountsView> {
    const tomorrow = instantOf(addDays(localTime(now, member.ess.timezone).date, 1), 0, member.ess.timezone);
    return this.database.tx(member.ctx, async (tx) => {
      const rows: QueueCountsView[] = await tx.manager.query(COUNTS, [member.ess.id, tomorrow, now]);
      await this.audit.line(tx, { action: 'request.listed', resource: 'list', resourceId: null, reason: 'desk' });
      return rows[0] ?? { urgent: 0, today: 0, later: 0, late: 0, total: 0 };
    });
  }

  private async item(row: QueueRow, ess: EssRow, now: Date): Promise<QueueItemView> {
    const key = await this.patients.keyFrom(ess.id, row.patient_id, row.wrapped_key);
    const today = localTime(now, ess.timezone).date;
    return {
      id: row.id,
      reference: row.reference,
      version: row.version,
      state: row.state,
      class: row.class,
      classStatus: row.class_status,
      declaredClass: row.declared_class,
      emergency: row.state === 'emergency',
      group: row.queue_rank < 2 ? 'urgent' : localTime(row.due_at, ess.timezone).date <= today ? 'today' : 'later',
      patientName: listName({ birthName: row.birth_name, givenNames: row.given_names }),
      patientAge: ageOn(row.birth_date, today),
      sex: row.sex,
      channel: row.channel,
      communeName: row.commune_name,
      summary: this.requests.summary({ id: row.id, sealedSummary: row.sealed_summary }, key),
      owner: { kind: row.owner_kind, id: row.owner_id, name: row.owner_name ?? `Guichet ${ess.name}` },
      nextAction: row.next_action,
      nextActionLabel: NEXT_ACTION_LABELS[row.next_action],
      receivedAt: row.received_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      reactBy: row.react_by.toISOString(),
      missingCount: row.missing_count,
      acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    };
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readCursor(cursor: string): { rank: number; dueAt: string; id: string } {
  const [rank, dueAt, id] = cursor.split('~');
  if (
    !rank ||
    !/^[0-2]$/.test(rank) ||
    !dueAt ||
    !INSTANT.test(dueAt) ||
    Number.isNaN(Date.parse(dueAt)) ||
    !id ||
    !UUID.test(id)
  ) {
    throw new DomainError('input.invalid', 'Cette page de la liste n’existe plus. Revenez au début.');
  }
  return { rank: Number(rank), dueAt, id };
}

const COUNTS = `
  select count(*) filter (where queue_rank < 2)::int as urgent,
         count(*) filter (where queue_rank = 2 and due_at < $2)::int as today,
         count(*) filter (where queue_rank = 2 and due_at >= $2)::int as later,
         count(*) filter (where due_at < $3)::int as late,
         count(*)::int as total
    from request
   where tenant_id = $1 and at_desk(state, next_action)`;
