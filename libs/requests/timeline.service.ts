import { Injectable } from '@nestjs/common';
import type { EventType } from '#contracts';
import { Directory } from '#directory';
import type { Key, Tx } from '#platform';
import { Requests } from './requests.service.ts';

export interface TimelineStep {
  at: Date;
  type: EventType;
  actor: string | null;
  actorId: string | null;
  data: Record<string, string | null>;
  note: string | null;
}

interface EventFound {
  id: string;
  at: Date;
  type: EventType;
  actor_id: string | null;
  data: Record<string, string | null>;
  sealed: Buffer | null;
}

/** What happened to a request, oldest first, with the reasons that were given. */
@Injectable()
export class Timeline {
  constructor(
    private readonly requests: Requests,
    private readonly directory: Directory,
  ) {}

  async of(tx: Tx, requestId: string, key: Key): Promise<TimelineStep[]> {
    const rows: EventFound[] = await tx.manager.query(
      `select e.id, e.at, e.type, e.actor_id, e.data, n.sealed
         from event e left join event_note n on n.tenant_id = e.tenant_id and n.event_id = e.id
        where e.tenant_id = $1 and e.request_id = $2 order by e.version, e.id`,
      [tx.ctx.tenantId, requestId],
    );
    const names = await this.directory.names(tx, [
      ...rows.map((row) => row.actor_id),
      ...rows.map((row) => row.data.ownerId ?? null),
    ]);
    return rows.map((row) => ({
      at: row.at,
      type: row.type,
      actorId: row.actor_id,
      actor: row.actor_id ? (names.get(row.actor_id) ?? null) : null,
      data: { ...row.data, ownerName: row.data.ownerId ? (names.get(row.data.ownerId) ?? null) : null },
      note: row.sealed ? this.requests.note(row.id, row.sealed, key) : null,
    }));
  }
}
