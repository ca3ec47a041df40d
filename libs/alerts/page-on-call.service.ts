import { Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import { Roster } from '#directory';
import type { DeliveryHandler } from '#platform';
import { onCallPaged } from './letters.ts';
import { MailOut } from './mail-out.service.ts';

/** A mail to the cardiologue d’avis besides the push the api made at once. */
@Injectable()
export class PageOnCall implements DeliveryHandler {
  readonly consumer = 'alerts.page-on-call';

  constructor(
    private readonly roster: Roster,
    private readonly mailOut: MailOut,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.mailOut.deliver(event, this.consumer, async (tx, { toTeam }) => {
      const onCall = await this.roster.onCall(tx, new Date(event.at));
      // Nobody on call: the desk owns the emergency and has been told by the api.
      return onCall ? [{ recipientId: onCall.id, letter: onCallPaged(toTeam) }] : [];
    });
  }
}
