import { IconCar, IconCheck, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formatTime, nameAndAge, NBSP } from '../ui/format.ts';
import { filStateOf, isBehind } from './next-act.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import type { NurseStopView } from './views.ts';

/** The day as a thread: done behind, ring now, dotted ahead, the road between. */
export function StopsFil({ stops, next }: { stops: readonly NurseStopView[]; next: NurseStopView | null }) {
  const done = stops.filter(({ status }) => status === 'done').length;
  return (
    <section aria-labelledby="la-journee">
      <h2 id="la-journee" style={{ padding: '8px 4px 6px' }}>
        La journée · {done}
        {NBSP}
        {done > 1 ? 'faites' : 'faite'} sur {stops.length}
      </h2>
      <ol className={styles.fil}>
        {stops.map((stop, index) => (
          <Stop key={stop.actId} stop={stop} rank={index + 1} next={next} />
        ))}
      </ol>
    </section>
  );
}

function Stop({ stop, rank, next }: { stop: NurseStopView; rank: number; next: NurseStopView | null }) {
  const { state } = useTour();
  const filState = filStateOf(stop, next);
  const waits = state.queue.some(({ actId }) => actId === stop.actId);
  return (
    <li data-state={filState} aria-current={filState === 'now' ? 'step' : undefined}>
      {!isBehind(stop) && rank > 1 && stop.travelMin > 0 && (
        <p className={styles.way}>
          <IconCar size={18} stroke={1.9} aria-hidden="true" />
          {stop.travelMin}
          {NBSP}min de route
        </p>
      )}
      <span
        className={styles.dot}
        aria-hidden="true"
        style={{ top: !isBehind(stop) && rank > 1 && stop.travelMin > 0 ? 45 : undefined }}
      >
        {filState === 'done' && <IconCheck size={17} stroke={2.4} />}
        {filState === 'stopped' && <IconX size={17} stroke={2.4} />}
        {(filState === 'now' || filState === 'next') && rank}
      </span>
      <Link className={styles.stop} to={stop.actId}>
        <b>{nameAndAge(stop.patientName, stop.patientAge)}</b>
        <time dateTime={stop.startAt}>{formatTime(stop.startAt)}</time>
        <small>{[stop.communeName, statusWords(stop, filState, waits)].filter(Boolean).join(' · ')}</small>
      </Link>
    </li>
  );
}

function statusWords(stop: NurseStopView, filState: string, waits: boolean): string {
  const sent = waits ? 'en attente d’envoi' : 'envoyée';
  switch (stop.status) {
    case 'done':
      return `faite, ${sent}`;
    case 'not_done':
      return waits ? 'non faite, en attente d’envoi' : 'non faite, le guichet est prévenu';
    case 'arrived':
      return 'vous êtes sur place';
    case 'en_route':
      return 'en route';
    case 'planned':
      return filState === 'now' ? 'prochaine' : `${formatTime(stop.promised.from)} – ${formatTime(stop.promised.to)}`;
  }
}
