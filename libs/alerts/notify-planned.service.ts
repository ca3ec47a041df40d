import { Injectable } from '@nestjs/common';
import type { EventPayload, RequestState } from '#contracts';
import type { DeliveryHandler } from '#platform';
import { dateChanged, decidedAndPlanned } from './letters.ts';
import { MailHistory } from './mail-history.service.ts';
import { MailOut } from './mail-out.service.ts';

/** While the announced date is still to come. */
const PLANNED: readonly RequestState[] = ['scheduled', 'in_progress'];

/** « Décidée et planifiée », to the author, once there is a date; a second date of one decision says that it changed. */
@Injectable()
export class NotifyPlanned implements DeliveryHandler {
  readonly consumer = 'alerts.notify-planned';

  constructor(
    private readonly history: MailHistory,
    private readonly mailOut: MailOut,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.mailOut.deliver(event, this.consumer, async (tx, { row, toRequester }) => {
      if (!PLANNED.includes(row.state) || !(await this.history.isLatest(tx, event, this.consumer))) return [];
      const isFirst = !(await this.history.wasDateTold(tx, event));
      const letter = isFirst ? decidedAndPlanned(toRequester) : dateChanged(toRequester);
      return [{ recipientId: row.authorId, letter }];
    });
  }
}
