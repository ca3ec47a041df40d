import { Inject, Injectable } from '@nestjs/common';
import type { Consumer, EventPayload } from '#contracts';
import { Directory } from '#directory';
import type { EssRow } from '#directory';
import { Audit, Clock, CONFIG, Database, Mailer, takeDelivery } from '#platform';
import type { Config, Tx } from '#platform';
import { Requests } from '#requests';
import type { RequestRow } from '#requests';
import type { Letter, LetterFacts } from './letters.ts';
import { MailRow } from './mail.entity.ts';

export interface Told {
  event: EventPayload;
  row: RequestRow;
  /** For who asks, and for who works on it. */
  toRequester: LetterFacts;
  toTeam: LetterFacts;
}
export interface Addressed {
  recipientId: string;
  letter: Letter;
}
/** Who is written to, decided at the moment of writing; nobody when there is nothing to say any more. */
export type Compose = (tx: Tx, told: Told) => Promise<Addressed[]> | Addressed[];

type Ready = Addressed & { address: string };

/**
 * Sends the mails of one delivery, one row for each person. `sending` is written before SMTP, `sent` after: a kill
 * between the two may repeat one mail, with the same Message-ID.
 */
@Injectable()
export class MailOut {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly requests: Requests,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async deliver(event: EventPayload, consumer: Consumer, compose: Compose): Promise<void> {
    const ess = await this.directory.essById(event.tenantId);
    const ready = await this.prepare(ess, event, consumer, compose);
    for (const mail of this.mailer.configured ? ready : []) {
      const messageId = `<${event.eventId}.${consumer}.${mail.recipientId}@guichet.example>`;
      await this.mailer.send({ to: mail.address, ...mail.letter, messageId });
      await this.keepSent(event, consumer, mail.recipientId);
    }
    await this.inTenant(event, (tx) => takeDelivery(tx, event.eventId, consumer, this.clock.now()));
  }

  /** @returns what is left to send: nothing when the delivery is over, or was taken back by an undo. */
  private prepare(ess: EssRow, event: EventPayload, consumer: Consumer, compose: Compose): Promise<Ready[]> {
    return this.inTenant(event, async (tx) => {
      if (!(await holdDelivery(tx, event.eventId, consumer))) return [];
      const row = await this.requests.find(tx, event.requestId);
      const letters = await compose(tx, { event, row, ...this.factsOf(ess, row) });
      const ready: Ready[] = [];
      for (const one of letters) {
        const address = await this.addressLeft(tx, event, consumer, one.recipientId);
        if (address) ready.push({ ...one, address });
      }
      return ready;
    });
  }

  private async addressLeft(tx: Tx, event: EventPayload, consumer: Consumer, recipientId: string) {
    const { tenantId, eventId } = event;
    const known = await tx.manager.findOneBy(MailRow, { tenantId, eventId, consumer, recipientId });
    if (known && known.state !== 'sending') return null;
    const { email } = await this.directory.person(tx, recipientId);
    if (known) return email;
    const state = email ? 'sending' : 'no_address';
    const createdAt = this.clock.now();
    await tx.manager.insert(MailRow, { tenantId, eventId, consumer, recipientId, state, createdAt, sentAt: null });
    return email;
  }

  private async keepSent(event: EventPayload, consumer: Consumer, recipientId: string): Promise<void> {
    const { tenantId, eventId, requestId } = event;
    await this.inTenant(event, async (tx) => {
      const unsent = { tenantId, eventId, consumer, recipientId, state: 'sending' as const };
      const { affected } = await tx.manager.update(MailRow, unsent, { state: 'sent', sentAt: this.clock.now() });
      if (affected !== 1) return;
      await this.audit.line(tx, { action: 'mail.sent', resource: 'request', resourceId: requestId, reason: consumer });
    });
  }

  private factsOf(ess: EssRow, { id, reference }: RequestRow): Pick<Told, 'toRequester' | 'toTeam'> {
    const home = `${this.config.publicUrl}/${ess.slug}`;
    const common = { essName: ess.name, reference };
    return {
      toRequester: { ...common, link: `${home}/demandes/${id}` },
      toTeam: { ...common, link: `${home}/bureau/${id}` },
    };
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
