import { Injectable } from '@nestjs/common';
import { isOpenMove, type EventPayload } from '#contracts';
import { Directory } from '#directory';
import { Clock, Database, takeDelivery } from '#platform';
import type { DeliveryHandler } from '#platform';
import { Requests } from '#requests';

/** Timer: three working days without proof of reception (one when urgent), and the desk has to call. */
@Injectable()
export class ReceptionOverdue implements DeliveryHandler {
  readonly consumer = 'reports.reception-overdue';

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
      // Answered again since: that answer has its own timer.
      if (row.answeredAt?.getTime() !== Date.parse(event.at) || !isOpenMove('reception_overdue', row)) return;
      await this.requests.move(tx, ess, row, { move: 'reception_overdue', version: null, member: null });
    });
  }
}
