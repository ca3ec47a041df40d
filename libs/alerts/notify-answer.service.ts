import { Injectable } from '@nestjs/common';
import type { EventPayload, RequestState } from '#contracts';
import type { DeliveryHandler } from '#platform';
import { answerReady } from './letters.ts';
import { MailOut } from './mail-out.service.ts';

/** No answer is awaited any more. */
const ABANDONED: readonly RequestState[] = ['cancelled', 'merged'];

/** « Réponse prête », to the author, and to the treating doctor when he is somebody else. */
@Injectable()
export class NotifyAnswer implements DeliveryHandler {
  readonly consumer = 'alerts.notify-answer';

  constructor(private readonly mailOut: MailOut) {}

  handle(event: EventPayload): Promise<void> {
    return this.mailOut.deliver(event, this.consumer, (_, { row, toRequester }) => {
      if (ABANDONED.includes(row.state)) return [];
      const readers = new Set([row.authorId, ...(row.treatingDoctorId ? [row.treatingDoctorId] : [])]);
      return [...readers].map((recipientId) => ({ recipientId, letter: answerReady(toRequester) }));
    });
  }
}
