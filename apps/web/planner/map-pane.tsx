import { SketchMap } from '../ui/sketch-map.tsx';
import type { SketchLine, SketchPoint } from '../ui/sketch-map.tsx';
import { TeamMark } from '../ui/team-mark.tsx';
import { plural } from '../ui/format.ts';
import styles from './planner.module.css';
import type { Planner } from './use-planner.ts';
import type { DayView, StopView, VisitView } from './views.ts';

type Located<T extends VisitView> = T & { lat: number; lng: number };
const isLocated = <T extends VisitView>(visit: T): visit is Located<T> => visit.lat !== null && visit.lng !== null;

const stateOf = ({ status }: StopView): SketchPoint['state'] =>
  status === 'done' ? 'done' : status === 'en_route' || status === 'arrived' ? 'now' : 'next';

/** Marks and ways of the whole day; a visit whose town is not known has no mark. */
function sketchOf(day: DayView): { points: SketchPoint[]; lines: SketchLine[]; missing: number } {
  const points: SketchPoint[] = [];
  const lines: SketchLine[] = [];
  const bases = new Map<string, string>();
  const base = ({ lat, lng, label }: { lat: number; lng: number; label: string }) => {
    const at = `${lat}:${lng}`;
    const known = bases.get(at);
    if (known) return known;
    const id = `base-${bases.size}`;
    bases.set(at, id);
    points.push({ id, lat, lng, label, number: null, state: 'base', colour: null });
    return id;
  };
  let missing = 0;
  for (const team of day.teams) {
    const via: string[] = [];
    team.stops.forEach((stop, index) => {
      if (!isLocated(stop)) {
        missing += 1;
        return;
      }
      via.push(stop.actId);
      points.push({
        id: stop.actId,
        lat: stop.lat,
        lng: stop.lng,
        label: stop.communeName ?? '',
        number: index + 1,
        state: stateOf(stop),
        colour: team.colour,
        spoken: `${team.name}, étape ${index + 1}, ${stop.patientName}, ${stop.communeName ?? ''}`,
      });
    });
    if (via.length > 0) {
      lines.push({ id: team.id, colour: team.colour, via: [base(team.start), ...via, base(team.end)] });
    }
  }
  for (const visit of day.unplanned) {
    if (!isLocated(visit)) {
      missing += 1;
      continue;
    }
    points.push({
      id: visit.actId,
      lat: visit.lat,
      lng: visit.lng,
      label: visit.communeName ?? '',
      number: null,
      state: 'free',
      colour: null,
      spoken: `À placer, ${visit.patientName}, ${visit.communeName ?? ''}`,
    });
  }
  return { points, lines, missing };
}

/** Where the teams go, drawn: the lists beside it say the same in words. */
export function MapPane({ planner }: { planner: Planner }) {
  const { shown, selectedId, select } = planner;
  if (!shown) return <div className={styles.mapEmpty} aria-hidden="true" />;
  const { points, lines, missing } = sketchOf(shown);
  if (points.length === 0) return null;
  return (
    <section className={styles.mapBox} aria-label="Croquis des tournées">
      <SketchMap
        className={styles.map}
        points={points}
        lines={lines}
        title={`Croquis du jour : ${plural(lines.length, 'tournée', 'tournées')}, ${plural(shown.unplanned.length, 'visite à placer', 'visites à placer')}`}
        selectedId={selectedId}
        onSelect={select}
      />
      <ul className={styles.mapLegend} aria-label="Équipes sur le croquis">
        {shown.teams.map((team) => (
          <li key={team.id}>
            <TeamMark index={team.colour} width={36} />
            {team.name}
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <p className="small soft">
          {plural(missing, 'visite sans commune connue n’y figure', 'visites sans commune connue n’y figurent')} pas.
        </p>
      )}
    </section>
  );
}
