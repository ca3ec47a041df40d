import { Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import type { DeliveryHandler } from '#platform';
import { correction } from './letters.ts';
import { MailHistory } from './mail-history.service.ts';
import { MailOut } from './mail-out.service.ts';

/** An act was taken back after its mail had left: « une correction est partie », to each person who had it. */
@Injectable()
export class Correct implements DeliveryHandler {
  readonly consumer = 'alerts.correct';

  constructor(
    private readonly history: MailHistory,
    private readonly mailOut: MailOut,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.mailOut.deliver(event, this.consumer, async (tx, { toRequester, toTeam }) => {
      const told = await this.history.toldOfUndone(tx, event);
      return told.map(({ recipientId, isTeam }) => ({
        recipientId,
        letter: correction(isTeam ? toTeam : toRequester),
      }));
    });
  }
}
