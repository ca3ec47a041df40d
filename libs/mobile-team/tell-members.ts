import type { BusSignal } from '#contracts';
import type { Tx } from '#platform';
import { TeamMemberRow } from './tables/team.entity.ts';

/** Each member of these teams is told once, after commit: his telephone fetches the tour again. */
export async function tellMembers(
  tx: Tx,
  requestByTeam: ReadonlyMap<string, string>,
  kind: BusSignal['kind'],
): Promise<void> {
  const { tenantId } = tx.ctx;
  if (requestByTeam.size === 0) return;
  for (const { teamId, professionalId } of await tx.manager.findBy(TeamMemberRow, { tenantId })) {
    const id = requestByTeam.get(teamId);
    if (id) tx.signals.push({ tenant: tenantId, room: `user:${professionalId}`, kind, id });
  }
}

/** The screens of the coordinators draw the day again. */
export const tellPlanners = (tx: Tx, id: string): void => {
  tx.signals.push({ tenant: tx.ctx.tenantId, room: 'desk', kind: 'visit.drafted', id });
};
