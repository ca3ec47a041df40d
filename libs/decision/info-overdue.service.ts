import { Injectable } from '@nestjs/common';
import { isOpenMove, type EventPayload } from '#contracts';
import { Directory } from '#directory';
import { Clock, Database, takeDelivery } from '#platform';
import type { DeliveryHandler } from '#platform';
import { Requests } from '#requests';

/** Timer: five working days without the complement asked for, and the desk has to call. */
@Injectable()
export class InfoOverdue implements DeliveryHandler {
  readonly consumer = 'decision.info-overdue';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly requests: Requests,
  ) {}

  async handle(event: EventPayload): Promise<void> {
    const ess = await this.directory.essById(event.tenantId);
    await this.database.tx({ tenantId: event.tenantId, userId: null }, async (tx) => {
      if (!(await takeDelivery(tx, event.eventId, this.consumer, this.clock.now()))) return;
      const row = await this.requests.find(tx, event.requestId);
      // Asked again since: that question has its own timer.
      const isSame = row.pausedAt === null || row.pausedAt.getTime() === Date.parse(event.at);
      if (!isSame || !isOpenMove('info_overdue', row)) return;
      await this.requests.move(tx, ess, row, { move: 'info_overdue', version: null, member: null });
    });
  }
}
