import type { VisitStatus } from '#contracts/care';
import type { NurseStopView } from './views.ts';

/** The one filled button of the road. */
export type NextAct =
  { kind: 'status'; status: 'en_route' | 'arrived'; label: string } | { kind: 'fill' | 'finish'; label: string };

export const isBehind = ({ status }: Pick<NurseStopView, 'status'>): boolean =>
  status === 'done' || status === 'not_done';
const RANK: Record<VisitStatus, number> = { arrived: 0, en_route: 1, planned: 2, done: 3, not_done: 3 };

/** Where one is, else where one drives to, else the first in the order of the day; null when the day is over. */
export function nextStop(stops: readonly NurseStopView[]): NurseStopView | null {
  return stops
    .filter((stop) => !isBehind(stop))
    .reduce<NurseStopView | null>((best, stop) => (best && RANK[best.status] <= RANK[stop.status] ? best : stop), null);
}

/** What the thumb does next: « En route », « Sur place », « Saisir la visite » and, on its sheet, « Visite faite ». */
export function nextAct(status: VisitStatus, place: 'tour' | 'sheet'): NextAct | null {
  if (status === 'planned') return { kind: 'status', status: 'en_route', label: 'En route' };
  if (status === 'en_route') return { kind: 'status', status: 'arrived', label: 'Sur place' };
  if (status !== 'arrived') return null;
  return place === 'tour' ? { kind: 'fill', label: 'Saisir la visite' } : { kind: 'finish', label: 'Visite faite' };
}

/** Solid behind, a ring at « now », dotted ahead. */
export const filStateOf = (stop: NurseStopView, next: NurseStopView | null): 'done' | 'now' | 'next' | 'stopped' => {
  if (stop.status === 'not_done') return 'stopped';
  if (stop.status === 'done') return 'done';
  return stop.actId === next?.actId ? 'now' : 'next';
};

const MINUTE = 60_000;

export interface Punctuality {
  tone: 'done' | 'watch' | 'error';
  words: string;
}

/** Against what was announced to the patient, the road counted: in time, soon late, late. */
export function punctuality(stop: NurseStopView, now: number): Punctuality | null {
  if (isBehind(stop) || stop.status === 'arrived') return null;
  const road = stop.status === 'planned' ? stop.travelMin * MINUTE : 0;
  const late = Math.ceil((now + road - Date.parse(stop.promised.to)) / MINUTE);
  if (late > 0) return { tone: 'error', words: `promesse dépassée d’environ ${late}\u00a0min` };
  if (late > -15) return { tone: 'watch', words: 'à peine le temps de tenir la promesse' };
  return { tone: 'done', words: 'à l’heure' };
}

/** `geo:` opens the map of the phone, with the address alone; where phones have no `geo:`, their own map by https. */
export function wayLink(stop: Pick<NurseStopView, 'address' | 'communeName' | 'lat' | 'lng'>, agent: string): string {
  const address = [stop.address, stop.communeName].filter(Boolean).join(', ');
  const wanted = encodeURIComponent(address || `${stop.lat},${stop.lng}`);
  if (/Android/i.test(agent)) return `geo:0,0?q=${wanted}`;
  if (/iPhone|iPad|Macintosh/i.test(agent)) return `https://maps.apple.com/?daddr=${wanted}&dirflg=d`;
  return `https://www.openstreetmap.org/search?query=${wanted}`;
}

/** « 02 61 91 20 20 » as a phone dials it. */
export const callLink = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
