import { EXAM_LABELS, VISIT_STATUS_LABELS } from '#contracts/care';
import { formatShortDay, formatSoon, formatTime, NBSP, plural } from '../ui/format.ts';
import type { DayView, Span, StopView, TeamView, VisitView, ViolationView } from './views.ts';

const decimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
/** Thousands and decimals as the letter can draw them. */
const number = (value: number) => decimal.format(value).replaceAll('\u202f', NBSP);

/** « 45 min », « 1 h 05 » */
export function minutesWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole}${NBSP}min`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)}${NBSP}h${rest === 0 ? '' : `${NBSP}${String(rest).padStart(2, '0')}`}`;
}

/** Kilometres: to the tenth under 10, whole above. */
export const kmWords = (km: number): string => `${number(Math.abs(km) < 10 ? km : Math.round(km))}${NBSP}km`;

const signed = (value: number, words: string) => `${value < 0 ? '−' : '+'}${NBSP}${words}`;

/** « + 9 min, + 6 km »; a move that costs nothing says so. */
export function priceWords(minutes: number, km: number): string {
  const min = Math.round(minutes);
  const far = Math.abs(km) < 10 ? Math.round(km * 10) / 10 : Math.round(km);
  const parts = [
    ...(min === 0 ? [] : [signed(min, minutesWords(Math.abs(min)))]),
    ...(far === 0 ? [] : [signed(far, kmWords(Math.abs(far)))]),
  ];
  return parts.length === 0 ? 'sans détour' : parts.join(', ');
}

/** « 10:20 – 10:50 » */
export const spanWords = ({ from, to }: Span, timeZone: string): string =>
  `${formatTime(from, timeZone)}${NBSP}–${NBSP}${formatTime(to, timeZone)}`;

/** « 12 visites · 214 min de route · 180 km » */
export const totalsWords = ({ visits, driveMin, km }: DayView['totals']): string =>
  visits === 0
    ? 'Aucune visite placée'
    : [plural(visits, 'visite', 'visites'), `${minutesWords(driveMin)} de route`, kmWords(km)].join(' · ');

export const teamTotals = (team: TeamView): string =>
  team.stops.length === 0
    ? 'Rien de prévu'
    : `${plural(team.stops.length, 'visite', 'visites')} · ${
        team.driveMin < 1 ? 'sans route' : `${kmWords(team.km)} en ${minutesWords(team.driveMin)}`
      }`;

/** The road to one stop: « 18 min de route, 14 km », or none within a town. */
export const legWords = (minutes: number, km: number): string =>
  Math.round(minutes) === 0 ? 'aucune route' : `${minutesWords(minutes)} de route, ${kmWords(km)}`;

/** Exams in a line, the first letter of each kept: « ECG 12 dérivations, Échographie ». */
export const examsWords = (exams: VisitView['exams']): string =>
  exams.length === 0 ? 'Aucun examen noté' : exams.map((exam) => EXAM_LABELS[exam]).join(', ');

/** A visit that came to nothing is planned again; why it failed is said beside it. */
export const statusNow = ({ status }: Pick<VisitView, 'status'>): VisitView['status'] =>
  status === 'not_done' ? 'planned' : status;

/** On the road, at the door or over: nothing of it changes any more. */
export const isFrozen = (visit: Pick<VisitView, 'status'>): boolean => statusNow(visit) !== 'planned';

/** Frozen, or locked by somebody: it is not moved. */
export const isHeld = (visit: Pick<VisitView, 'status' | 'locked'>): boolean => isFrozen(visit) || visit.locked;

/** What a block draws without words, for those who do not see the lanes. */
export function spokenExtras(stop: StopView, timeZone: string): string {
  return [
    ...(stop.promised ? [`annoncée ${spanWords(stop.promised, timeZone)}`] : []),
    ...(stop.locked ? ['verrouillée'] : []),
    VISIT_STATUS_LABELS[statusNow(stop)],
  ].join(', ');
}

/** « Équipe B, 2e étape, 10:20 » */
export function placeWords(
  day: DayView,
  target: { teamId: string | null; position?: number },
  startAt: string | undefined,
  timeZone: string,
): string {
  const team = day.teams.find(({ id }) => id === target.teamId);
  if (!team) return 'Parmi les visites à placer';
  const rank = target.position === undefined ? [] : [`${ordinal(target.position + 1)} étape`];
  return [team.name, ...rank, ...(startAt ? [formatTime(startAt, timeZone)] : [])].join(', ');
}

export const ordinal = (rank: number): string => (rank === 1 ? '1re' : `${rank}e`);

/** What is wrong on one stop, or why one visit is left out. */
export const violationsOf = (violations: readonly ViolationView[], actId: string): ViolationView[] =>
  violations.filter((violation) => violation.actId === actId);

/** After « Proposer une tournée »: how many are placed, how many are left. */
export function planWords(before: DayView, after: DayView): string {
  const placed = before.unplanned.length - after.unplanned.length;
  const left = after.unplanned.length;
  const done =
    placed > 0
      ? `${plural(placed, 'visite placée', 'visites placées')}.`
      : left === 0
        ? 'Tournées recalculées.'
        : 'Aucune visite de plus n’a pu être placée.';
  if (left === 0) return `${done} Toutes les visites ont leur place.`;
  return `${done} ${plural(left, 'reste', 'restent')} à placer${NBSP}: la raison est écrite sous chacune.`;
}

/** « Brouillon », « Publiée à 17:40 », « Publiée hier 17:40 », « Publiée à 17:40, 2 changements à publier ». */
export function dayStateWords(day: DayView, timeZone: string): { tone: 'done' | 'watch' | 'neutral'; text: string } {
  if (!day.publishedAt) return { tone: 'neutral', text: 'Brouillon' };
  const sameDay = formatShortDay(day.publishedAt, timeZone) === formatShortDay(day.serverNow, timeZone);
  const when = sameDay
    ? `à${NBSP}${formatTime(day.publishedAt, timeZone)}`
    : formatSoon(day.publishedAt, new Date(day.serverNow), timeZone);
  const published = `Publiée ${when}`;
  if (day.published) return { tone: 'done', text: published };
  const changes = plural(day.unpublishedChanges, 'changement à publier', 'changements à publier');
  return { tone: 'watch', text: day.unpublishedChanges > 0 ? `${published}, ${changes}` : published };
}

/** « Les Tilleuls : annoncée à 10:00, passe à 10:45. » */
export function movedPromiseWords(moved: DayView['movedPromises'][number], timeZone: string): string {
  const before = `annoncée à${NBSP}${formatTime(moved.from, timeZone)}`;
  return moved.to === null
    ? `${before}, n’a plus d’heure ce jour`
    : `${before}, passe à${NBSP}${formatTime(moved.to, timeZone)}`;
}

/** Visits that publication would announce for the first time. */
export const newPromises = (day: DayView): StopView[] =>
  day.teams.flatMap(({ stops }) => stops).filter((stop) => stop.promised === null && !isFrozen(stop));
