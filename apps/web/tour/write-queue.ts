import type { NotDoneReason } from '#contracts/care';
import type { NurseStopView, SheetDto } from './views.ts';

export type TourAct =
  | { kind: 'status'; status: 'en_route' | 'arrived' }
  | { kind: 'sheet'; sheet: SheetDto }
  | { kind: 'done'; sheet: SheetDto }
  | { kind: 'not_done'; reason: NotDoneReason; note: string };

/** One thing done on the road, kept until the server has it. */
export interface TourWrite {
  /** The same key is the same write, however often it leaves. */
  key: string;
  actId: string;
  /** Whose visit it is, to say what waits. */
  patientName: string;
  /** When the thumb was lifted. */
  at: string;
  act: TourAct;
  /** Words of the server when it will not have it as it is. */
  refused: string | null;
}

/** A sheet not sent yet gives way to the newer one of the same visit, and to its end, which carries it. */
const isReplaced = (old: TourWrite, by: TourWrite): boolean => {
  if (old.actId !== by.actId) return false;
  const endsOrSaves = by.act.kind === 'sheet' || by.act.kind === 'done';
  return (old.act.kind === 'sheet' && endsOrSaves) || (old.act.kind === 'done' && by.act.kind === 'done');
};

/** Adds at the end; what is on its way to the server is never touched. */
export function withWrite(queue: readonly TourWrite[], write: TourWrite, onItsWay: string | null = null): TourWrite[] {
  const others = queue.filter((old) => old.key !== write.key && (old.key === onItsWay || !isReplaced(old, write)));
  return [...others, write];
}

export const withoutWrite = (queue: readonly TourWrite[], key: string): TourWrite[] =>
  queue.filter((write) => write.key !== key);

export const withRefusal = (queue: readonly TourWrite[], key: string, refused: string | null): TourWrite[] =>
  queue.map((write) => (write.key === key ? { ...write, refused } : write));

/** The oldest that may leave; a refused one waits for a person and holds nobody back but its own visit. */
export function nextToSend(queue: readonly TourWrite[]): TourWrite | undefined {
  const held = new Set(queue.filter(({ refused }) => refused !== null).map(({ actId }) => actId));
  return queue.find((write) => write.refused === null && !held.has(write.actId));
}

/** Both lists, in order, each write once: what another tab has added is not lost. */
export function mergedQueues(kept: readonly TourWrite[], own: readonly TourWrite[]): TourWrite[] {
  const known = new Set(kept.map(({ key }) => key));
  return [...kept, ...own.filter(({ key }) => !known.has(key))].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The tour as the nurse made it, although the server has not heard all of it. */
export function withPending(stops: readonly NurseStopView[], queue: readonly TourWrite[]): NurseStopView[] {
  return stops.map((stop) =>
    queue
      .filter(({ actId, refused }) => actId === stop.actId && refused === null)
      .reduce<NurseStopView>((seen, { act }) => {
        if (act.kind === 'sheet') return { ...seen, sheet: act.sheet };
        if (act.kind === 'status') return { ...seen, status: act.status };
        return { ...seen, status: act.kind, ...(act.kind === 'done' && { sheet: act.sheet }) };
      }, stop),
  );
}

/** « Mme Le Goff : feuille » */
export function writeWords({ patientName, act }: Pick<TourWrite, 'patientName' | 'act'>): string {
  const what =
    act.kind === 'status'
      ? { en_route: 'départ', arrived: 'arrivée' }[act.status]
      : { sheet: 'feuille', done: 'visite faite', not_done: 'visite impossible' }[act.kind];
  return `${patientName}\u00a0: ${what}`;
}
