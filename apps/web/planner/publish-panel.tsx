import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { formatTime, NBSP, plural } from '../ui/format.ts';
import { KeyCap } from '../ui/tag.tsx';
import { dayWords } from './dates.ts';
import styles from './planner.module.css';
import type { Planner } from './use-planner.ts';
import type { DayView } from './views.ts';
import { movedPromiseWords, newPromises } from './words.ts';

interface PublishPanelProps {
  planner: Planner;
  day: DayView;
  onClose: () => void;
}

/** What publishing will tell, and to whom it changes something, before it is done. */
export function PublishPanel({ planner, day, onClose }: PublishPanelProps) {
  const { timeZone, running } = planner;
  const panel = useRef<HTMLElement>(null);
  const first = newPromises(day);
  const moved = day.movedPromises;
  const isNothing = first.length === 0 && moved.length === 0;
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} className={styles.publish} aria-labelledby="publier" tabIndex={-1}>
      <h2 id="publier">Publier le {dayWords(day.date)}</h2>
      {isNothing && (
        <p>
          {day.totals.visits === 0
            ? 'Aucune visite n’a de place ce jour\u00a0: il n’y a rien à annoncer.'
            : 'Tout est déjà annoncé, rien n’a changé depuis.'}
        </p>
      )}
      {moved.length > 0 && (
        <>
          <p className={styles.watch}>
            <b>{plural(moved.length, 'heure annoncée change', 'heures annoncées changent')}.</b> Le demandeur en sera
            prévenu{NBSP}:
          </p>
          <ul className={styles.publishList}>
            {moved.map((promise) => (
              <li key={promise.actId}>
                <b>{promise.patientName}</b>
                {NBSP}: {movedPromiseWords(promise, timeZone)}.
              </li>
            ))}
          </ul>
        </>
      )}
      {first.length > 0 && (
        <p>
          <b>{plural(first.length, 'visite reçoit son heure', 'visites reçoivent leur heure')}</b>
          {NBSP}: {first.map((stop) => `${stop.patientName} ${formatTime(stop.startAt, timeZone)}`).join(', ')}.
        </p>
      )}
      {day.unplanned.length > 0 && (
        <p className="soft">
          {plural(day.unplanned.length, 'visite reste', 'visites restent')} à placer, rien n’en sera dit.
        </p>
      )}
      <div className={styles.row}>
        {!isNothing && (
          <Button disabled={running !== null} onClick={() => planner.run({ name: 'publish' })}>
            {running === 'publish' ? 'Publication…' : 'Publier et prévenir'}
          </Button>
        )}
        <Button variant="default" rightSection={<KeyCap>Échap</KeyCap>} onClick={onClose}>
          {isNothing ? 'Fermer' : 'Pas encore'}
        </Button>
      </div>
    </section>
  );
}
