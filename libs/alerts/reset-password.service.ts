import { Inject, Injectable } from '@nestjs/common';
import { linkUrl } from '#accounts';
import type { EventPayload } from '#contracts';
import { Clock, CONFIG, Keyring } from '#platform';
import type { Config, DeliveryHandler } from '#platform';
import { passwordReset } from './letters.ts';
import { PostOffice } from './post-office.service.ts';

/** The link that changes a forgotten password, to the address of the account. */
@Injectable()
export class ResetPassword implements DeliveryHandler {
  readonly consumer = 'alerts.reset-password';

  constructor(
    private readonly office: PostOffice,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.office.deliver(event, this.consumer, async (tx, ess) => {
      const id = event.subjectId ?? '';
      const [owner]: { email: string; recipientId: string | null }[] = await tx.manager.query(ALIVE, [
        event.tenantId,
        id,
        this.clock.now(),
      ]);
      if (!owner?.recipientId) return [];
      const link = await linkUrl(tx, this.keyring, this.config.publicUrl, ess, { purpose: 'password', id });
      const letter = passwordReset({ essName: ess.name, link });
      return [{ recipientId: owner.recipientId, letter, address: owner.email }];
    });
  }
}

const ALIVE = `
  select a.email, coalesce(a.professional_id, (select p.patient_id from patient_account p
                                                where p.tenant_id = l.tenant_id and p.account_id = a.id limit 1)) as "recipientId"
    from link l join account a on a.id = l.account_id
   where l.tenant_id = $1 and l.id = $2 and l.used_at is null and l.expires_at > $3`;
