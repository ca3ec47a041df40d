import { describe, expect, test } from '@jest/globals';
import { emptySheet } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { stopOf } from './stop.fixture.ts';
import { createTourStore } from './tour-store.ts';
import type { SendAnswer, TourPorts } from './tour-store.ts';
import type { TodayView } from './views.ts';
import type { TourWrite } from './write-queue.ts';

const TODAY = '2026-11-24';
const viewOf = (stops = [stopOf()]): TodayView => ({
  date: TODAY,
  teamName: 'Équipe A',
  stops,
  start: null,
  end: null,
  onCall: null,
  essPhone: '0261910440',
  specialty: 'cardiologie',
  publishedAt: null,
  serverNow: '2026-11-24T08:00:00.000Z',
});

/** A phone that outlives its pages, and a server that may be out of reach. */
function aPhone() {
  const phone = { view: null as TodayView | null, queue: [] as TourWrite[], sheets: {} as Record<string, SheetDraft> };
  const server = { reached: true, refuses: null as string | null, got: [] as TourWrite[], view: viewOf() };
  let count = 0;
  const send = async (write: TourWrite): Promise<SendAnswer> => {
    if (!server.reached) return { kind: 'silent', cut: true };
    if (server.refuses) return { kind: 'refused', message: server.refuses };
    if (!server.got.some(({ key }) => key === write.key)) server.got.push(write);
    return { kind: 'taken', view: server.view };
  };
  const ports: TourPorts = {
    fetchToday: async () => {
      if (!server.reached) throw new TypeError('Failed to fetch');
      return server.view;
    },
    send,
    readView: async () => phone.view,
    keepView: async (view) => (phone.view = view),
    readQueue: async () => phone.queue,
    changeQueue: async (change) => {
      phone.queue = change(phone.queue);
      return true;
    },
    readSheets: async () => phone.sheets,
    keepSheet: async (actId, sheet) => {
      phone.sheets = { ...phone.sheets, [actId]: sheet };
      return true;
    },
    dropSheet: async () => undefined,
    newKey: () => `key-${(count += 1)}`,
    now: () => new Date(Date.UTC(2026, 10, 24, 8, 0, count)),
  };
  const openPage = async () => {
    const store = createTourStore(ports, TODAY);
    await store.open();
    return store;
  };
  return { phone, server, openPage };
}
const note = (text: string) => (before: SheetDraft) => ({ ...before, note: text });
const kinds = (writes: TourWrite[]) => writes.map(({ act }) => act.kind);

