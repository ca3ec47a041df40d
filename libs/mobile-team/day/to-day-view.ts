import { NOT_DONE_LABELS } from '#contracts/care';
import { check, type Plan, type Stop, type Tour } from '#routing';
import { dayOf, frenchSpaces, hourOf, rangeOf } from '../french-hours.ts';
import type { TeamRow } from '../tables/team.entity.ts';
import { isWithin, promiseFor } from './announced-slot.ts';
import { type DayState, type DayVisit, isAsTold, isStarted, tourOf } from './day-state.ts';
import type { DayView, MovedPromiseView, StopView, TeamView, ViolationView, VisitView } from './day.view.ts';
import { DOOR_MINUTES, type DayProblem, expectedEnd, startWindowsOf, toProblem } from './to-problem.ts';

const DAY_SECONDS = 24 * 3600;

/** A day with its hours: the rows, what they mean for the planner, and what comes out of the order they give. */
export interface TimedDay extends DayProblem {
  state: DayState;
  plan: Plan;
}

/** Tour by tour: a team knows the roads between its own stops, which is little to count. */
export function timeDay(state: DayState): TimedDay {
  const day = toProblem(state);
  const { problem, orders } = day;
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const parts = orders.map((order) => {
    const team = problem.teams.filter(({ id }) => id === order.team);
    return check({ teams: team, visits: order.visits.flatMap((id) => visits.get(id) ?? []) }, [order]);
  });
  const plan: Plan = {
    problem,
    tours: parts.flatMap(({ tours }) => tours),
    violations: parts.flatMap(({ violations }) => violations),
    unplanned: [],
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
    iterations: 0,
  };
  return { ...day, state, plan };
}

/** The start that the plan gives to each visit not begun. */
export function startsOf({ plan, clock }: TimedDay): Map<string, Date> {
  return new Map(
    plan.tours.flatMap(({ stops }) => stops.map(({ visit, startAt }) => [visit, clock.toInstant(startAt)] as const)),
  );
}

export function toDayView(day: TimedDay, movedPromises = promisesMovedBy(day)): DayView {
  const { state } = day;
  const teams = state.teams.map((team) => toTeamView(day, team));
  const visits = teams.reduce((sum, team) => sum + team.stops.length, 0);
  const changes = unpublishedChanges(state);
  return {
    date: state.date,
    version: state.tour?.version ?? 0,
    published: state.tour?.publishedAt != null && changes === 0,
    publishedAt: state.tour?.publishedAt?.toISOString() ?? null,
    unpublishedChanges: changes,
    readOnly: state.date < state.today,
    teams,
    unplanned: state.visits.filter(({ placement }) => !placement).map((visit) => toVisitView(day, visit)),
    draftedElsewhere: state.draftedElsewhere,
    totals: {
      visits,
      driveMin: teams.reduce((sum, team) => sum + team.driveMin, 0),
      km: oneDecimal(teams.reduce((sum, team) => sum + team.km, 0)),
    },
    violations: violationsOf(day),
    movedPromises,
    serverNow: state.now.toISOString(),
  };
}

/** Announced hours that this plan does not keep. */
export function promisesMovedBy(day: TimedDay): MovedPromiseView[] {
  const starts = startsOf(day);
  return day.state.visits.flatMap((visit) => {
    const { told, placement } = visit;
    if (!told || told.status !== 'planned' || told.day !== day.state.date) return [];
    const start = placement ? starts.get(visit.actId) : undefined;
    const kept = start && promiseFor(start, { from: told.fromAt, to: told.toAt });
    if (kept && kept.from.getTime() === told.fromAt.getTime()) return [];
    return [
      {
        actId: visit.actId,
        patientName: visit.patientName,
        from: told.fromAt.toISOString(),
        to: kept?.from.toISOString() ?? null,
      },
    ];
  });
}

