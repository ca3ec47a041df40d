import { DomainError } from '#contracts';
import type { Directory } from '#directory';
import type { Member } from '#directory';
import type { Tx } from '#platform';
import { hourOf } from '../french-hours.ts';
import { TourRow } from '../tables/tour.entity.ts';

/**
 * One guarded step of a day's version: of two coordinators at once, one wins and the other learns who and when.
 * @throws plan.stale
 */
export async function stepVersion(
  tx: Tx,
  directory: Directory,
  member: Pick<Member, 'ess' | 'professionalId'>,
  day: { date: string; version: number },
  now: Date,
): Promise<void> {
  const { tenantId } = tx.ctx;
  const changedBy = member.professionalId;
  if (day.version === 0) {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(TourRow)
      .values({ tenantId, day: day.date, version: 1, changedBy, changedAt: now })
      .orIgnore()
      .returning('version')
      .execute();
    if (Array.isArray(raw) && raw.length === 1) return;
  } else {
    const guard = { tenantId, day: day.date, version: day.version };
    const { affected } = await tx.manager.update(TourRow, guard, {
      version: day.version + 1,
      changedBy,
      changedAt: now,
    });
    if (affected === 1) return;
  }
  throw await stalePlan(tx, directory, member, day.date);
}

async function stalePlan(
  tx: Tx,
  directory: Directory,
  member: Pick<Member, 'ess'>,
  date: string,
): Promise<DomainError> {
  const row = await tx.manager.findOneBy(TourRow, { tenantId: tx.ctx.tenantId, day: date });
  if (!row) return new DomainError('plan.stale', 'Ce plan n’est plus celui du jour. Rechargez la page.');
  const by = (await directory.person(tx, row.changedBy)).name;
  const at = hourOf(row.changedAt, member.ess.timezone);
  return new DomainError(
    'plan.stale',
    `${by} a changé cette journée à ${at}. Voici le plan à jour\u00A0: refaites votre geste s’il a encore un sens.`,
    { conflict: { by, at: row.changedAt.toISOString(), version: row.version } },
  );
}
