import { Inject, Injectable } from '@nestjs/common';
import { linkUrl } from '#accounts';
import type { EventPayload } from '#contracts';
import { Clock, CONFIG, Keyring } from '#platform';
import type { Config, DeliveryHandler } from '#platform';
import { invitation, patientInvitation } from './letters.ts';
import { PostOffice } from './post-office.service.ts';

interface Invited {
  email: string;
  professionalId: string | null;
  patientId: string | null;
}

/** « Vous êtes invité », to a professional or to a patient, while the invitation is alive. */
@Injectable()
export class Invite implements DeliveryHandler {
  readonly consumer = 'alerts.invite';

  constructor(
    private readonly office: PostOffice,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  handle(event: EventPayload): Promise<void> {
    return this.office.deliver(event, this.consumer, async (tx, ess) => {
      const id = event.subjectId ?? '';
      const rows: Invited[] = await tx.manager.query(ALIVE, [event.tenantId, id, this.clock.now()]);
      const invited = rows[0];
      const recipientId = invited?.professionalId ?? invited?.patientId;
      if (!invited || !recipientId) return [];
      const link = await linkUrl(tx, this.keyring, this.config.publicUrl, ess, { purpose: 'invitation', id });
      const letter = (invited.patientId ? patientInvitation : invitation)({ essName: ess.name, link });
      return [{ recipientId, letter, address: invited.email }];
    });
  }
}

const ALIVE = `
  select email, professional_id as "professionalId", patient_id as "patientId"
    from invitation
   where tenant_id = $1 and id = $2 and accepted_at is null and revoked_at is null and expires_at > $3`;
