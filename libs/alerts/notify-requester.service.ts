import { Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import type { DeliveryHandler } from '#platform';
import { requestReceived } from './letters.ts';
import { MailOut } from './mail-out.service.ts';

/** « Demande reçue », to the author. */
@Injectable()
export class NotifyRequester implements DeliveryHandler {
  readonly consumer = 'alerts.notify-requester';

  constructor(private readonly mailOut: MailOut) {}

  handle(event: EventPayload): Promise<void> {
    return this.mailOut.deliver(event, this.consumer, (_, { row, toRequester }) => [
      { recipientId: row.authorId, letter: requestReceived(toRequester) },
    ]);
  }
}
