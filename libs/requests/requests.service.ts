import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, isOpen, isOpenMove, MOVE_RULES, notFound, UNDO_SECONDS, UNDOABLE_MOVES } from '#contracts';
import type { Consumer, EventType, Move } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import { referenceFrom } from '#contracts/reference';
import { DECIDERS } from '#contracts/transitions';
import { Directory, Roster } from '#directory';
import type { EssRow, Handing, Member } from '#directory';
import { Audit, Clock, Outbox, sealJson, unsealJson, uuidv7 } from '#platform';
import type { EventRow, Key, Tx } from '#platform';
import { afterMove, atBirth, type MoveContext } from './after-move.ts';
import { allowedFor } from './allowed.ts';
import { factsOf } from './event-facts.ts';
import { auditOf, eventOf, leavesAt } from './move-events.ts';
import { handedBack, MOVED_COLUMNS, type Moved } from './moved.ts';
import { type MovedJson, UndoRow } from './undo.entity.ts';
import { RequestRow } from './request.entity.ts';

const place = (column: 'sealed' | 'sealed_summary', id: string) => ({ table: 'request', column, row: id });
const notePlace = (eventId: string) => ({ table: 'event_note', column: 'sealed', row: eventId });

export type NewRequest = Pick<
  RequestRow,
  | 'draftId'
  | 'fingerprint'
  | 'patientId'
  | 'authorId'
  | 'organisationId'
  | 'takenBy'
  | 'requesterRole'
  | 'treatingDoctorId'
  | 'channel'
  | 'reason'
  | 'communeInsee'
  | 'wishedModality'
  | 'declaredClass'
> & { emergency: boolean; content: unknown; summary: string };

export interface MoveOrder {
  move: Move;
  /** The version the person saw; null for the worker, that works on what it finds. */
  version: number | null;
  member: Member | null;
  class?: PriorityClass;
  delayHours?: number;
  missingCount?: number;
  /** For pass and book: a professional; for plan_visit: a team. */
  assigneeId?: string;
  dueAt?: Date;
  planned?: { from: Date; to: Date };
  /** Codes that the indicators need: never health, never identity. */
  facts?: Record<string, string | null>;
  note?: { key: Key; text: string };
}

export interface Undone {
  row: RequestRow;
  /** The version that was taken back: what it opened or ended is found by it. */
  version: number;
}

