import { Injectable } from '@nestjs/common';
import type { ActKind, ActState } from '#contracts/care';
import { Clock, sealJson, unsealJson, uuidv7 } from '#platform';
import type { Key, Tx } from '#platform';
import type { RequestRow } from '#requests';
import { type ActDetail, ActRow, EMPTY_DETAIL } from './act.entity.ts';

const place = (id: string) => ({ table: 'act', column: 'sealed', row: id });

export interface NewAct {
  kind: ActKind;
  detail: ActDetail;
  dueAt: Date;
  orderedBy: string;
  /** An answer given at once is an act already done. */
  done?: boolean;
}

/** Acts of a request, in the order they were decided. */
@Injectable()
export class Acts {
  constructor(private readonly clock: Clock) {}

  /** `request` is the row after the move that orders the act; what was open ends with that move. */
  async open(tx: Tx, request: RequestRow, key: Key, act: NewAct): Promise<ActRow> {
    await this.end(tx, request.id, request.version, 'done');
    const now = this.clock.now();
    const id = uuidv7(now);
    const row: ActRow = {
      tenantId: request.tenantId,
      id,
      requestId: request.id,
      patientId: request.patientId,
      kind: act.kind,
      state: act.done ? 'done' : 'open',
      orderedBy: act.orderedBy,
      orderedAt: now,
      openedVersion: request.version,
      endedVersion: act.done ? request.version : null,
      endedAt: act.done ? now : null,
      dueAt: act.dueAt,
      sealed: sealJson(key, place(id), act.detail),
    };
    await tx.manager.insert(ActRow, row);
    return row;
  }

  /** The open act of a request, or null. */
  openOf(tx: Tx, requestId: string): Promise<ActRow | null> {
    return tx.manager.findOneBy(ActRow, { tenantId: tx.ctx.tenantId, requestId, state: 'open' });
  }

  openOfKind(tx: Tx, kind: ActKind): Promise<ActRow[]> {
    return tx.manager.find(ActRow, {
      where: { tenantId: tx.ctx.tenantId, kind, state: 'open' },
      order: { dueAt: 'ASC', id: 'ASC' },
    });
  }

  /** Oldest first; acts taken back are left out. */
  async ofRequest(tx: Tx, requestId: string): Promise<ActRow[]> {
    const rows = await tx.manager.find(ActRow, {
      where: { tenantId: tx.ctx.tenantId, requestId },
      order: { openedVersion: 'ASC', id: 'ASC' },
    });
    return rows.filter((row) => row.state !== 'undone');
  }

  detail(act: ActRow, key: Key): ActDetail {
    return key.erased !== undefined ? EMPTY_DETAIL : unsealJson<ActDetail>(key, place(act.id), act.sealed);
  }

  async reseal(tx: Tx, act: ActRow, key: Key, detail: ActDetail): Promise<void> {
    const { tenantId, id } = act;
    await tx.manager.update(ActRow, { tenantId, id }, { sealed: sealJson(key, place(id), detail) });
  }

  /** Ends the open act, if there is one, at this version of the request. */
  async end(tx: Tx, requestId: string, version: number, state: Exclude<ActState, 'open' | 'undone'>): Promise<void> {
    await tx.manager.update(
      ActRow,
      { tenantId: tx.ctx.tenantId, requestId, state: 'open' },
      { state, endedVersion: version, endedAt: this.clock.now() },
    );
  }

  /** Takes back what one version of the request opened or ended. */
  async takeBack(tx: Tx, requestId: string, version: number): Promise<void> {
    const { tenantId } = tx.ctx;
    await tx.manager.update(
      ActRow,
      { tenantId, requestId, openedVersion: version },
      { state: 'undone', endedVersion: version, endedAt: this.clock.now() },
    );
    await tx.manager.query(
      `update act set state = 'open', ended_version = null, ended_at = null
        where tenant_id = $1 and request_id = $2 and ended_version = $3 and opened_version <> $3`,
      [tenantId, requestId, version],
    );
  }
}