describe('the tour on the phone', () => {
  test('without network, what is done is shown, waits, and leaves in order when the network is back', async () => {
    const { server, phone, openPage } = aPhone();
    const store = await openPage();
    const [stop = stopOf()] = store.get().stops;
    server.reached = false;
    await store.status(stop, 'en_route');
    await store.status(stop, 'arrived');
    store.type(stop, note('Vue'));
    await store.done(stop);
    await store.flush();
    expect(store.get().stops[0]?.status).toBe('done');
    expect([store.get().cut, phone.queue.length]).toEqual([true, 3]);
    server.reached = true;
    await store.flush();
    expect(kinds(server.got)).toEqual(['status', 'status', 'done']);
    expect([store.get().cut, store.get().queue, phone.queue]).toEqual([false, [], []]);
  });

  test('a page killed in the middle of a word loses nothing: the next one shows it and sends it', async () => {
    const { server, phone, openPage } = aPhone();
    const first = await openPage();
    server.reached = false;
    first.type(stopOf(), note('Essoufflée à l’eff'));
    const second = await openPage();
    expect(second.sheetFor(stopOf()).note).toBe('Essoufflée à l’eff');
    expect(second.get().view?.stops).toHaveLength(1);
    expect(kinds(phone.queue)).toEqual(['sheet']);
    server.reached = true;
    await second.flush();
    expect(server.got.map(({ act }) => act.kind === 'sheet' && act.sheet.note)).toEqual(['Essoufflée à l’eff']);
    await first.settleAll();
  });

  test('a write sent twice because its answer was lost is one write', async () => {
    const { server, phone, openPage } = aPhone();
    const store = await openPage();
    await store.status(stopOf(), 'en_route');
    await store.flush();
    phone.queue = server.got.slice();
    await openPage();
    expect(server.got).toHaveLength(1);
  });

  test('a refused write keeps the words of the server, leaves when it is tried again, and is not lost meanwhile', async () => {
    const { server, phone, openPage } = aPhone();
    const store = await openPage();
    server.refuses = 'Cette visite a changé d’équipe. Appelez le guichet.';
    await store.status(stopOf(), 'en_route');
    await store.flush();
    expect(store.get().queue.map(({ refused }) => refused)).toEqual([server.refuses]);
    expect(phone.queue).toHaveLength(1);
    server.refuses = null;
    const [write] = store.get().queue;
    await store.retry(write?.key ?? '');
    expect([server.got.length, store.get().queue]).toEqual([1, []]);
  });

  test('what a colleague wrote since on another phone is shown; what is being typed here never gives way', async () => {
    const { server, openPage } = aPhone();
    const store = await openPage();
    store.type(stopOf(), note('Écrit ici'));
    await store.settleAll();
    await store.flush();
    const theirs = { ...emptySheet(), note: 'Écrit par Bastien' };
    const stop = stopOf({ sheet: theirs, sheetSavedAt: '2026-11-24T10:00:00.000Z' });
    server.view = viewOf([stop]);
    await store.refresh();
    expect(store.sheetFor(stop).note).toBe('Écrit par Bastien');
    expect(store.sheetFor({ ...stop, sheetSavedAt: '2026-11-24T07:00:00.000Z' }).note).toBe('Écrit ici');
    store.type(stop, note('Écrit ensuite'));
    expect(store.sheetFor(stop).note).toBe('Écrit ensuite');
    await store.settleAll();
  });

  test('what was typed here and overtaken on another phone is kept and told, goes back on the sheet, and is the latest', async () => {
    const { server, phone, openPage } = aPhone();
    const first = await openPage();
    const weight = (value: string) => ({ weight: { value, unit: 'kg', at: '' } });
    first.type(stopOf(), (before) => ({ ...before, note: 'Écrit ici', measures: weight('64,50') }));
    await first.settleAll();
    await first.flush();
    // The clock of the other phone runs ahead.
    const theirs = { ...emptySheet(), note: 'Écrit ailleurs', measures: [{ name: 'hr', value: 78, unit: '/min' }] };
    const stop = stopOf({ sheet: theirs, sheetSavedAt: '2026-11-24T10:00:00.000Z' });
    server.view = viewOf([stop]);
    const store = await openPage();
    expect(store.overtaken(stop)).toMatchObject({ note: 'Écrit ici' });

    // Typing on the sheet of the colleague does not lose it either, even when the page is killed.
    store.type(stop, (before) => ({ ...before, called15: true }));
    await store.settleAll();
    await store.flush();
    const third = await openPage();
    expect(third.overtaken(stop)).toMatchObject({ note: 'Écrit ici' });

    third.takeBack(stop);
    expect(third.overtaken(stop)).toBeNull();
    await third.settleAll();
    await third.flush();
    const last = server.got.at(-1);
    expect(last?.act).toMatchObject({
      kind: 'sheet',
      sheet: {
        note: 'Écrit ailleurs\nÉcrit ici',
        called15: true,
        measures: expect.arrayContaining([
          expect.objectContaining({ name: 'hr', value: 78 }),
          expect.objectContaining({ name: 'weight', value: 64.5 }),
        ]),
      },
    });
    // Later than what it was typed on, although this phone runs behind: the server takes it.
    expect(Date.parse(last?.at ?? '')).toBeGreaterThan(Date.parse('2026-11-24T10:00:00.000Z'));
    expect(phone.queue).toEqual([]);
  });

  test('the same values, typed otherwise or extended by a colleague, ask nothing; told to leave them, it asks no more', async () => {
    const { openPage } = aPhone();
    const store = await openPage();
    store.type(stopOf(), (before) => ({
      ...before,
      note: 'Vue',
      measures: { sbp: { value: '13', unit: 'mmHg', at: '' }, dbp: { value: '8', unit: 'mmHg', at: '' } },
    }));
    await store.settleAll();
    const measures = [
      { name: 'sbp', value: 130, unit: 'mmHg' },
      { name: 'dbp', value: 80, unit: 'mmHg' },
      { name: 'hr', value: 78, unit: '/min' },
    ];
    const extended = { ...emptySheet(), note: 'Vue avec sa fille', measures };
    const stop = stopOf({ sheet: extended, sheetSavedAt: '2026-11-24T10:00:00.000Z' });
    expect(store.overtaken(stop)).toBeNull();
    const emptied = { ...stop, sheet: emptySheet() };
    expect(store.overtaken(emptied)).not.toBeNull();
    await store.leaveAside(emptied);
    expect([store.overtaken(emptied), store.sheetFor(emptied).note]).toEqual([null, '']);
  });

  test('the day of yesterday is never shown as today’s', async () => {
    const { server, phone, openPage } = aPhone();
    phone.view = { ...viewOf(), date: '2026-11-23' };
    server.reached = false;
    const store = await openPage();
    expect([store.get().view, store.get().ready, store.get().cut]).toEqual([null, true, true]);
  });
});
