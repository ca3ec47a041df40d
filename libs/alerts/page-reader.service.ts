import { Injectable } from '@nestjs/common';
import { rankOf, type EventPayload } from '#contracts';
import type { DeliveryHandler } from '#platform';
import { readerPaged } from './letters.ts';
import { MailOut } from './mail-out.service.ts';

/** The last class whose reader is called by mail; the others find the exam on their list. */
const LAST_URGENT_RANK = rankOf('P1');

/** An urgent visit is done: its reader is told at once. With no reader by name, the desk sees it in its queue. */
@Injectable()
export class PageReader implements DeliveryHandler {
  readonly consumer = 'alerts.page-reader';

  constructor(private readonly mailOut: MailOut) {}

  handle(event: EventPayload): Promise<void> {
    return this.mailOut.deliver(event, this.consumer, (_, { row, toTeam }) => {
      const isWaiting = row.state === 'to_read' && rankOf(row.class) <= LAST_URGENT_RANK;
      if (!isWaiting || row.ownerKind !== 'user' || !row.ownerId) return [];
      return [{ recipientId: row.ownerId, letter: readerPaged(toTeam) }];
    });
  }
}
