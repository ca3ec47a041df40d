import { Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import type { DeliveryHandler } from '#platform';
import { infoAsked } from './letters.ts';
import { MailHistory } from './mail-history.service.ts';
import { MailOut } from './mail-out.service.ts';

/** Asks the author for what is missing; the question itself stays behind sign-in. */
@Injectable()
export class NotifyInfo implements DeliveryHandler {
  readonly consumer = 'alerts.notify-info';

  constructor(
    private readonly history: MailHistory,
    private readonly mailOut: MailOut,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.mailOut.deliver(event, this.consumer, async (tx, { row, toRequester }) => {
      const isAwaited = row.state === 'waiting_requester' && (await this.history.isLatest(tx, event, this.consumer));
      return isAwaited ? [{ recipientId: row.authorId, letter: infoAsked(toRequester) }] : [];
    });
  }
}
