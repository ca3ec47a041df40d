import { IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SkipLink } from '../ui/app-header.tsx';
import { NBSP } from '../ui/format.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';

interface RoadHeaderProps {
  title: string;
  note?: string;
  before?: ReactNode;
  after?: ReactNode;
}

/** The head of the road, and under it what has not left the phone. */
export function RoadHeader({ title, note, before, after }: RoadHeaderProps) {
  return (
    <>
      <SkipLink />
      <div className={styles.top}>
        <header className={styles.head}>
          <div className={styles.headRow}>
            {before}
            <div className={styles.headText}>
              <h1>{title}</h1>
              {note && <p>{note}</p>}
            </div>
            {after}
          </div>
        </header>
        <div role="status">
          <OfflineStrip />
        </div>
      </div>
    </>
  );
}

/** « Hors ligne · 3 en attente » */
function OfflineStrip() {
  const { state, online } = useTour();
  const waiting = state.queue.filter(({ refused }) => refused === null).length;
  if (online && waiting === 0) return null;
  const Icon = online ? IconCloudUp : IconCloudOff;
  return (
    <div className={styles.off}>
      <p className={styles.offRow}>
        <Icon size={22} stroke={1.9} aria-hidden="true" />
        {online ? 'Envoi en cours' : 'Hors ligne'}
        {waiting > 0 && (
          <span className={styles.waiting}>
            <span className="sr-only">· </span>
            {waiting}
            {NBSP}en attente
          </span>
        )}
      </p>
    </div>
  );
}
