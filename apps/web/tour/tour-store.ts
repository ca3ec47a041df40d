import { laidOver, missingFrom } from './overtaken.ts';
import { draftOf, isBlank, sheetOf } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';
import type { NurseStopView, TodayView } from './views.ts';
import { mergedQueues, nextToSend, withoutWrite, withPending, withRefusal, withWrite } from './write-queue.ts';
import type { TourAct, TourWrite } from './write-queue.ts';

/** What the server said to a write. `refused`: it will not have it as it is; `silent`: it did not hear. */
export type SendAnswer =
  { kind: 'taken'; view: TodayView } | { kind: 'refused'; message: string } | { kind: 'silent'; cut: boolean };

export interface TourPorts {
  fetchToday: () => Promise<TodayView>;
  send: (write: TourWrite) => Promise<SendAnswer>;
  readView: () => Promise<TodayView | null>;
  keepView: (view: TodayView) => Promise<unknown>;
  readQueue: () => Promise<TourWrite[]>;
  /** Changes the queue kept on the phone, in one act; false when the phone keeps nothing. */
  changeQueue: (change: (kept: TourWrite[]) => TourWrite[]) => Promise<boolean>;
  readSheets: () => Promise<Record<string, SheetDraft>>;
  keepSheet: (actId: string, sheet: SheetDraft) => Promise<boolean>;
  dropSheet: (actId: string) => Promise<unknown>;
  newKey: () => string;
  now: () => Date;
}

export interface TourState {
  ready: boolean;
  /** Of the server, then of this phone; what is not sent yet is laid over it. */
  view: TodayView | null;
  stops: NurseStopView[];
  queue: TourWrite[];
  sheets: Record<string, SheetDraft>;
  /** The last exchange did not reach the server. */
  cut: boolean;
  /** The server answered with a refusal to the question of the day itself. */
  fault: string | null;
  /** This phone keeps what is typed. */
  kept: boolean;
}

const EMPTY: TourState = {
  ready: false,
  view: null,
  stops: [],
  queue: [],
  sheets: {},
  cut: false,
  fault: null,
  kept: true,
};
/** A sheet leaves once the thumb has rested. */
const REST_MS = 1_500;

