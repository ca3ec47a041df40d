import type { CSSProperties } from 'react';
import { formatTime } from '../ui/format.ts';
import { Bone } from '../ui/skeletons.tsx';
import { Lane, LaneHead } from './lane.tsx';
import { topOf } from './lane-geometry.ts';
import styles from './lanes.module.css';
import type { Planner } from './use-planner.ts';

/** The teams side by side, one axis of hours for all. */
export function Lanes({ planner }: { planner: Planner }) {
  const { shown, axis, timeZone, now, date, today } = planner;
  if (!shown) return <LanesSkeleton />;
  if (!axis) return null;
  const count: CSSProperties & Record<'--teams', number> = { '--teams': shown.teams.length };
  const isNow = date === today && now >= axis.from && now <= axis.to;
  return (
    <div className={styles.scroll} data-drag-scroll="" role="region" aria-label="Équipes, heure par heure" tabIndex={0}>
      <div className={styles.heads} style={count}>
        <span />
        {shown.teams.map((team) => (
          <LaneHead key={team.id} team={team} planner={planner} />
        ))}
      </div>
      <div className={styles.bodies} style={count}>
        <div className={styles.axis} style={{ height: axis.height }} aria-hidden="true">
          {axis.hours.map(({ at, top }) => (
            <span key={at} style={{ top }}>
              {formatTime(at, timeZone)}
            </span>
          ))}
          {isNow && (
            <b className={styles.nowTime} style={{ top: topOf(axis, now) }}>
              {formatTime(new Date(now), timeZone)}
            </b>
          )}
        </div>
        {shown.teams.map((team) => (
          <Lane key={team.id} planner={planner} team={team} axis={axis} />
        ))}
        {isNow && <span className={styles.nowLine} style={{ top: topOf(axis, now) }} aria-hidden="true" />}
      </div>
    </div>
  );
}

function LanesSkeleton() {
  return (
    <div className={styles.scroll} role="status" aria-label="Chargement des tournées">
      <div className={styles.skeleton} aria-hidden="true">
        {[0, 1, 2].map((team) => (
          <div key={team}>
            <Bone width="60%" height={20} />
            <Bone width="80%" />
            {[0, 1, 2, 3].map((row) => (
              <Bone key={row} height={42} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What the signs of the lanes mean. */
export function LanesLegend() {
  return (
    <ul className={styles.legend} aria-label="Légende">
      <li>
        <i className={styles.legendDrive} /> route
      </li>
      <li>
        <i className={styles.legendWait} /> attente
      </li>
      <li>
        <i className={styles.legendPromise} /> heure annoncée
      </li>
      <li>
        <i className={styles.legendDone} /> faite
      </li>
    </ul>
  );
}
