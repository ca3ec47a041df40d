import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import { CONFIG } from '#platform';
import type { Config, DeliveryHandler } from '#platform';
import { signInChanged } from './letters.ts';
import { PostOffice } from './post-office.service.ts';

/** A second factor was added, removed or reset: its owner is told, whoever did it. */
@Injectable()
export class TellOwner implements DeliveryHandler {
  readonly consumer = 'alerts.tell-owner';

  constructor(
    private readonly office: PostOffice,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.office.deliver(event, this.consumer, async (tx, ess) => {
      // About an account, or about the person whose account it is.
      const owners: { email: string; recipientId: string | null }[] = await tx.manager.query(
        'select email, professional_id as "recipientId" from account where id = $1 or professional_id = $1',
        [event.subjectId],
      );
      const letter = signInChanged({ essName: ess.name, link: `${this.config.publicUrl}/connexion` });
      return owners.flatMap(({ email, recipientId }) => (recipientId ? [{ recipientId, letter, address: email }] : []));
    });
  }
}
