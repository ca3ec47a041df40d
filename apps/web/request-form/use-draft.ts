import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FormDefinition, RequestAnswers } from '#forms';
import { api, call } from '../api/client.ts';
import { deviceStore } from '../session/device-store.ts';
import type { DraftSavedState } from '../ui/draft-saved.tsx';
import { draftContent, isUntouched, latestDraft, newDraft, readDraft } from './draft.ts';
import type { DraftCaller, DraftDefaults, FormMode, FormStep, RequestDraft } from './draft.ts';
import { createDraftSaver } from './draft-saver.ts';
import type { EmergencyAck } from '../ui/p0-banner.tsx';

interface DraftPlace {
  ess: string;
  professionalId: string;
  mode: FormMode;
  form: FormDefinition;
  defaults: DraftDefaults;
}

export interface DraftActions {
  change: (update: (answers: RequestAnswers) => RequestAnswers) => void;
  goTo: (step: FormStep) => void;
  setCaller: (caller: DraftCaller | null, answers?: (answers: RequestAnswers) => RequestAnswers) => void;
  confirmReading: (name: string, typed: string) => void;
  acknowledge: (act: EmergencyAck) => void;
  /** Drops this draft everywhere and begins another. */
  restart: () => Promise<void>;
  /** Sent: the copies are removed. */
  finish: () => Promise<void>;
  /** Around a sending: no draft may be written after it. */
  hold: () => Promise<void>;
  release: () => void;
  keepMine: () => void;
  takeOther: () => Promise<void>;
}

const deviceKey = ({ ess, professionalId, mode }: DraftPlace) => `${professionalId}:${ess}:${mode}`;
const newId = () => crypto.randomUUID();

async function fetchDrafts({ ess, form, mode }: DraftPlace): Promise<RequestDraft[]> {
  const drafts = await call(() => api.GET('/api/e/{ess}/drafts', { params: { path: { ess } } }));
  return drafts.flatMap(({ id, content, version }) => {
    const draft = readDraft(id, content, version, form);
    return draft && draft.mode === mode ? [draft] : [];
  });
}

async function readDevice(place: DraftPlace): Promise<RequestDraft | null> {
  const stored = await deviceStore.read(deviceKey(place));
  if (typeof stored !== 'object' || stored === null || !('id' in stored) || !('version' in stored)) return null;
  return readDraft(String(stored.id), stored, Number(stored.version) || 0, place.form);
}

/** Does not wait for a slow network when this device has a copy. */
async function openDraft(place: DraftPlace): Promise<RequestDraft | null> {
  const device = await readDevice(place);
  const server = fetchDrafts(place).catch(() => []);
  const patience = new Promise<RequestDraft[]>((resolve) => setTimeout(() => resolve([]), 2_500));
  return latestDraft(device, await (device ? Promise.race([server, patience]) : server));
}

/** The request being written: loaded where it was left, kept on the device and on the server as it is typed. */
export function useDraft(place: DraftPlace) {
  const [draft, setDraft] = useState<RequestDraft | null>(null);
  const [saved, setSaved] = useState<DraftSavedState>({ where: 'none', at: null });
  const [resumed, setResumed] = useState(false);
  const [conflict, setConflict] = useState<{ at: string; version: number } | null>(null);
  const current = useRef(draft);
  const placeRef = useRef(place);
  placeRef.current = place;
  const { ess } = place;
  const key = deviceKey(place);

  const makeSaver = useCallback(
    () =>
      createDraftSaver({
        writeDevice: (written) =>
          deviceStore.write(key, { ...draftContent(written), id: written.id, version: written.version }),
        putServer: (written, version) =>
          call(() =>
            api.PUT('/api/e/{ess}/drafts/{id}', {
              params: { path: { ess, id: written.id } },
              body: { step: Math.max(written.step, 1), content: draftContent(written), version },
            }),
          ),
        onState: setSaved,
        onConflict: setConflict,
      }),
    [ess, key],
  );
  const saver = useRef<ReturnType<typeof makeSaver> | null>(null);

  const show = useCallback((next: RequestDraft) => {
    current.current = next;
    setDraft(next);
  }, []);

  const begin = useCallback(
    (next: RequestDraft) => {
      saver.current = makeSaver();
      saver.current.start(next.version);
      show(next);
    },
    [makeSaver, show],
  );

  useEffect(() => {
    let left = false;
    void openDraft(placeRef.current).then((found) => {
      if (left) return;
      setResumed(found !== null);
      if (found) setSaved({ where: found.version > 0 ? 'server' : 'device', at: found.changedAt });
      const { mode, form, defaults } = placeRef.current;
      begin(found ?? newDraft(newId(), mode, form, defaults));
    });
    const flush = () => void saver.current?.flush();
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      left = true;
      flush();
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [begin]);

  const update = useCallback(
    (make: (before: RequestDraft) => RequestDraft) => {
      const before = current.current;
      if (!before) return;
      const next = { ...make(before), changedAt: new Date().toISOString() };
      show(next);
      saver.current?.change(next);
    },
    [show],
  );

  const actions = useMemo<DraftActions>(() => {
    const drop = async () => {
      await saver.current?.stop();
      await deviceStore.remove(key);
    };
    return {
      change: (make) => update((before) => ({ ...before, answers: make(before.answers) })),
      goTo: (step) => {
        // A step alone is no work: an untouched draft stays untouched.
        const before = current.current;
        if (before && isUntouched(before)) show({ ...before, step });
        else update((touched) => ({ ...touched, step }));
      },
      setCaller: (caller, make) =>
        update((before) => ({ ...before, caller, answers: make ? make(before.answers) : before.answers })),
      confirmReading: (name, typed) =>
        update((before) => ({ ...before, confirmedReadings: { ...before.confirmedReadings, [name]: typed } })),
      acknowledge: (act) => update((before) => ({ ...before, emergencyAct: act })),
      restart: async () => {
        const id = current.current?.id;
        await drop();
        if (id) {
          await call(() => api.DELETE('/api/e/{ess}/drafts/{id}', { params: { path: { ess, id } } })).catch(() => null);
        }
        setResumed(false);
        setConflict(null);
        setSaved({ where: 'none', at: null });
        const { mode, form, defaults } = placeRef.current;
        begin(newDraft(newId(), mode, form, defaults));
      },
      finish: drop,
      hold: async () => saver.current?.hold(),
      release: () => saver.current?.release(),
      keepMine: () => {
        if (current.current && conflict) void saver.current?.overwrite(current.current, conflict.version);
        setConflict(null);
      },
      takeOther: async () => {
        const other = (await fetchDrafts(placeRef.current)).find((each) => each.id === current.current?.id);
        if (other) {
          begin(other);
          setSaved({ where: 'server', at: other.changedAt });
        }
        setConflict(null);
      },
    };
  }, [update, begin, conflict, ess, key, show]);

  return { draft, saved, resumed, conflict, actions };
}
