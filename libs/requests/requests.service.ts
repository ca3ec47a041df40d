import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allowedMoves, DomainError, isOpen, MOVE_RULES, notFound } from '#contracts';
import type { EventType, Move } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import { referenceFrom } from '#contracts/reference';
import { Directory, Roster } from '#directory';
import type { EssRow, Member } from '#directory';
import { Audit, Clock, Outbox, sealJson, unsealJson, uuidv7 } from '#platform';
import type { AuditAction, EventRow, Key, Tx } from '#platform';
import { afterMove, atBirth, type MoveContext } from './after-move.ts';
import { RequestRow } from './request.entity.ts';

const place = (column: 'sealed' | 'sealed_summary', id: string) => ({ table: 'request', column, row: id });
const notePlace = (eventId: string) => ({ table: 'event_note', column: 'sealed', row: eventId });

const EVENT_OF: Record<Move, EventType> = {
  propose: 'request.proposed',
  confirm: 'request.confirmed',
  raise: 'request.reclassed',
  lower: 'request.reclassed',
  claim: 'request.reassigned',
  release: 'request.reassigned',
  acknowledge: 'request.acknowledged',
  cancel: 'request.cancelled',
  close: 'request.closed',
};
const AUDIT_OF: Record<Move, AuditAction> = {
  propose: 'request.proposed',
  confirm: 'request.confirmed',
  raise: 'request.raised',
  lower: 'request.lowered',
  claim: 'request.claimed',
  release: 'request.released',
  acknowledge: 'request.acknowledged',
  cancel: 'request.cancelled',
  close: 'request.closed',
};

export type NewRequest = Pick<
  RequestRow,
  | 'draftId'
  | 'fingerprint'
  | 'patientId'
  | 'authorId'
  | 'organisationId'
  | 'takenBy'
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
  note?: { key: Key; text: string };
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
      channel: row.channel,
      class: row.class,
    });
    await this.audit.line(tx, {
      action: 'request.sent',
      resource: 'request',
      resourceId: id,
      reason: request.takenBy ? 'appel' : 'auteur',
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
    const moved = afterMove(row, order.move, { ...context, class: order.class, delayHours: order.delayHours });
    const changes = {
      ...moved,
      missingCount: order.missingCount ?? row.missingCount,
      changedBy: tx.ctx.userId,
      changedAt: context.now,
      version: row.version + 1,
    };
    const guard = { tenantId: row.tenantId, id: row.id, state: row.state, version: row.version };
    const { affected } = await tx.manager.update(RequestRow, guard, changes);
    if (affected !== 1) throw await this.stale(tx, row.id);
    const after = { ...row, ...changes };
    const event = await this.tell(tx, after, eventOf(order.move, row, after), {
      class: after.class,
      fromClass: row.class,
      move: order.move,
      ownerKind: after.ownerKind,
      ownerId: after.ownerId,
    });
    if (order.note) await this.keepNote(tx, event, order.note);
    await this.audit.line(tx, {
      action: AUDIT_OF[order.move],
      resource: 'request',
      resourceId: row.id,
      reason: order.member ? 'assigned' : 'protocole',
    });
    return after;
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
    if (!member) {
      if (MOVE_RULES[move].by !== 'system' || !MOVE_RULES[move].from.includes(row.state)) throw refused;
      return;
    }
    const question = { state: row.state, ownerId: row.ownerId ?? '', acknowledged: row.acknowledgedAt !== null };
    if (
      !allowedMoves(question, {
        professionalId: member.professionalId,
        roles: member.roles,
        isRequester: isRequester(row, member),
      }).includes(move)
    ) {
      throw refused;
    }
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
      actorIsSpecialist: member?.roles.includes('specialist') ?? false,
    };
  }

  private tell(tx: Tx, row: RequestRow, type: EventType, data: Record<string, string | null>): Promise<EventRow> {
    const rooms = ['desk', `org:${row.organisationId}`, `user:${row.authorId}`];
    if (row.ownerKind === 'user' && row.ownerId !== row.authorId) rooms.push(`user:${row.ownerId}`);
    return this.outbox.record(tx, {
      type,
      requestId: row.id,
      version: row.version,
      actorId: tx.ctx.userId,
      urgency: row.class,
      rooms,
      data,
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

/** A request that becomes an emergency pages on-call, whatever the move was. */
const eventOf = (move: Move, before: RequestRow, after: RequestRow): EventType =>
  after.state === 'emergency' && before.state !== 'emergency' ? 'request.emergency' : EVENT_OF[move];

export const isRequester = (row: RequestRow, member: Member): boolean =>
  row.authorId === member.professionalId ||
  member.organisations.some((organisation) => organisation.id === row.organisationId);

export const stillOpen = (row: RequestRow): boolean => isOpen(row.state);
