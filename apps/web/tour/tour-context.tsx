import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { offlineCopy } from '../session/offline-copy.ts';
import { useDensity } from '../theme/theme-provider.tsx';
import { useNow } from '../ui/use-now.ts';
import { keepAppShell } from './app-shell.ts';
import { createTourStore } from './tour-store.ts';
import type { TourState, TourStore } from './tour-store.ts';
import { tourPorts } from './tour-ports.ts';

interface TourPlace {
  store: TourStore;
  state: TourState;
  /** Day of the tour, in the zone of the team. */
  today: string;
  online: boolean;
}
const TourContext = createContext<TourPlace | null>(null);

export function useTour(): TourPlace {
  const place = use(TourContext);
  if (!place) throw new Error('useTour is used outside of a tour');
  return place;
}

/** « 2026-11-24 » where the team works. */
const dayIn = (timeZone: string, now: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);

const RETRY_MS = 20_000;

const onLineSubscribe = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** The tour of the day of this nurse: opened from the phone, sent and asked again each time the network may be back. */
export function TourProvider({ children }: { children: ReactNode }) {
  const { slug, context, session } = useEss();
  const { professionalId } = session;
  const today = dayIn(context.ess.timezone, useNow());
  const store = useMemo(
    () => createTourStore(tourPorts(slug, professionalId, today), today),
    [slug, professionalId, today],
  );
  const state = useSyncExternalStore(store.subscribe, store.get);
  const onLine = useSyncExternalStore(onLineSubscribe, () => navigator.onLine);
  const [opened, setOpened] = useState(false);
  useDensity('large');

  useEffect(() => {
    let left = false;
    void store.open().then(() => {
      if (!left) setOpened(true);
    });
    const refresh = () => void store.refresh();
    const awake = () => {
      if (document.visibilityState === 'visible') refresh();
      else void store.settleAll();
    };
    const leave = () => void store.settleAll();
    const timer = setInterval(refresh, RETRY_MS);
    window.addEventListener('online', refresh);
    window.addEventListener('focus', refresh);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', awake);
    return () => {
      left = true;
      leave();
      clearInterval(timer);
      window.removeEventListener('online', refresh);
      window.removeEventListener('focus', refresh);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', awake);
    };
  }, [store]);

  useEffect(() => {
    void offlineCopy.keep(slug, session, context);
  }, [slug, session, context]);
  useEffect(() => {
    if (opened) keepAppShell(slug);
  }, [opened, slug]);

  const place = useMemo(() => ({ store, state, today, online: onLine && !state.cut }), [store, state, today, onLine]);
  return <TourContext value={place}>{children}</TourContext>;
}