/** Broken rules in French; an hour that slips inside its promise breaks nothing. */
export function violationsOf(day: TimedDay): ViolationView[] {
  const { plan, clock, state } = day;
  const visits = new Map(state.visits.map((visit) => [visit.actId, visit]));
  const rules = plan.violations.flatMap(({ cause, team, visit: actId, seconds, words }): ViolationView[] => {
    const visit = actId ? visits.get(actId) : undefined;
    const stop = plan.tours.flatMap(({ stops }) => stops).find((candidate) => candidate.visit === actId);
    const about = { actId: actId ?? null, teamId: team, seconds: seconds ?? null };
    const isLate = (cause === 'lock' || cause === 'delay') && seconds !== undefined;
    if (!visit?.told || !stop || !isLate || visit.told.day !== state.date)
      return [{ ...about, kind: cause, text: frenchSpaces(words) }];
    const { fromAt: from, toAt: to } = visit.told;
    const start = clock.toInstant(stop.startAt);
    if (isWithin(start, { from, to })) return [];
    const text = `Promis ${rangeOf(from, to, state.timezone)}\u00A0: arrivée possible à ${hourOf(start, state.timezone)}.`;
    return [{ ...about, kind: 'promise', text }];
  });
  return [...rules, ...lateOnes({ plan, clock, state }), ...unknownPlaces(state), ...leftOut(day)];
}

function lateOnes({ plan, clock, state }: Pick<TimedDay, 'plan' | 'clock' | 'state'>): ViolationView[] {
  return plan.tours.flatMap(({ team, stops }) =>
    stops.flatMap(({ visit: actId, startAt }): ViolationView[] => {
      const visit = state.visits.find((candidate) => candidate.actId === actId);
      const seconds = visit ? startAt - clock.toSeconds(visit.dueAt) : 0;
      if (!visit || seconds <= 0) return [];
      const due = `${dayOf(visit.dueAt, state.timezone)} à ${hourOf(visit.dueAt, state.timezone)}`;
      return [{ actId, teamId: team, kind: 'late', text: `Prévue après son échéance, le ${due}.`, seconds }];
    }),
  );
}

const unknownPlaces = ({ visits }: DayState): ViolationView[] =>
  visits
    .filter(({ placement, commune }) => placement && !commune)
    .map(({ actId, placement }) => ({
      actId,
      teamId: placement?.teamId ?? null,
      kind: 'place' as const,
      text: 'La commune du patient n’est pas connue\u00A0: sa route n’est pas comptée.',
      seconds: null,
    }));

/** Due that day or before, and in no tour: why not, when it is known. */
function leftOut({ problem, orders, clock, state }: TimedDay): ViolationView[] {
  const left = state.visits.filter(({ placement, dueAt }) => !placement && clock.toSeconds(dueAt) < DAY_SECONDS);
  if (left.length === 0) return [];
  const ids = new Set([...left.map(({ actId }) => actId), ...orders.flatMap(({ visits }) => visits)]);
  const concerned = { teams: problem.teams, visits: problem.visits.filter(({ id }) => ids.has(id)) };
  const words = new Map(check(concerned, orders).unplanned.map((reason) => [reason.visit, reason.words]));
  return left.map(({ actId, dueAt }) => {
    const due = `${dayOf(dueAt, state.timezone)} à ${hourOf(dueAt, state.timezone)}`;
    const text = `À voir avant le ${due}, et dans aucune tournée. ${frenchSpaces(words.get(actId) ?? '')}`.trim();
    return { actId, teamId: null, kind: 'unplanned' as const, text, seconds: null };
  });
}

function toTeamView(day: TimedDay, team: TeamRow): TeamView {
  const { state, clock, plan } = day;
  const tour = plan.tours.find((candidate) => candidate.team === team.id);
  const visits = tourOf(state.visits, team.id);
  const begun = visits.filter(isStarted);
  const stops = visits.map((visit, position) => toStopView(day, visit, position, tour));
  const shiftTo = clock.toInstant(team.shiftTo * 60);
  const last = begun.at(-1);
  const endsAt = tour ? clock.toInstant(tour.finishAt) : last && expectedEnd(last, state.now);
  const departAt = departureOf(begun[0]) ?? (tour && clock.toInstant(tour.departAt));
  const driven = begun.reduce(
    (sum, { told }) => ({
      seconds: sum.seconds + (told?.travelSeconds ?? 0),
      meters: sum.meters + (told?.travelMeters ?? 0),
    }),
    { seconds: 0, meters: 0 },
  );
  return {
    id: team.id,
    name: team.name,
    colour: team.colour,
    members: state.members.get(team.id) ?? [],
    equipment: team.equipment,
    shiftFrom: clock.toIso(team.shiftFrom * 60),
    shiftTo: shiftTo.toISOString(),
    start: { label: team.startLabel, lat: team.startLat, lng: team.startLng },
    end: { label: team.endLabel, lat: team.endLat, lng: team.endLng },
    departAt: departAt?.toISOString() ?? null,
    stops,
    driveMin: Math.round((driven.seconds + (tour?.driveSeconds ?? 0)) / 60),
    km: oneDecimal((driven.meters + (tour?.meters ?? 0)) / 1000),
    endsAt: endsAt?.toISOString() ?? null,
    overtimeMin: endsAt ? Math.max(0, Math.round((endsAt.getTime() - shiftTo.getTime()) / 60_000)) : 0,
  };
}