/** The tour of one nurse on one phone: shown, typed and queued here first; the server hears of it when it can. */
export function createTourStore(ports: TourPorts, today: string) {
  let state = EMPTY;
  let onItsWay: string | null = null;
  let sending: Promise<void> | null = null;
  const rests = new Map<string, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();

  const set = (change: Partial<TourState>) => {
    const next = { ...state, ...change };
    state = { ...next, stops: withPending(next.view?.stops ?? [], next.queue) };
    for (const listener of listeners) listener();
  };

  const changeQueue = async (change: (queue: TourWrite[]) => TourWrite[]) => {
    set({ queue: change(state.queue) });
    set({ kept: await ports.changeQueue(change) });
  };

  const takeView = (view: TodayView) => {
    set({ fault: null, cut: false, ...(view.date === today && { view }) });
    if (view.date !== today) return;
    void ports.keepView(view);
    const known = new Set([...view.stops, ...state.queue].map(({ actId }) => actId));
    for (const [actId, sheet] of Object.entries(state.sheets)) {
      if (!known.has(actId) && !sheet.dirty) void ports.dropSheet(actId);
    }
  };

  async function sendAll(): Promise<void> {
    for (let write = nextToSend(state.queue); write; write = nextToSend(state.queue)) {
      const { key } = write;
      onItsWay = key;
      const answer = await ports.send(write);
      onItsWay = null;
      if (answer.kind === 'silent') {
        set({ cut: answer.cut });
        return;
      }
      set({ cut: false });
      if (answer.kind === 'refused') {
        await changeQueue((queue) => withRefusal(queue, key, answer.message));
      } else {
        await changeQueue((queue) => withoutWrite(queue, key));
        takeView(answer.view);
      }
    }
  }

  const flush = (): Promise<void> => {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };

  const moment = () => ports.now().toISOString();
  const shownOf = (stop: NurseStopView): SheetDraft => {
    const own = state.sheets[stop.actId];
    return own && isOwnNewer(own, stop) ? own : draftOf(stop.sheet);
  };
  /** Typed here, and not on the sheet that is shown. */
  const asideOf = (stop: NurseStopView): SheetDraft | null => {
    const own = state.sheets[stop.actId];
    if (!own) return null;
    const older = own.aside ?? null;
    const aside = isOwnNewer(own, stop) ? older : older ? laidOver(older, own) : own;
    return aside && missingFrom(shownOf(stop), aside).length > 0 ? { ...aside, aside: null } : null;
  };
  const keepTyped = (stop: NurseStopView, sheet: SheetDraft, aside: SheetDraft | null): void => {
    const { actId } = stop;
    const kept = { ...sheet, aside, changedAt: after(moment(), lastSeen(state.sheets[actId], stop)), dirty: true };
    set({ sheets: { ...state.sheets, [actId]: kept } });
    void ports.keepSheet(actId, kept).then((isKept) => set({ kept: isKept }));
    clearTimeout(rests.get(actId));
    rests.set(
      actId,
      setTimeout(() => void settle(actId), REST_MS),
    );
  };
  const queueWrite = async (
    { actId, patientName }: Pick<NurseStopView, 'actId' | 'patientName'>,
    act: TourAct,
    at = moment(),
  ): Promise<void> => {
    const write: TourWrite = { key: ports.newKey(), actId, patientName, at, act, refused: null };
    const busy = onItsWay;
    await changeQueue((queue) => withWrite(queue, write, busy));
    void flush();
  };

  /** Hands what was typed to the queue. */
  const settle = async (actId: string): Promise<void> => {
    clearTimeout(rests.get(actId));
    rests.delete(actId);
    const sheet = state.sheets[actId];
    if (!sheet?.dirty) return;
    // Of another day, or gone to another team: it leaves all the same, and the server says what it thinks of it.
    const stop = state.view?.stops.find((each) => each.actId === actId) ?? { actId, patientName: 'Visite' };
    const clean = { ...sheet, dirty: false, sentAt: latest(moment(), sheet.changedAt) };
    set({ sheets: { ...state.sheets, [actId]: clean } });
    await queueWrite(stop, { kind: 'sheet', sheet: sheetOf(sheet) }, clean.sentAt);
    // Marked clean on the phone only once the queue has it.
    if (state.sheets[actId] === clean) await ports.keepSheet(actId, clean);
  };

  return {
    get: (): TourState => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** What this phone keeps is shown first; then the server is asked. */
    async open(): Promise<void> {
      const [view, queue, sheets] = await Promise.all([ports.readView(), ports.readQueue(), ports.readSheets()]);
      set({ view: view?.date === today ? view : null, queue: mergedQueues(queue, state.queue), sheets });
      for (const [actId, sheet] of Object.entries(sheets)) if (sheet.dirty) await settle(actId);
      if (state.view) set({ ready: true });
      await this.refresh();
      set({ ready: true });
    },
    /** Sends what waits, then asks for the day again. */
    async refresh(): Promise<void> {
      await flush();
      try {
        takeView(await ports.fetchToday());
      } catch (error) {
        const { cut, message } = readFault(error);
        set({ cut, fault: cut ? null : message });
      }
    },
    flush,
    /** The sheet as typed on this phone or, never typed here or changed elsewhere since, as the server has it. */
    sheetFor: shownOf,
    overtaken: asideOf,
    /** What was typed here goes back on the sheet that is shown. */
    takeBack(stop: NurseStopView): void {
      const aside = asideOf(stop);
      if (aside) keepTyped(stop, laidOver(shownOf(stop), aside), null);
    },
    /** The sheet that is shown is the right one. */
    async leaveAside(stop: NurseStopView): Promise<void> {
      const own = state.sheets[stop.actId];
      const seen = { ...draftOf(stop.sheet), changedAt: stop.sheetSavedAt, sentAt: stop.sheetSavedAt };
      const sheet = own && isOwnNewer(own, stop) ? { ...own, aside: null } : seen;
      set({ sheets: { ...state.sheets, [stop.actId]: sheet } });
      await ports.keepSheet(stop.actId, sheet);
    },
    type(stop: NurseStopView, change: (before: SheetDraft) => SheetDraft): void {
      const before = shownOf(stop);
      const sheet = change(before);
      if (isBlank(sheet) && isBlank(before)) return;
      keepTyped(stop, sheet, asideOf(stop));
    },
    /** The page goes away, or the phone is put down: nothing rests any more. */
    async settleAll(): Promise<void> {
      for (const actId of [...rests.keys()]) await settle(actId);
    },
    status: (stop: NurseStopView, status: 'en_route' | 'arrived') => queueWrite(stop, { kind: 'status', status }),
    async done(stop: NurseStopView): Promise<void> {
      clearTimeout(rests.get(stop.actId));
      rests.delete(stop.actId);
      const sentAt = after(moment(), lastSeen(state.sheets[stop.actId], stop));
      const sheet = { ...shownOf(stop), aside: asideOf(stop), dirty: false, sentAt };
      set({ sheets: { ...state.sheets, [stop.actId]: sheet } });
      await queueWrite(stop, { kind: 'done', sheet: sheetOf(sheet) }, sentAt);
      await ports.keepSheet(stop.actId, sheet);
    },
    async notDone(stop: NurseStopView, reason: (TourAct & { kind: 'not_done' })['reason'], note: string) {
      await settle(stop.actId);
      await queueWrite(stop, { kind: 'not_done', reason, note });
    },
    async retry(key: string): Promise<void> {
      await changeQueue((queue) => withRefusal(queue, key, null));
      await flush();
    },
    /** Told to the desk another way: it leaves the queue, the sheet stays on the phone until he signs out. */
    drop: (key: string) => changeQueue((queue) => withoutWrite(queue, key)),
  };
}

export type TourStore = ReturnType<typeof createTourStore>;

/** A colleague of the same team may have written on another phone meanwhile. */
const isOwnNewer = ({ dirty, changedAt, sentAt }: SheetDraft, { sheetSavedAt }: NurseStopView): boolean =>
  dirty || !sheetSavedAt || Date.parse(sentAt ?? changedAt ?? '') >= Date.parse(sheetSavedAt);

/** What was typed follows what it was typed on, even when the clock of this phone runs behind. */
const lastSeen = (own: SheetDraft | undefined, { sheetSavedAt }: NurseStopView): string | null =>
  own?.dirty ? own.changedAt : sheetSavedAt;
const latest = (one: string, other: string | null): string =>
  other && Date.parse(other) > Date.parse(one) ? other : one;
const after = (now: string, seen: string | null): string =>
  seen ? latest(now, new Date(Date.parse(seen) + 1).toISOString()) : now;

/** A fault of the network says nothing of the tour; the words of the server are shown. */
function readFault(error: unknown): { cut: boolean; message: string } {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  const message = error instanceof Error ? error.message : '';
  return { cut: status === 0, message };
}
