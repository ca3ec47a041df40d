import { IconAlertCircle } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { teamLook } from '../ui/team-look.ts';
import { laneShape, topOf } from './lane-geometry.ts';
import type { Axis } from './lane-geometry.ts';
import styles from './lanes.module.css';
import { StopBlock } from './stop-block.tsx';
import { lineStyle, TeamBadge } from './team-badge.tsx';
import type { Planner } from './use-planner.ts';
import type { TeamView } from './views.ts';
import { minutesWords, spanWords, teamTotals } from './words.ts';

const ROOM_FOR_WORDS = 17;

/** Who drives, how much, and what is wrong with the tour as a whole. */
export function LaneHead({ team, planner }: { team: TeamView; planner: Planner }) {
  const wrong = planner.shown?.violations.filter(({ actId, teamId }) => actId === null && teamId === team.id) ?? [];
  return (
    <div className={styles.head}>
      <h3 id={`equipe-${team.id}`} className={styles.headName}>
        <TeamBadge colour={team.colour} />
        {team.name}
      </h3>
      <p className={styles.headLine}>{team.members.join(', ')}</p>
      <p className={styles.headLine}>{teamTotals(team)}</p>
      {wrong.map(({ text }) => (
        <p key={text} className={styles.headWatch}>
          <IconAlertCircle size={14} stroke={1.9} aria-hidden="true" />
          {text}
        </p>
      ))}
    </div>
  );
}

/** One team, hour by hour: road, waits, stops, what was promised. */
export function Lane({ planner, team, axis }: { planner: Planner; team: TeamView; axis: Axis }) {
  const { drag, timeZone } = planner;
  const { blocks, pieces } = laneShape(axis, team);
  const look = teamLook(team.colour);
  const begins = topOf(axis, team.shiftFrom);
  const ends = topOf(axis, team.shiftTo);
  const isOver = drag?.target?.teamId === team.id;
  const style: CSSProperties & Record<'--k' | '--k-line' | '--hour', string> = {
    height: axis.height,
    '--k': look.colour,
    '--k-line': lineStyle(team.colour),
    '--hour': `${axis.hourHeight}px`,
  };
  return (
    <ol
      className={styles.lane}
      data-lane={team.id}
      data-over={isOver ? '' : undefined}
      style={style}
      aria-labelledby={`equipe-${team.id}`}
    >
      <li className={styles.off} style={{ top: 0, height: begins }} aria-hidden="true" />
      <li className={styles.off} style={{ top: ends, bottom: 0 }} aria-hidden="true" />
      {pieces.map((piece) => (
        <li
          key={`${piece.kind}-${piece.top}`}
          className={styles[piece.kind]}
          style={{ top: piece.top, height: piece.height }}
          aria-hidden="true"
        >
          {piece.height >= ROOM_FOR_WORDS && (
            <span>
              {piece.kind === 'wait' && 'attente '}
              {minutesWords(piece.minutes)}
            </span>
          )}
        </li>
      ))}
      {blocks.map(
        ({ stop, promise }) =>
          promise && (
            <li
              key={`promise-${stop.actId}`}
              className={styles.promise}
              style={promise}
              title={stop.promised ? `Annoncée ${spanWords(stop.promised, timeZone)}` : undefined}
              aria-hidden="true"
            />
          ),
      )}
      {blocks.map((block) => (
        <StopBlock key={block.stop.actId} planner={planner} block={block} colour={team.colour} />
      ))}
      {isOver && drag && (
        <li className={styles.insert} style={{ top: insertTop(axis, team, drag) }} aria-hidden="true" />
      )}
    </ol>
  );
}

/** Where the held visit would come. */
function insertTop(axis: Axis, team: TeamView, { actId, target }: NonNullable<Planner['drag']>): number {
  if (target?.startAt) return topOf(axis, target.startAt);
  const others = team.stops.filter((stop) => stop.actId !== actId);
  const next = others[target?.position ?? others.length];
  const before = others[(target?.position ?? 0) - 1];
  if (before) return topOf(axis, before.endAt) + 5;
  return next ? topOf(axis, next.startAt) - 5 : topOf(axis, team.shiftFrom);
}
