import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatTime, NBSP, plural } from '../ui/format.ts';
import { SketchMap } from '../ui/sketch-map.tsx';
import type { SketchPoint } from '../ui/sketch-map.tsx';
import { filStateOf, isBehind } from './next-act.ts';
import { roadWords } from './next-stop-card.tsx';
import styles from './tour.module.css';
import type { NurseStopView, TodayView } from './views.ts';

const ICON = { size: 22, stroke: 1.9, 'aria-hidden': true } as const;
/** The tour of one nurse has one colour: the first. */
const OWN = 0;

interface TourMapProps {
  view: TodayView;
  stops: readonly NurseStopView[];
  next: NurseStopView | null;
}

/** The day drawn: numbered stops and the way between them; the list below says the same. */
export function TourMap({ view, stops, next }: TourMapProps) {
  const [selected, setSelected] = useState<string | null>(next?.actId ?? null);
  const base = ([id, place]: [string, TodayView['start']]): SketchPoint[] =>
    place ? [{ id, ...place, number: null, state: 'base', colour: null }] : [];
  const marks = stops.flatMap<SketchPoint>((stop, index) => {
    if (stop.lat === null || stop.lng === null) return [];
    const state = filStateOf(stop, next);
    return {
      id: stop.actId,
      lat: stop.lat,
      lng: stop.lng,
      label: stop.communeName ?? '',
      number: index + 1,
      state: state === 'stopped' ? 'done' : state,
      colour: OWN,
      spoken: `Étape ${index + 1}, ${stop.patientName}, ${stop.communeName ?? ''}`,
    };
  });
  const start = base(['depart', view.start]);
  const samePlace = view.start?.lat === view.end?.lat && view.start?.lng === view.end?.lng;
  const end = samePlace ? [] : base(['retour', view.end]);
  const via = [...start, ...marks, ...(samePlace ? start : end)].map(({ id }) => id);
  return (
    <>
      <SketchMap
        className={styles.map}
        title={`Croquis de la tournée${NBSP}: ${plural(stops.length, 'étape', 'étapes')}`}
        points={[...start, ...end, ...marks]}
        lines={[{ id: 'tour', colour: OWN, via }]}
        selectedId={selected}
        onSelect={setSelected}
        large
      />
      <p className="muted small">
        Croquis dessiné par votre téléphone, sans fond de carte{NBSP}: les distances sont à vol d’oiseau.
      </p>
      <ol className={styles.picks} aria-label="Étapes du croquis">
        {stops.map((stop, index) => (
          <li key={stop.actId}>
            <Link
              className={styles.pick}
              to={stop.actId}
              data-selected={stop.actId === selected ? '' : undefined}
              data-behind={isBehind(stop) ? '' : undefined}
            >
              <span className={styles.rank}>{index + 1}</span>
              <span>
                <b>{stop.patientName}</b>
                <small>
                  {[stop.communeName, stop.km > 0 && `${String(stop.km).replace('.', ',')}${NBSP}km`, roadWords(stop)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <span className="nowrap">
                <time dateTime={stop.startAt} style={{ fontWeight: 700 }}>
                  {formatTime(stop.startAt)}
                </time>
                <IconChevronRight {...ICON} style={{ verticalAlign: '-5px' }} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
