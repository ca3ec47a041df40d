import { In, IsNull, Not } from 'typeorm';
import type { Member } from '#directory';
import type { Tx } from '#platform';
import { TeamMemberRow } from '../tables/team.entity.ts';
import { TourStopRow } from '../tables/tour-stop.entity.ts';

/** The announced stop of a visit, locked against another write; null when it is not of one's teams. */
export async function livingStop(tx: Tx, member: Member, actId: string): Promise<TourStopRow | null> {
  const { tenantId } = tx.ctx;
  const mine = await tx.manager.findBy(TeamMemberRow, { tenantId, professionalId: member.professionalId });
  return tx.manager.findOne(TourStopRow, {
    where: {
      tenantId,
      actId,
      teamId: In(mine.map(({ teamId }) => teamId)),
      withdrawnAt: IsNull(),
      status: Not('not_done'),
    },
    lock: { mode: 'pessimistic_write' },
  });
}
