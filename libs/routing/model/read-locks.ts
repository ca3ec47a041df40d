import { ProblemError } from '../problem-error.ts';
import type { Problem } from '../problem.ts';
import type { Model } from './model.ts';

/** Locks by visit. Those that fix a rank or an hour pin the visit: the search does not even lift it. */
export function readLocks({ visits, teams }: Problem): Pick<Model, 'lockedTeam' | 'lockedRank' | 'isPinned'> {
  const ranks = new Map<string, Set<number>>();
  const lockedTeam = new Int32Array(visits.length).fill(-1);
  const lockedRank = new Int32Array(visits.length).fill(-1);
  const isPinned = new Uint8Array(visits.length);
  visits.forEach(({ id, lock }, at) => {
    if (!lock) return;
    lockedTeam[at] = teams.findIndex((team) => team.id === lock.team);
    if (lockedTeam[at] === -1) throw new ProblemError(`La visite ${id} est verrouillée sur une équipe inconnue.`);
    if (lock.at !== undefined || lock.position !== undefined) isPinned[at] = 1;
    if (lock.position === undefined) return;
    const taken = ranks.get(lock.team) ?? new Set();
    if (taken.has(lock.position))
      throw new ProblemError(`Deux visites sont verrouillées au même rang (équipe ${lock.team}).`);
    ranks.set(lock.team, taken.add(lock.position));
    lockedRank[at] = lock.position;
  });
  for (const [team, taken] of ranks) {
    const isBeginning = [...taken].every((rank) => Number.isInteger(rank) && rank >= 0 && rank < taken.size);
    if (!isBeginning)
      throw new ProblemError(
        `Les rangs verrouillés de l’équipe ${team} doivent se suivre depuis le début de la tournée.`,
      );
  }
  return { lockedTeam, lockedRank, isPinned };
}
