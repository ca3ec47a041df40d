import { estimateLeg } from '#routing';
import { actAt, later, type LaterAct } from './acts.ts';
import { localDay, localMinutes, momentOf, shiftDay } from './calendar.ts';
import { DEMO_COMMUNES } from './communes.ts';
import { chanceOf, type Chance } from './random.ts';
import type { Story, VisitPlan } from './story.ts';
import { nursesOf, teamOf, type DemoTeam } from './teams.ts';

/** A visit on the road: its story, and when the team is really there. */
interface Ride {
  story: Story;
  visit: VisitPlan;
}
interface Place {
  lat: number;
  lon: number;
}
export interface DrivenStop extends Ride {
  leavesAt: Date;
  arrivesAt: Date;
  endsAt: Date;
}

/** Parking, stairs, the door: as the planner counts them. */
const DOOR_MINUTES = 5;

const COMMUNES = new Map(DEMO_COMMUNES.map((commune) => [commune.insee, commune]));
const placeOf = ({ story }: Ride): Place => {
  const commune = COMMUNES.get(story.patient.place.communeInsee);
  if (!commune) throw new Error(`${story.key}: no commune`);
  return { lat: commune.lat, lon: commune.lng };
};
const legMinutes = (from: Place, to: Place): number => estimateLeg(from, to).seconds / 60;

/** The stops of each team on each day, in the order they are driven. */
export function drivenStops(stories: readonly Story[]): DrivenStop[] {
  const rides = stories.flatMap((story) => story.visits.map((visit) => ({ story, visit })));
  const days = new Map<string, Ride[]>();
  for (const ride of rides) {
    const key = `${ride.visit.day}/${ride.visit.team}`;
    days.set(key, [...(days.get(key) ?? []), ride]);
  }
  return [...days.values()].flatMap(driveDay);
}

/** What was told first keeps its hours, whatever is told later of the same day. */
function driveDay(rides: readonly Ride[]): DrivenStop[] {
  const [first] = rides;
  if (!first) return [];
  const team = teamOf(first.visit.team);
  const tellings = [...new Set(rides.map(({ visit }) => visit.told))].sort();
  let place: Place = { lat: team.start.lat, lon: team.start.lng };
  let free = momentOf(first.visit.day, team.shiftFrom);
  return tellings.flatMap((told) => {
    const stops = chain(
      rides.filter(({ visit }) => visit.told === told),
      place,
      free,
    );
    const last = stops.at(-1);
    if (last && stops.some(({ visit }) => !visit.startsAt)) {
      place = placeOf(last);
      free = last.endsAt;
    }
    return stops;
  });
}

/** A short round; a visit at a chosen hour is driven in time for it. */
function chain(rides: readonly Ride[], start: Place, free: Date): DrivenStop[] {
  const stops: DrivenStop[] = [];
  const chosen = rides.filter(({ visit }) => visit.startsAt).sort((a, b) => startOf(a) - startOf(b));
  const left = shortRound(
    rides.filter(({ visit }) => !visit.startsAt),
    start,
  );
  let place = start;
  let now = free;
  const drive = (ride: Ride): void => {
    const stop = driveTo(ride, place, now);
    stops.push(stop);
    place = placeOf(ride);
    now = later(stop.endsAt > now ? stop.endsAt : now, 2);
  };
  while (left.length > 0 || chosen.length > 0) {
    const [next] = left;
    const [due] = chosen;
    if (next && (!due || isInTime(next, due, place, now))) {
      left.shift();
      drive(next);
    } else if (due) {
      chosen.shift();
      drive(due);
    }
  }
  return stops;
}

const startOf = ({ visit }: Ride): number => visit.startsAt?.getTime() ?? 0;

/** Nearest first, then every stretch turned round that shortens the road. */
function shortRound(rides: readonly Ride[], start: Place): Ride[] {
  let round: Ride[] = [];
  let left = [...rides].sort((a, b) => (a.story.key < b.story.key ? -1 : 1));
  let place = start;
  while (left.length > 0) {
    const [next] = [...left].sort((a, b) => legMinutes(place, placeOf(a)) - legMinutes(place, placeOf(b)));
    if (!next) break;
    left = left.filter((ride) => ride !== next);
    round.push(next);
    place = placeOf(next);
  }
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (let from = 0; from < round.length - 1; from += 1) {
      for (let to = from + 1; to < round.length; to += 1) {
        const turned = [...round.slice(0, from), ...round.slice(from, to + 1).reverse(), ...round.slice(to + 1)];
        if (roundMinutes(turned, start) >= roundMinutes(round, start) - 0.5) continue;
        round = turned;
        isBetter = true;
      }
    }
  }
  return round;
}

