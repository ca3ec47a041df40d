import { IconAlertCircle, IconLock } from '@tabler/icons-react';
import { VISIT_STATUS_LABELS } from '#contracts/care';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './team-list.module.css';
import { LaneHead } from './lane.tsx';
import { TeamBadge } from './team-badge.tsx';
import type { Planner } from './use-planner.ts';
import type { StopView, TeamView } from './views.ts';
import { examsWords, isFrozen, legWords, spanWords, violationsOf } from './words.ts';

/** The same day as a list: team after team, stop after stop. */
export function TeamLists({ planner }: { planner: Planner }) {
  const { shown } = planner;
  if (!shown) {
    return (
      <div className={styles.scroll}>
        <ListSkeleton rows={5} rowHeight={72} label="Chargement des tournées" />
      </div>
    );
  }
  return (
    <div className={styles.scroll}>
      {shown.teams.map((team) => (
        <section key={team.id} className={styles.team} aria-labelledby={`equipe-${team.id}`}>
          <LaneHead team={team} planner={planner} />
          {team.stops.length > 0 && (
            <ol className={styles.list}>
              {team.stops.map((stop, index) => (
                <li key={stop.actId}>
                  <StopRow planner={planner} team={team} stop={stop} rank={index + 1} />
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

interface StopRowProps {
  planner: Planner;
  team: TeamView;
  stop: StopView;
  rank: number;
}

function StopRow({ planner, team, stop, rank }: StopRowProps) {
  const { timeZone, selectedId, select, proposal, shown } = planner;
  const wrong = violationsOf(shown?.violations ?? [], stop.actId);
  return (
    <button
      type="button"
      className={styles.row}
      data-act={stop.actId}
      data-frozen={isFrozen(stop) ? '' : undefined}
      data-proposed={proposal?.actId === stop.actId ? '' : undefined}
      aria-pressed={selectedId === stop.actId}
      onClick={() => select(stop.actId)}
    >
      <span className={styles.badge}>
        <TeamBadge colour={team.colour} rank={rank} filled={stop.status === 'done'} />
      </span>
      <span className={styles.time}>{spanWords({ from: stop.startAt, to: stop.endAt }, timeZone)}</span>
      <span className={styles.who}>
        <b>{stop.patientName}</b>
        {stop.communeName && `, ${stop.communeName}`}
      </span>
      <span className={styles.tags}>
        <PriorityChip value={stop.class} short />
        {isFrozen(stop) && <Tag>{VISIT_STATUS_LABELS[stop.status]}</Tag>}
        {stop.locked && (
          <Tag>
            <IconLock size={14} stroke={2} aria-hidden="true" />
            Verrouillée
          </Tag>
        )}
        {stop.promised && <Tag>Annoncée {spanWords(stop.promised, timeZone)}</Tag>}
      </span>
      <span className={styles.line}>
        {legWords(stop.travelMin, stop.km)} · {examsWords(stop.exams)}
      </span>
      {wrong.map(({ text }) => (
        <span key={text} className={styles.watch}>
          <IconAlertCircle size={14} stroke={1.9} aria-hidden="true" />
          {text}
        </span>
      ))}
    </button>
  );
}
