import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import type { Member } from '#directory';
import { Audit, Clock, Database, Outbox, uuidv7 } from '#platform';
import { AccessReasons } from '../access-reasons.service.ts';
import type { PatientInvitedView } from './patient-space.view.ts';
import { samePerson } from './patient-trace.ts';

/** As long as any other invitation. */
const LIVES_MS = 7 * 86_400_000;

/** The desk opens his own space to a patient: one mail, one link, no name in either. */
@Injectable()
export class InvitePatient {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly reasons: AccessReasons,
  ) {}

  /** @throws not-found without a reason to open the patient; patient.invalid when the address cannot serve. */
  invite(member: Member, patientId: string, email: string): Promise<PatientInvitedView> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIVES_MS);
    return this.database.tx(member.ctx, async (tx) => {
      const reason = await this.reasons.toPatient(tx, member, patientId);
      // Of two clicks at once the second waits, then its link is the one that opens.
      const family = reason ? await samePerson(tx, patientId) : [];
      await tx.manager.query(HOLD, [tx.ctx.tenantId, family]);
      const [row]: { erased: boolean; has_space: boolean; other_account: boolean }[] = reason
        ? await tx.manager.query(MAY_INVITE, [tx.ctx.tenantId, patientId, family, email])
        : [];
      if (!reason || !row || row.erased) throw notFound();
      if (row.has_space) throw new DomainError('patient.invalid', 'Ce patient a déjà ouvert son espace.');
      if (row.other_account)
        throw new DomainError(
          'patient.invalid',
          'Cette adresse ne peut pas servir ici\u00a0: demandez-en une autre au patient.',
        );
      const id = uuidv7(now);
      await tx.manager.query(WITHDRAW, [tx.ctx.tenantId, family, now]);
      await tx.manager.query(INVITE, [tx.ctx.tenantId, id, patientId, email, member.professionalId, now, expiresAt]);
      await this.outbox.notice(tx, {
        ...{ type: 'person.invited', subjectId: id, actorId: member.professionalId, rooms: [] },
      });
      await this.audit.line(tx, { action: 'person.invited', resource: 'patient', resourceId: patientId, reason });
      return { expiresAt: expiresAt.toISOString() };
    });
  }
}

/** An address of a professional opens no patient's space: the two never share an account. */
const MAY_INVITE = `
  select p.erased_at is not null as erased,
         exists (select 1 from patient_account s
                  where s.tenant_id = $1 and s.patient_id = any($3) and s.ended_at is null) as has_space,
         exists (select 1 from account a where a.email = $4 and a.professional_id is not null) as other_account
    from patient p where p.tenant_id = $1 and p.id = $2`;

const HOLD = `
  select 1 from patient where tenant_id = $1 and id = any($2) order by id for no key update`;

/** One live invitation at a time: the one before no longer opens anything. */
const WITHDRAW = `
  update invitation set revoked_at = $3
   where tenant_id = $1 and patient_id = any($2) and accepted_at is null and revoked_at is null`;

const INVITE = `
  insert into invitation (tenant_id, id, patient_id, email, invited_by, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;
