import { call } from '../api/client.ts';
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

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) {
  const response = await fetch(path, {
    method,
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const data: unknown = await response.json().catch(() => undefined);
  return response.ok ? { data: data as TodayView, response } : { error: data, response };
}

function routeOf({ actId, act, at, key }: TourWrite) {
  const visit = `mobile/visits/${actId}`;
  switch (act.kind) {
    case 'status':
      return { method: 'POST' as const, path: `${visit}/status`, body: { status: act.status, at, key } };
    case 'sheet':
      return { method: 'PUT' as const, path: `${visit}/sheet`, body: { sheet: act.sheet, savedAt: at, key } };
    case 'done':
      return { method: 'POST' as const, path: `${visit}/done`, body: { sheet: act.sheet, at, key } };
    case 'not_done':
      return {
        method: 'POST' as const,
        path: `${visit}/not-done`,
        body: { reason: act.reason, note: act.note, at, key },
      };
  }
}

async function send(ess: string, write: TourWrite): Promise<SendAnswer> {
  const { method, path, body } = routeOf(write);
  for (let race = 1; ; race += 1) {
    try {
      return { kind: 'taken', view: await call<TodayView>(() => ask(method, `/api/e/${ess}/${path}`, body)) };
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
    fetchToday: () => call<TodayView>(() => ask('GET', `/api/e/${ess}/mobile/today?date=${today}`)),
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