/** The request row and its moves. `move()` is the only way to change state, owner, action and clocks. */
@Injectable()
export class Requests {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly roster: Roster,
    private readonly directory: Directory,
  ) {}

  async create(tx: Tx, ess: EssRow, key: Key, request: NewRequest): Promise<RequestRow> {
    const now = this.clock.now();
    const id = uuidv7(now);
    const context = await this.contextOf(tx, ess, null);
    const { emergency, content, summary, ...columns } = request;
    const row: RequestRow = {
      tenantId: ess.id,
      id,
      ...columns,
      reference: referenceFrom(randomBytes(8)),
      ...atBirth(request.declaredClass, emergency, context),
      receivedAt: now,
      missingCount: 0,
      sealed: sealJson(key, place('sealed', id), content),
      sealedSummary: sealJson(key, place('sealed_summary', id), summary),
      changedBy: tx.ctx.userId,
      changedAt: now,
      version: 1,
    };
    await tx.manager.insert(RequestRow, row);
    await this.tell(tx, row, emergency ? 'request.emergency' : 'request.received', {
      move: 'send',
    });
    await this.audit.line(tx, {
      action: 'request.sent',
      resource: 'request',
      resourceId: id,
      reason: request.takenBy ? (request.channel === 'phone' ? 'appel' : 'délégué') : 'auteur',
    });
    return row;
  }

  async find(tx: Tx, id: string): Promise<RequestRow> {
    const row = await tx.manager.findOneBy(RequestRow, { tenantId: tx.ctx.tenantId, id });
    if (!row) throw notFound();
    return row;
  }

  content<T>(row: RequestRow, key: Key): T {
    return unsealJson<T>(key, place('sealed', row.id), row.sealed);
  }

  summary(row: { id: string; sealedSummary: Buffer }, key: Key): string {
    // A list shows the row of an erased patient, among others that it must not take down.
    if (key.erased !== undefined) return key.erased;
    return unsealJson<string>(key, place('sealed_summary', row.id), row.sealedSummary);
  }

  note(eventId: string, blob: Buffer, key: Key): string {
    return unsealJson<string>(key, notePlace(eventId), blob);
  }

  /** One guarded update: two people at once, one wins, the other learns who and when. */
  async move(tx: Tx, ess: EssRow, row: RequestRow, order: MoveOrder): Promise<RequestRow> {
    await this.refuseStale(tx, row, order);
    this.refuseForbidden(row, order);
    const context = await this.contextOf(tx, ess, order.member);
    const { class: value, delayHours, assigneeId, dueAt, planned } = order;
    const moved = afterMove(row, order.move, { ...context, class: value, delayHours, assigneeId, dueAt, planned });
    const changes = {
      ...moved,
      missingCount: order.missingCount ?? row.missingCount,
      changedBy: tx.ctx.userId,
      changedAt: context.now,
      version: row.version + 1,
    };
    const after = await this.write(tx, row, changes);
    const event = await this.tell(
      tx,
      after,
      eventOf(order.move, row, after),
      { fromClass: row.class, move: order.move, ownerKind: after.ownerKind, ownerId: after.ownerId, ...order.facts },
      leavesAt(order.move, after, context.now),
    );
    if (order.note) await this.keepNote(tx, event, order.note);
    if (order.member) await this.keepUndo(tx, order, row, after, event);
    await this.audit.line(tx, {
      action: auditOf(order.move),
      resource: 'request',
      resourceId: row.id,
      reason: order.member ? 'assigned' : 'protocole',
    });
    return after;
  }

  /**
   * Its owner can act no more: a colleague has it, or the team, with the same state, next action and due times. Not a
   * move: nothing is decided.
   */
  async handOver(
    tx: Tx,
    ess: EssRow,
    row: RequestRow,
    { fromId, toId, periodOver = false }: Handing,
  ): Promise<RequestRow> {
    const isOwner = row.ownerKind === 'user' && row.ownerId === fromId;
    const owner = toId ? { ownerId: toId } : handedBack(row, await this.contextOf(tx, ess, null));
    const after = await this.write(tx, row, {
      ...(isOwner && owner),
      ...(row.returnTo === fromId && { returnTo: toId }),
      changedBy: tx.ctx.userId,
      changedAt: this.clock.now(),
      version: row.version + 1,
    });
    const facts = {
      ...{ move: toId ? 'depart' : 'hand_back', ownerKind: after.ownerKind, ownerId: after.ownerId },
      ...(periodOver && { because: 'period_over' }),
    };
    await this.tell(tx, after, 'request.reassigned', facts);
    await this.audit.line(tx, {
      action: 'request.passed',
      resource: 'request',
      resourceId: row.id,
      reason: toId ? 'départ' : periodOver ? 'période terminée' : 'accès fermé',
    });
    return after;
  }

  /**
   * Takes back the last act, by its author, within the window; what had not left yet never leaves.
   * @throws request.undo-too-late, request.stale
   */
  async undo(tx: Tx, row: RequestRow, member: Member, version: number): Promise<Undone> {
    if (version !== row.version) throw await this.stale(tx, row.id);
    const now = this.clock.now();
    const kept = await tx.manager.findOneBy(UndoRow, { tenantId: row.tenantId, requestId: row.id });
    const isMine = kept?.actorId === member.professionalId && kept.versionAfter === row.version;
    if (!kept || !isMine || now.getTime() - kept.madeAt.getTime() >= UNDO_SECONDS * 1000) {
      throw new DomainError(
        'request.undo-too-late',
        'Ce geste ne peut plus être annulé. Corrigez-le par une nouvelle décision.',
      );
    }
    const before = revive(kept.before);
    const after = await this.write(tx, row, {
      ...before,
      changedBy: tx.ctx.userId,
      changedAt: now,
      version: row.version + 1,
    });
    await tx.manager.query(
      `update delivery set done_at = $3
        where tenant_id = $1 and event_id = $2 and done_at is null and consumer <> 'reporting.record'`,
      [row.tenantId, kept.eventId, now],
    );
    await this.tell(tx, after, 'request.undone', { move: 'undo', eventId: kept.eventId });
    await this.audit.line(tx, {
      action: 'request.undone',
      resource: 'request',
      resourceId: row.id,
      reason: 'assigned',
    });
    return { row: after, version: kept.versionAfter };
  }

  /** The second in which an act may still be taken back; null when there is none, or it is not the member's. */
  async undoUntil(tx: Tx, row: RequestRow, member: Member): Promise<Date | null> {
    const kept = await tx.manager.findOneBy(UndoRow, { tenantId: row.tenantId, requestId: row.id });
    if (kept?.actorId !== member.professionalId || kept.versionAfter !== row.version) return null;
    const until = new Date(kept.madeAt.getTime() + UNDO_SECONDS * 1000);
    return until > this.clock.now() ? until : null;
  }

  private async write(
    tx: Tx,
    row: RequestRow,
    changes: Partial<RequestRow> & { version: number },
  ): Promise<RequestRow> {
    const guard = { tenantId: row.tenantId, id: row.id, state: row.state, version: row.version };
    const { affected } = await tx.manager.update(RequestRow, guard, changes);
    if (affected !== 1) throw await this.stale(tx, row.id);
    return { ...row, ...changes };
  }

  private async keepUndo(tx: Tx, { move }: MoveOrder, before: RequestRow, after: RequestRow, event: EventRow) {
    if (!UNDOABLE_MOVES.includes(move) || !tx.ctx.userId) return;
    const kept: UndoRow = {
      tenantId: before.tenantId,
      requestId: before.id,
      eventId: event.id,
      actorId: tx.ctx.userId,
      madeAt: event.at,
      versionAfter: after.version,
      before: frozen(before),
    };
    await tx.manager.upsert(UndoRow, kept, ['tenantId', 'requestId']);
  }

  private async refuseStale(tx: Tx, row: RequestRow, order: MoveOrder): Promise<void> {
    if (order.version !== null && order.version !== row.version) throw await this.stale(tx, row.id);
  }

  private refuseForbidden(row: RequestRow, order: MoveOrder): void {
    const { member, move } = order;
    const refused = new DomainError(
      'request.move-not-allowed',
      'Cette action n’est plus possible sur cette demande. Rechargez-la pour voir où elle en est.',
    );
    const may = member
      ? allowedFor(row, member).includes(move)
      : MOVE_RULES[move].by === 'system' && isOpenMove(move, row);
    if (!may) throw refused;
  }

  private async stale(tx: Tx, id: string): Promise<DomainError> {
    const current = await this.find(tx, id);
    const by = current.changedBy ? (await this.directory.person(tx, current.changedBy)).name : 'Le protocole';
    return new DomainError(
      'request.stale',
      `${by} a modifié cette demande entre-temps. Votre texte est gardé\u00a0: comparez, puis enregistrez.`,
      {
        conflict: { by, at: current.changedAt.toISOString(), version: current.version },
      },
    );
  }

  private async contextOf(tx: Tx, ess: EssRow, member: Member | null): Promise<MoveContext> {
    const now = this.clock.now();
    return {
      now,
      tenantId: ess.id,
      desk: ess,
      onCall: await this.roster.onCall(tx, now),
      actorId: member?.professionalId ?? null,
      actorSigns: member?.roles.some((role) => DECIDERS.includes(role)) ?? false,
    };
  }

  private tell(
    tx: Tx,
    row: RequestRow,
    type: EventType,
    data: Record<string, string | null>,
    availableAt?: Partial<Record<Consumer, Date>>,
  ): Promise<EventRow> {
    const rooms = new Set(['desk', `org:${row.organisationId}`, `user:${row.authorId}`]);
    if (row.treatingDoctorId) rooms.add(`user:${row.treatingDoctorId}`);
    if (row.ownerKind === 'user') rooms.add(`user:${row.ownerId}`);
    return this.outbox.record(tx, {
      type,
      requestId: row.id,
      version: row.version,
      actorId: tx.ctx.userId,
      urgency: row.class,
      rooms: [...rooms],
      data: { ...factsOf(row, this.clock.now()), ...data },
      availableAt,
    });
  }

  private async keepNote(tx: Tx, event: EventRow, note: { key: Key; text: string }): Promise<void> {
    await tx.manager.query('insert into event_note (tenant_id, event_id, sealed) values ($1, $2, $3)', [
      event.tenantId,
      event.id,
      sealJson(note.key, notePlace(event.id), note.text),
    ]);
  }
}

const DATES = new Set<keyof Moved>([
  'dueAt',
  'reactBy',
  'acknowledgedAt',
  'closedAt',
  'takenAt',
  'pausedAt',
  'promisedBy',
  'plannedFrom',
  'plannedTo',
  'decidedAt',
  'answeredAt',
]);
const frozen = (row: RequestRow): MovedJson =>
  Object.fromEntries(
    MOVED_COLUMNS.map((column) => {
      const value = row[column];
      return [column, value instanceof Date ? value.toISOString() : value];
    }),
  );
/** Columns as they were: JSON has no dates. */
const revive = (before: MovedJson): Partial<RequestRow> =>
  Object.fromEntries(
    MOVED_COLUMNS.map((column) => {
      const value = before[column];
      return [column, DATES.has(column) && typeof value === 'string' ? new Date(value) : value];
    }),
  );

export const stillOpen = (row: RequestRow): boolean => isOpen(row.state);
