import { api, call } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { deviceStore } from '../session/device-store.ts';
import { tourKeys } from '../session/unsent.ts';
import type { SheetDraft } from './sheet-draft.ts';
import type { SendAnswer, TourPorts } from './tour-store.ts';
import type { TodayView } from './views.ts';
import type { TourWrite } from './write-queue.ts';

/** A network that answers nothing for so long is no network: the same key leaves again later. */
const PATIENCE_MS = 15_000;
/** Somebody at the desk wrote at the same moment: the same write is simply made again. */
const RACES = 3;

const isView = (kept: unknown): kept is TodayView =>
  typeof kept === 'object' && kept !== null && 'date' in kept && 'stops' in kept && Array.isArray(kept.stops);
const isWrite = (kept: unknown): kept is TourWrite =>
  typeof kept === 'object' && kept !== null && 'key' in kept && 'act' in kept && 'actId' in kept;
const isDraft = (kept: unknown): kept is SheetDraft =>
  typeof kept === 'object' && kept !== null && 'measures' in kept && 'exams' in kept;
const writesOf = (kept: unknown): TourWrite[] => (Array.isArray(kept) ? kept.filter(isWrite) : []);

const inTime = () => ({ signal: AbortSignal.timeout(PATIENCE_MS) });

function post(ess: string, { actId, act, at, key }: TourWrite): Promise<TodayView> {
  const params = { path: { ess, id: actId } };
  const root = '/api/e/{ess}/mobile/visits/{id}' as const;
  switch (act.kind) {
    case 'status': {
      const body = { status: act.status, at, key };
      return call(() => api.POST(`${root}/status`, { params, body, ...inTime() }));
    }
    case 'sheet': {
      const body = { sheet: act.sheet, savedAt: at, key };
      return call(() => api.PUT(`${root}/sheet`, { params, body, ...inTime() }));
    }
    case 'done': {
      const body = { sheet: act.sheet, at, key };
      return call(() => api.POST(`${root}/done`, { params, body, ...inTime() }));
    }
    case 'not_done': {
      const body = { reason: act.reason, note: act.note, at, key };
      return call(() => api.POST(`${root}/not-done`, { params, body, ...inTime() }));
    }
  }
}

async function send(ess: string, write: TourWrite): Promise<SendAnswer> {
  for (let race = 1; ; race += 1) {
    try {
      return { kind: 'taken', view: await post(ess, write) };
    } catch (error) {
      if (!isApiError(error) || error.status === 0) return { kind: 'silent', cut: true };
      if (error.status >= 500 || error.status === 429 || error.status === 401) return { kind: 'silent', cut: false };
      if (error.status === 409 && race < RACES) continue;
      return { kind: 'refused', message: error.message };
    }
  }
}

/** The server and this phone, for one nurse of one team. */
export function tourPorts(ess: string, professionalId: string, today: string): TourPorts {
  const keys = tourKeys(professionalId, ess);
  return {
    fetchToday: () =>
      call(() =>
        api.GET('/api/e/{ess}/mobile/today', { params: { path: { ess }, query: { date: today } }, ...inTime() }),
      ),
    send: (write) => send(ess, write),
    async readView() {
      const kept = await deviceStore.read(keys.view);
      return isView(kept) ? kept : null;
    },
    keepView: (view) => deviceStore.write(keys.view, view),
    readQueue: async () => writesOf(await deviceStore.read(keys.queue)),
    changeQueue: (change) => deviceStore.update(keys.queue, (kept) => change(writesOf(kept))),
    async readSheets() {
      const prefix = keys.sheet('');
      const own = (await deviceStore.keys()).filter((key) => key.startsWith(prefix));
      const read = await Promise.all(own.map(async (key) => [key.slice(prefix.length), await deviceStore.read(key)]));
      return Object.fromEntries(read.filter((pair): pair is [string, SheetDraft] => isDraft(pair[1])));
    },
    keepSheet: (actId, sheet) => deviceStore.write(keys.sheet(actId), sheet),
    dropSheet: (actId) => deviceStore.remove(keys.sheet(actId)),
    newKey: () => crypto.randomUUID(),
    now: () => new Date(),
  };
}
