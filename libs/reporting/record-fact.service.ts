import { Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import { Clock, Database, takeDelivery } from '#platform';
import type { DeliveryHandler } from '#platform';
import { Reporting } from './reporting.service.ts';

/** Copies one event's facts into the steering table, once. */
@Injectable()
export class RecordFact implements DeliveryHandler {
  readonly consumer = 'reporting.record';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reporting: Reporting,
  ) {}

  async handle({ tenantId, eventId }: EventPayload): Promise<void> {
    await this.database.tx({ tenantId, userId: null }, async (tx) => {
      if (!(await takeDelivery(tx, eventId, this.consumer, this.clock.now()))) return;
      await this.reporting.record(tx, eventId);
    });
  }
}
