import { Injectable } from '@nestjs/common';
import type { Consumer, EventPayload } from '#contracts';
import { Directory } from '#directory';
import { Audit, Clock, Database, Mailer, takeDelivery } from '#platform';
import type { Letter } from './letters.ts';
import { MailRow } from './mail.entity.ts';

export interface Posting {
  event: EventPayload;
  consumer: Consumer;
  recipientId: string;
  letter: Letter;
}

/**
 * Sends one mail for one delivery. `sending` is written before SMTP, `sent` after: a kill between the two may repeat one
 * mail, with the same Message-ID.
 */
@Injectable()
export class MailOut {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
  ) {}

  async post(posting: Posting): Promise<void> {
    const address = await this.prepare(posting);
    if (address && this.mailer.configured) {
      const { event, consumer, letter } = posting;
      await this.mailer.send({ to: address, ...letter, messageId: `<${event.eventId}.${consumer}@guichet.example>` });
    }
    await this.finish(posting, address !== null && this.mailer.configured);
  }

  /** @returns the address, or null when there is nothing to send: no address, or already sent. */
  private prepare({ event, consumer, recipientId }: Posting): Promise<string | null> {
    const { tenantId, eventId } = event;
    return this.database.tx({ tenantId, userId: null }, async (tx) => {
      const known = await tx.manager.findOneBy(MailRow, { tenantId, eventId, consumer });
      if (known && known.state !== 'sending') return null;
      const { email } = await this.directory.person(tx, recipientId);
      if (!known) {
        const createdAt = this.clock.now();
        await tx.manager.insert(MailRow, {
          tenantId,
          eventId,
          consumer,
          recipientId,
          state: email ? 'sending' : 'no_address',
          createdAt,
          sentAt: null,
        });
      }
      return email;
    });
  }

  private async finish({ event, consumer }: Posting, sent: boolean): Promise<void> {
    const { tenantId, eventId, requestId } = event;
    await this.database.tx({ tenantId, userId: null }, async (tx) => {
      const now = this.clock.now();
      if (!(await takeDelivery(tx, eventId, consumer, now)) || !sent) return;
      await tx.manager.update(MailRow, { tenantId, eventId, consumer }, { state: 'sent', sentAt: now });
      await this.audit.line(tx, { action: 'mail.sent', resource: 'request', resourceId: requestId, reason: consumer });
    });
  }
}
