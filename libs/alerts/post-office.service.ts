import { Injectable } from '@nestjs/common';
import type { Consumer, EventPayload } from '#contracts';
import { Directory } from '#directory';
import type { EssRow } from '#directory';
import { Audit, Clock, Database, Mailer, takeDelivery } from '#platform';
import type { Tx } from '#platform';
import type { Letter } from './letters.ts';
import { MailRow } from './mail.entity.ts';

export interface Addressed {
  recipientId: string;
  letter: Letter;
  /** When it is not the one of the directory: an invitation goes where it was asked to. */
  address?: string;
}
type Ready = Addressed & { address: string };

/** Who is written to, decided at the moment of writing; nobody when there is nothing to say any more. */
export type Write = (tx: Tx, ess: EssRow) => Promise<Addressed[]> | Addressed[];

/**
 * Sends the mails of one delivery, one row for each person. `sending` is written before SMTP, `sent` after: a kill
 * between the two may repeat one mail, with the same Message-ID.
 */
@Injectable()
export class PostOffice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
  ) {}

  async deliver(event: EventPayload, consumer: Consumer, write: Write): Promise<void> {
    const ess = await this.directory.essById(event.tenantId);
    const ready = await this.prepare(ess, event, consumer, write);
    for (const mail of this.mailer.configured ? ready : []) {
      const messageId = `<${event.eventId}.${consumer}.${mail.recipientId}@guichet.example>`;
      await this.mailer.send({ to: mail.address, ...mail.letter, messageId });
      await this.keepSent(event, consumer, mail.recipientId);
    }
    await this.inTenant(event, (tx) => takeDelivery(tx, event.eventId, consumer, this.clock.now()));
  }

  /** @returns what is left to send: nothing when the delivery is over, or was taken back by an undo. */
  private prepare(ess: EssRow, event: EventPayload, consumer: Consumer, write: Write): Promise<Ready[]> {
    return this.inTenant(event, async (tx) => {
      if (!(await holdDelivery(tx, event.eventId, consumer))) return [];
      const ready: Ready[] = [];
      for (const one of await write(tx, ess)) {
        const address = await this.addressLeft(tx, event, consumer, one);
        if (address) ready.push({ ...one, address });
      }
      return ready;
    });
  }

  private async addressLeft(tx: Tx, event: EventPayload, consumer: Consumer, { recipientId, address }: Addressed) {
    const { tenantId, eventId } = event;
    const known = await tx.manager.findOneBy(MailRow, { tenantId, eventId, consumer, recipientId });
    if (known && known.state !== 'sending') return null;
    const email = address ?? (await this.directory.person(tx, recipientId)).email;
    if (known) return email;
    const state = email ? 'sending' : 'no_address';
    const createdAt = this.clock.now();
    await tx.manager.insert(MailRow, { tenantId, eventId, consumer, recipientId, state, createdAt, sentAt: null });
    return email;
  }

  private async keepSent(event: EventPayload, consumer: Consumer, recipientId: string): Promise<void> {
    const { tenantId, eventId, requestId, subjectId } = event;
    await this.inTenant(event, async (tx) => {
      const unsent = { tenantId, eventId, consumer, recipientId, state: 'sending' as const };
      const { affected } = await tx.manager.update(MailRow, unsent, { state: 'sent', sentAt: this.clock.now() });
      if (affected !== 1) return;
      await this.audit.line(tx, {
        action: 'mail.sent',
        resource: requestId ? 'request' : 'person',
        resourceId: requestId || (subjectId ?? null),
        reason: consumer,
      });
    });
  }

  private inTenant<T>({ tenantId }: EventPayload, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.tx({ tenantId, userId: null }, work);
  }
}

/** Its lock makes an undo wait until the mails it must correct are written down. @returns false when it is over. */
async function holdDelivery(tx: Tx, eventId: string, consumer: Consumer): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select 1 from delivery where tenant_id = $1 and event_id = $2 and consumer = $3 and done_at is null for update`,
    [tx.ctx.tenantId, eventId, consumer],
  );
  return rows.length > 0;
}
