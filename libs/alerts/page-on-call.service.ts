import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import { Directory, Roster } from '#directory';
import { Clock, CONFIG, Database, takeDelivery } from '#platform';
import type { Config, DeliveryHandler } from '#platform';
import { Requests } from '#requests';
import { onCallPaged } from './letters.ts';
import { MailOut } from './mail-out.service.ts';

/** A mail to the cardiologue d’avis besides the push the api made at once. */
@Injectable()
export class PageOnCall implements DeliveryHandler {
  readonly consumer = 'alerts.page-on-call';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly roster: Roster,
    private readonly requests: Requests,
    private readonly mailOut: MailOut,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(event: EventPayload): Promise<void> {
    const ess = await this.directory.essById(event.tenantId);
    const found = await this.database.tx({ tenantId: event.tenantId, userId: null }, async (tx) => {
      const onCall = await this.roster.onCall(tx, new Date(event.at));
      // Nobody on call: the desk owns the emergency and has been told by the api.
      if (!onCall) await takeDelivery(tx, event.eventId, this.consumer, this.clock.now());
      return { onCall, row: await this.requests.find(tx, event.requestId) };
    });
    if (!found.onCall) return;
    const link = `${this.config.publicUrl}/${ess.slug}/bureau/${found.row.id}`;
    await this.mailOut.post({
      event,
      consumer: this.consumer,
      recipientId: found.onCall.id,
      letter: onCallPaged(ess.name, found.row.reference, link),
    });
  }
}