function roundMinutes(rides: readonly Ride[], start: Place): number {
  const places = [start, ...rides.map(placeOf), start];
  return places.slice(1).reduce((sum, place, rank) => sum + legMinutes(places[rank] ?? start, place), 0);
}

function isInTime(next: Ride, due: Ride, place: Place, now: Date): boolean {
  const there = legMinutes(place, placeOf(next)) + next.visit.minutes + DOOR_MINUTES;
  return later(now, there + legMinutes(placeOf(next), placeOf(due))).getTime() <= startOf(due);
}

function driveTo(ride: Ride, from: Place, now: Date): DrivenStop {
  const chance = chanceOf(`route/${ride.story.key}/${ride.visit.day}`);
  const leg = Math.max(4, Math.round(legMinutes(from, placeOf(ride))) + chance.between(-2, 3));
  const wanted = ride.visit.startsAt;
  // A chosen hour is kept, whatever it costs the rest of the day.
  const leavesAt = wanted ? later(wanted, -leg) : now;
  const arrivesAt = later(leavesAt, leg);
  const endsAt = later(arrivesAt, ride.visit.minutes + chance.between(0, 6));
  return { ...ride, leavesAt, arrivesAt, endsAt };
}

/** Every story with the acts of its visits: on the road, at the bedside, and what follows. */
export function driveTours(stories: readonly Story[]): Story[] {
  const stops = drivenStops(stories);
  const ofStory = new Map<Story, DrivenStop[]>();
  for (const stop of stops) ofStory.set(stop.story, [...(ofStory.get(stop.story) ?? []), stop]);
  return stories.map((story) => {
    const driven = story.visits.flatMap((visit) =>
      (ofStory.get(story) ?? []).filter((stop) => stop.visit === visit).flatMap(actsOf),
    );
    return driven.length === 0 ? story : { ...story, then: inOrder([...story.then, ...driven], story.at) };
  });
}

function actsOf(stop: DrivenStop): LaterAct[] {
  const { visit, leavesAt, arrivesAt, endsAt, story } = stop;
  const by = nurseOf(teamOf(visit.team), visit.day, story);
  const end: LaterAct =
    'done' in visit.fate
      ? { act: 'visit_done', by, at: endsAt, sheet: visit.fate.done, exams: visit.exams }
      : { act: 'visit_not_done', by, at: later(arrivesAt, 6), reason: visit.fate.notDone, text: visit.fate.text };
  return [
    { act: 'start_visit', by, at: leavesAt },
    { act: 'arrive', by, at: arrivesAt },
    end,
    ...visit.after.map((act) => actAt(act, endsAt)),
  ];
}

/** Two drive together; the first, whose account is shown, holds the telephone on most days. */
function nurseOf(team: DemoTeam, day: string, story: Story): string {
  const nurses = nursesOf(team);
  const chance: Chance = chanceOf(`nurse/${team.key}/${day}/${story.key}`);
  const [first = '', second = first] = nurses;
  return chance.happens(0.75) ? first : second;
}

/** In order of time, none in the middle of the night, none at the same minute as the one before. */
export function inOrder(acts: readonly LaterAct[], from: Date): LaterAct[] {
  let before = from;
  return acts.map((act) => {
    const calm = CALM.has(act.act) ? byDay(act.at) : act.at;
    const at = calm > before ? calm : later(before, 2);
    before = at;
    return { ...act, at };
  });
}

/** Nobody signs, reads or calls between ten at night and seven in the morning, unless the scene says so. */
const CALM = new Set<LaterAct['act']>(['sign_reading', 'receive']);
const WAKES = 7 * 60 + 10;
const SLEEPS = 22 * 60;

export function byDay(moment: Date): Date {
  const minutes = localMinutes(moment);
  if (minutes >= WAKES && minutes < SLEEPS) return moment;
  const day = minutes < WAKES ? localDay(moment) : shiftDay(localDay(moment), 1);
  return momentOf(day, WAKES + (Math.floor(moment.getTime() / 60_000) % 50));
}
