import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import { CONFIG } from '#platform';
import type { Config, DeliveryHandler } from '#platform';
import { exceptionalAccess } from './letters.ts';
import { PostOffice } from './post-office.service.ts';

/** « Accès exceptionnel »: the medical leads and the DPO are told at once, without a word of the patient. */
@Injectable()
export class TellExceptional implements DeliveryHandler {
  readonly consumer = 'alerts.tell-exceptional';

  constructor(
    private readonly office: PostOffice,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.office.deliver(event, this.consumer, async (tx, ess) => {
      const readers: { recipientId: string }[] = await tx.manager.query(REVIEWERS, [event.tenantId, event.at]);
      const letter = exceptionalAccess({ essName: ess.name, link: `${this.config.publicUrl}/${ess.slug}/controle` });
      return readers.map(({ recipientId }) => ({ recipientId, letter }));
    });
  }
}

const REVIEWERS = `
  select distinct professional_id as "recipientId"
    from membership
   where tenant_id = $1 and role in ('medical_lead', 'dpo') and suspended_at is null and ended_at is null
     and starts_on <= $2::date and (ends_on is null or ends_on >= $2::date)`;
