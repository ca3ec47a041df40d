import { IconCircleCheck, IconListNumbers, IconMap2, IconRoute } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatPhone, formatShortDay, formatTime, NBSP } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { Account } from './account.tsx';
import { callLink, nextStop } from './next-act.ts';
import { NextStopCard } from './next-stop-card.tsx';
import { OvertakenSheets } from './overtaken-sheet.tsx';
import { RefusedWrites } from './refused-writes.tsx';
import { RoadBar } from './road-bar.tsx';
import { RoadHeader } from './road-header.tsx';
import { StopsFil } from './stops-fil.tsx';
import { useTour } from './tour-context.tsx';
import { TourMap } from './tour-map.tsx';
import styles from './tour.module.css';

const MAP = 'plan';

/** « Ma tournée »: the next door on top, the day under it; its drawing one thumb away. */
export function TourPage() {
  const { context } = useEss();
  const { state, today } = useTour();
  const [query] = useSearchParams();
  const onMap = query.get('vue') === MAP;
  usePageTitle(`Ma tournée, ${context.ess.name}`);
  const { view, stops } = state;
  const next = nextStop(stops);
  const day = formatShortDay(`${today}T12:00:00Z`, context.ess.timezone);
  return (
    <>
      <RoadHeader
        title={`Tournée, ${day}`}
        note={view?.teamName ?? undefined}
        after={
          stops.length > 0 && (
            <Link
              className={styles.square}
              to={onMap ? '.' : `?vue=${MAP}`}
              replace
              aria-label={onMap ? 'Étapes en liste' : 'Plan de la tournée'}
            >
              {onMap ? <IconListNumbers size={25} stroke={1.9} /> : <IconMap2 size={25} stroke={1.9} />}
            </Link>
          )
        }
      />
      <main id="contenu" className={styles.page}>
        <RefusedWrites />
        <OvertakenSheets />
        {state.fault && (
          <Notice tone="error" role="alert">
            {state.fault}
          </Notice>
        )}
        {!state.ready && <ListSkeleton rows={3} rowHeight={120} label="Chargement de la tournée" />}
        {state.ready && !view && !state.fault && <NotHere />}
        {view && stops.length === 0 && <NothingToday />}
        {view && stops.length > 0 && onMap && <TourMap view={view} stops={stops} next={next} />}
        {view && stops.length > 0 && !onMap && (
          <>
            {next ? <NextStopCard stop={next} /> : <DayOver />}
            <StopsFil stops={stops} next={next} />
            <p className="muted small" style={{ padding: '0 4px' }}>
              Tournée lue sur le serveur à {formatTime(view.serverNow, context.ess.timezone)}.
            </p>
          </>
        )}
        <Account />
      </main>
      {next && <RoadBar stop={next} place="tour" />}
    </>
  );
}

function DeskLine() {
  const { context } = useEss();
  return (
    <p>
      Le guichet vous répond au{NBSP}
      <a href={callLink(context.ess.phone)} className="nowrap">
        {formatPhone(context.ess.phone)}
      </a>
      .
    </p>
  );
}

function NothingToday() {
  const { state } = useTour();
  return (
    <section className={styles.empty}>
      <IconRoute size={44} stroke={1.5} aria-hidden="true" />
      <h2>{state.view?.teamName ? 'Aucune visite publiée aujourd’hui.' : 'Vous n’êtes dans aucune équipe mobile.'}</h2>
      <p className="soft">
        {state.view?.teamName
          ? 'La tournée apparaîtra ici dès que la coordination la publie.'
          : 'La coordination vous ajoute à une équipe, puis votre tournée apparaît ici.'}
      </p>
      <DeskLine />
    </section>
  );
}

/** A phone that never saw the day, in a dead zone. */
function NotHere() {
  return (
    <section className={styles.empty}>
      <IconRoute size={44} stroke={1.5} aria-hidden="true" />
      <h2>La tournée du jour n’est pas encore sur ce téléphone.</h2>
      <p className="soft">Elle s’affichera dès que le réseau revient, sans rien faire.</p>
      <DeskLine />
    </section>
  );
}

function DayOver() {
  const { state } = useTour();
  const waiting = state.queue.length > 0;
  return (
    <section className={styles.next} style={{ textAlign: 'center' }}>
      <IconCircleCheck size={40} stroke={1.6} aria-hidden="true" style={{ color: 'var(--done)' }} />
      <h2 style={{ fontSize: '1.375rem', color: 'var(--ink)' }}>La tournée est finie.</h2>
      <p className="soft">
        {waiting ? 'Gardez ce téléphone allumé jusqu’à l’envoi de ce qui attend.' : 'Tout est envoyé.'}
      </p>
    </section>
  );
}
