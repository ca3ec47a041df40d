import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EventPayload } from '#contracts';
import { Clock, Database, takeDelivery } from '#platform';
import type { DeliveryHandler, Tx } from '#platform';
import { Requests, stillOpen } from '#requests';
import { tellMembers } from '../tell-members.ts';
import { TourStopRow } from '../tables/tour-stop.entity.ts';
import { VisitRow } from '../tables/visit.entity.ts';

/** A request cancelled for good takes its stop off the road, and its team is told at once. */
@Injectable()
export class WithdrawCancelled implements DeliveryHandler {
  readonly consumer = 'mobile-team.withdraw';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly requests: Requests,
  ) {}

  async handle(event: EventPayload): Promise<void> {
    await this.database.tx({ tenantId: event.tenantId, userId: null }, async (tx) => {
      if (!(await takeDelivery(tx, event.eventId, this.consumer, this.clock.now()))) return;
      const row = await this.requests.find(tx, event.requestId);
      if (!stillOpen(row)) await this.withdraw(tx, event);
    });
  }

  private async withdraw(tx: Tx, { requestId, actorId }: EventPayload): Promise<void> {
    const { tenantId } = tx.ctx;
    const now = this.clock.now();
    const planned = await tx.manager.findBy(VisitRow, { tenantId, requestId });
    await tx.manager.update(
      VisitRow,
      { tenantId, requestId },
      { day: null, teamId: null, position: null, startsAt: null, locked: false },
    );
    const living = { tenantId, requestId, status: 'planned' as const, withdrawnAt: IsNull() };
    const stops = await tx.manager.findBy(TourStopRow, living);
    await tx.manager.update(TourStopRow, living, { withdrawnAt: now, position: null });
    const days = new Set([...planned.flatMap(({ day }) => day ?? []), ...stops.map(({ day }) => day)]);
    if (actorId)
      await tx.manager.query(
        `update tour set version = version + 1, changed_by = $3, changed_at = $4 where tenant_id = $1 and day = any($2::date[])`,
        [tenantId, [...days], actorId, now],
      );
    await tellMembers(tx, new Map(stops.map(({ teamId }) => [teamId, requestId])), 'visit.unplanned');
  }
}
