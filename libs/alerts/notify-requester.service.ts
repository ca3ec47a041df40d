import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import { Directory } from '#directory';
import { CONFIG, Database } from '#platform';
import type { Config, DeliveryHandler } from '#platform';
import { Requests } from '#requests';
import { requestReceived } from './letters.ts';
import { MailOut } from './mail-out.service.ts';

/** « Demande reçue », to the author. */
@Injectable()
export class NotifyRequester implements DeliveryHandler {
  readonly consumer = 'alerts.notify-requester';

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly requests: Requests,
    private readonly mailOut: MailOut,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(event: EventPayload): Promise<void> {
    const ess = await this.directory.essById(event.tenantId);
    const row = await this.database.tx({ tenantId: event.tenantId, userId: null }, (tx) =>
      this.requests.find(tx, event.requestId),
    );
    const link = `${this.config.publicUrl}/${ess.slug}/demandes/${row.id}`;
    await this.mailOut.post({
      event,
      consumer: this.consumer,
      recipientId: row.authorId,
      letter: requestReceived(ess.name, row.reference, link),
    });
  }
}