function departureOf(first: DayVisit | undefined): Date | undefined {
  const told = first?.told;
  return told ? (told.enRouteAt ?? new Date(told.arriveAt.getTime() - told.travelSeconds * 1000)) : undefined;
}

function toStopView(day: TimedDay, visit: DayVisit, position: number, tour: Tour | undefined): StopView {
  const { told } = visit;
  const promised =
    told && told.day === day.state.date ? { from: told.fromAt.toISOString(), to: told.toAt.toISOString() } : null;
  return { ...toVisitView(day, visit), position, promised, ...timesOf(day, visit, tour) };
}

type Times = Pick<StopView, 'arriveAt' | 'startAt' | 'endAt' | 'travelMin' | 'km' | 'waitMin'>;

/** What is begun is told by the telephone; the rest by the plan. */
function timesOf({ state, clock }: TimedDay, visit: DayVisit, tour: Tour | undefined): Times {
  const { told } = visit;
  if (told && isStarted(visit)) {
    const arriveAt = told.arrivedAt ?? told.arriveAt;
    return {
      arriveAt: arriveAt.toISOString(),
      startAt: (told.arrivedAt ?? told.startAt).toISOString(),
      endAt: expectedEnd(visit, state.now).toISOString(),
      travelMin: Math.round(told.travelSeconds / 60),
      km: oneDecimal(told.travelMeters / 1000),
      waitMin: 0,
    };
  }
  const rank = tour?.stops.findIndex((stop) => stop.visit === visit.actId) ?? -1;
  const stop = tour?.stops[rank];
  const leg = stop && tour ? legBefore(tour.stops, rank) : { seconds: 0, meters: 0 };
  const startAt = stop ? clock.toIso(stop.startAt) : (visit.placement?.startsAt ?? state.now).toISOString();
  return {
    arriveAt: stop ? clock.toIso(stop.arriveAt) : startAt,
    startAt,
    endAt: stop ? clock.toIso(stop.leaveAt) : startAt,
    travelMin: Math.round(leg.seconds / 60),
    km: oneDecimal(leg.meters / 1000),
    waitMin: Math.round((stop?.waitingSeconds ?? 0) / 60),
  };
}

/** Figures of a tour add up from its departure: one leg is a difference. */
export function legBefore(stops: readonly Stop[], rank: number): { seconds: number; meters: number } {
  const [before, stop] = [stops[rank - 1], stops[rank]];
  return {
    seconds: (stop?.driveSeconds ?? 0) - (before?.driveSeconds ?? 0),
    meters: (stop?.meters ?? 0) - (before?.meters ?? 0),
  };
}

function toVisitView({ state, clock }: TimedDay, visit: DayVisit): VisitView {
  const { commune, lastNotDone, told } = visit;
  return {
    actId: visit.actId,
    requestId: visit.requestId,
    reference: visit.reference,
    class: visit.class,
    patientName: visit.patientName,
    patientAge: visit.patientAge,
    communeName: commune?.name ?? null,
    lat: commune?.lat ?? null,
    lng: commune?.lng ?? null,
    placeLabel: commune ? `${commune.name}, position à la commune` : 'Commune non connue',
    placePrecision: commune ? 'commune' : 'unknown',
    exams: visit.exams,
    serviceMin: visit.minutes + DOOR_MINUTES,
    windows: startWindowsOf(state, clock, visit, DAY_SECONDS - 1).map(({ from, to }) => ({
      from: clock.toIso(from),
      to: clock.toIso(to),
    })),
    dueAt: visit.dueAt.toISOString(),
    locked: visit.placement?.locked ?? false,
    status: told?.status ?? (lastNotDone ? 'not_done' : 'planned'),
    lastNotDone: lastNotDone && {
      at: lastNotDone.at.toISOString(),
      reason: lastNotDone.reason,
      reasonLabel: NOT_DONE_LABELS[lastNotDone.reason],
    },
  };
}

/** Stops to be told, told otherwise, or taken back. */
function unpublishedChanges({ visits, date }: DayState): number {
  return visits.filter((visit) => {
    if (isStarted(visit)) return false;
    return visit.placement ? !isAsTold(visit, date) : visit.told?.day === date;
  }).length;
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
