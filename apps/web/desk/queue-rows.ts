import { PRIORITY_CLASSES } from '#contracts/enums';
import type { PriorityClass } from '#contracts/enums';
import { CLOSED_STATES } from '#contracts/transitions';
import type { QueueCounts, QueueItem } from './views.ts';

export type QueueGroup = QueueItem['group'];
export const GROUP_TITLES: Record<QueueGroup, string> = { urgent: 'Urgent', today: 'Aujourd’hui', later: 'Plus tard' };

export type QueueRow =
  | { kind: 'group'; key: string; group: QueueGroup; count: number }
  | { kind: 'item'; key: string; item: QueueItem; position: number }
  | { kind: 'waiting'; key: string };

export const emergenciesOf = (items: readonly QueueItem[]): QueueItem[] => items.filter((item) => item.emergency);

/**
 * What the list draws, in the server's order: a title where a group begins, then its requests; what is not loaded yet
 * keeps its place, so that the scroll bar tells the truth. Emergencies are drawn above the list, never inside.
 */
export function toRows(items: readonly QueueItem[], counts: QueueCounts): QueueRow[] {
  const rows: QueueRow[] = [];
  let group: QueueGroup | null = null;
  const emergencies = emergenciesOf(items).length;
  items.forEach((item, index) => {
    if (item.emergency) return;
    if (item.group !== group) {
      group = item.group;
      const count = group === 'urgent' ? counts.urgent - emergencies : counts[group];
      rows.push({ kind: 'group', key: `groupe-${group}`, group, count });
    }
    rows.push({ kind: 'item', key: item.id, item, position: index + 1 });
  });
  for (let index = items.length; index < counts.total; index += 1) {
    rows.push({ kind: 'waiting', key: `attente-${index}` });
  }
  return rows;
}

/** The request before or after another one; when that one has left the list, the one that took its place. */
export function neighbour<T extends { id: string }>(
  items: readonly T[],
  from: string | undefined,
  step: 1 | -1,
  lastIndex: number,
): T | undefined {
  if (items.length === 0) return undefined;
  const index = items.findIndex((item) => item.id === from);
  if (index >= 0) return items[index + step] ?? items[index];
  if (from === undefined) return items[0];
  return items[Math.min(Math.max(step === 1 ? lastIndex : lastIndex - 1, 0), items.length - 1)];
}

export const awaitsPriority = (item: Pick<QueueItem, 'nextAction'>): boolean => item.nextAction === 'confirm_priority';

/** « Confirmer et suivante »: the next one whose priority waits, below first, then from the top. */
export function nextToConfirm<T extends Pick<QueueItem, 'id' | 'nextAction'>>(
  items: readonly T[],
  from: string,
): T | undefined {
  const index = items.findIndex((item) => item.id === from);
  return [...items.slice(index + 1), ...items.slice(0, Math.max(index, 0))].find(awaitsPriority);
}

export interface QueueClock {
  /** `react`: somebody must take it; `due`: the answer is due; `call`: the requester waits for a call. */
  kind: 'react' | 'due' | 'call';
  at: string;
  from: string;
  paused: boolean;
}

interface Clocked {
  state: QueueItem['state'];
  nextAction: QueueItem['nextAction'];
  owner: { kind: string } | null;
  receivedAt: string;
  acknowledgedAt: string | null;
  dueAt: string | null;
  reactBy: string | null;
}

const CALLS: readonly QueueItem['nextAction'][] = ['call_back', 'chase_info', 'chase_reception'];

/** Which clock counts now: the reaction until it is taken or confirmed, then the answer. Closed requests have none. */
export function clockOf(request: Clocked): QueueClock | null {
  if (CLOSED_STATES.includes(request.state) || !request.dueAt) return null;
  const from = request.receivedAt;
  const paused = request.state === 'waiting_requester';
  if (CALLS.includes(request.nextAction)) {
    return { kind: 'call', at: request.dueAt, from: request.acknowledgedAt ?? from, paused };
  }
  const untaken =
    request.state === 'emergency' || (request.nextAction === 'confirm_priority' && request.owner?.kind !== 'user');
  return untaken && request.reactBy
    ? { kind: 'react', at: request.reactBy, from, paused }
    : { kind: 'due', at: request.dueAt, from, paused };
}

export const CLOCK_WORDS: Record<QueueClock['kind'], string> = {
  react: 'À prendre avant',
  due: 'Réponse due',
  call: 'À rappeler avant',
};

const NEW_MINUTES = 60;

/** « Nouveau »: came within the hour and nobody has confirmed, taken or opened it here. */
export function isNew(item: QueueItem, opened: ReadonlySet<string>, now: number): boolean {
  const waits = awaitsPriority(item) || item.nextAction === 'acknowledge';
  const young = now - Date.parse(item.receivedAt) < NEW_MINUTES * 60_000;
  return waits && young && item.owner.kind !== 'user' && !opened.has(item.id);
}

/** Urgent requests that were not in the list a moment ago; none the first time. */
export function urgentArrivals(before: ReadonlySet<string> | null, items: readonly QueueItem[]): QueueItem[] {
  if (!before) return [];
  return items.filter((item) => item.group === 'urgent' && !before.has(item.id));
}

/** The earliest due time of what is still open, for the empty state. */
export function nextDueOf(items: readonly QueueItem[]): string | null {
  const times = items.map((item) => clockOf(item)?.at).filter((at): at is string => at !== undefined);
  return times.reduce<string | null>((first, at) => (first === null || at < first ? at : first), null);
}

export interface WaitingClass {
  value: PriorityClass;
  count: number;
  /** As the head of the list counts them: the answer is due. */
  late: number;
  /** The earliest time still ahead; what waits for the requester has none. */
  nextAt: string | null;
}

/** What waits in each class, most urgent first; a class nobody waits in is not named. */
export function waitingByClass(items: readonly QueueItem[], now: number): WaitingClass[] {
  return PRIORITY_CLASSES.flatMap((value) => {
    const those = items.filter((item) => item.class === value);
    if (those.length === 0) return [];
    const late = those.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now).length;
    const clocks = those.map(clockOf).flatMap((clock) => (clock && !clock.paused ? [clock.at] : []));
    const [nextAt = null] = clocks.filter((at) => Date.parse(at) > now).sort();
    return [{ value, count: those.length, late, nextAt }];
  });
}
