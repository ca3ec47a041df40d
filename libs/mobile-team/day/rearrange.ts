import { DomainError } from '#contracts';
import { recommend } from '#routing';
import { type DayState, type DayVisit, isStarted, type Placement, tourOf } from './day-state.ts';
import { startsOf, timeDay, type TimedDay } from './to-day-view.ts';

/** Where a person puts a visit; null takes it out of the day. */
export interface Wish {
  teamId: string;
  position?: number;
  startAt?: Date;
}

const refused = (message: string) => new DomainError('visit.invalid', message);

/** @throws when the visit is no longer the coordinator's to move. */
export function movableVisit(state: DayState, actId: string): DayVisit {
  const visit = state.visits.find((candidate) => candidate.actId === actId);
  if (!visit) throw refused('Cette visite n’est plus à planifier ce jour-là\u00A0: elle a été annulée ou déplacée.');
  if (isStarted(visit)) throw refused('L’équipe est déjà en route vers ce patient\u00A0: appelez-la.');
  return visit;
}

/** The day with one visit somewhere else, hours counted again. Nothing is written. */
export function withMove(day: TimedDay, actId: string, wish: Wish | null): TimedDay {
  const { state } = day;
  const visit = movableVisit(state, actId);
  if (visit.placement?.locked) throw refused('Cette étape est verrouillée. Déverrouillez-la pour la déplacer.');
  if (!wish) return timeDay(renumbered({ ...state, visits: replaced(state.visits, actId, null) }));
  if (!state.teams.some(({ id }) => id === wish.teamId)) throw refused('Cette équipe n’existe pas.');
  const others = tourOf(state.visits, wish.teamId).filter((other) => other.actId !== actId);
  const begun = others.filter(isStarted).length;
  const position = Math.min(Math.max(wish.position ?? bestPosition(day, visit, wish, others), begun), others.length);
  const placement: Placement = {
    teamId: wish.teamId,
    // Just before the one that follows; ranks of the others still count the place it leaves.
    position: (others[position]?.placement?.position ?? state.visits.length) - 0.5,
    startsAt: wish.startAt ?? new Date(0),
    locked: wish.startAt !== undefined,
  };
  return settled(timeDay(renumbered({ ...state, visits: replaced(state.visits, actId, placement) })));
}

/** By its hour when one is chosen, else where it costs least. */
function bestPosition(day: TimedDay, visit: DayVisit, { teamId, startAt }: Wish, others: DayVisit[]): number {
  const begun = day.begun.get(teamId) ?? 0;
  if (startAt) {
    const starts = startsOf(day);
    const after = others.findIndex((other) => (starts.get(other.actId) ?? new Date(0)) > startAt);
    return after === -1 ? others.length : after;
  }
  const known = day.problem.visits.find(({ id }) => id === visit.actId);
  if (!known) return others.length;
  const free = { ...known, lock: undefined };
  const [best] = recommend(day.plan, free, { limit: 100, perTeam: 1 }).filter(({ team }) => team === teamId);
  return best ? best.position + begun : others.length;
}

const replaced = (visits: readonly DayVisit[], actId: string, placement: Placement | null): DayVisit[] =>
  visits.map((visit) => (visit.actId === actId ? { ...visit, placement } : visit));

/** Positions 0, 1, 2… of each team, in driving order. */
export function renumbered(state: DayState): DayState {
  const ranks = new Map(
    state.teams.flatMap(({ id }) => tourOf(state.visits, id).map(({ actId }, rank) => [actId, rank] as const)),
  );
  return {
    ...state,
    visits: state.visits.map((visit) =>
      visit.placement ? { ...visit, placement: { ...visit.placement, position: ranks.get(visit.actId) ?? 0 } } : visit,
    ),
  };
}

/** Every stop takes the hour that was counted for it; a locked one keeps its own. */
export function settled(day: TimedDay): TimedDay {
  const starts = startsOf(day);
  const visits = day.state.visits.map((visit) => {
    const startsAt = starts.get(visit.actId);
    return visit.placement && !visit.placement.locked && startsAt
      ? { ...visit, placement: { ...visit.placement, startsAt } }
      : visit;
  });
  return { ...day, state: { ...day.state, visits } };
}
