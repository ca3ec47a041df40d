import type { Member } from '#directory';
import type { Tx } from '#platform';
import { invalidPeople } from './role-rules.ts';

/** Two administrators who put each other out at once wait for one another here. */
export async function holdAdministrators(tx: Tx): Promise<void> {
  await tx.manager.query(
    `select 1 from membership where tenant_id = $1 and role = 'ess_admin' and ended_at is null order by id for update`,
    [tx.ctx.tenantId],
  );
}

/** After a change to one of them, somebody without an end must be left to invite the others. @throws people.invalid */
export async function requireAdministrator(tx: Tx, member: Member, changedId: string, today: string): Promise<void> {
  const concerned: unknown[] = await tx.manager.query(
    `select 1 from membership where tenant_id = $1 and professional_id = $2 and role = 'ess_admin' limit 1`,
    [member.ess.id, changedId],
  );
  if (concerned.length === 0) return;
  const left: unknown[] = await tx.manager.query(
    `select 1 from membership m join account a on a.professional_id = m.professional_id and a.disabled_at is null
      where m.tenant_id = $1 and m.role = 'ess_admin' and m.suspended_at is null and m.ended_at is null
        and m.starts_on <= $2::date and m.ends_on is null limit 1`,
    [member.ess.id, today],
  );
  if (left.length > 0) return;
  throw invalidPeople(
    'Il faut garder une personne à l’administration de l’ESS, sans date de fin. Invitez-en une autre d’abord.',
  );
}
