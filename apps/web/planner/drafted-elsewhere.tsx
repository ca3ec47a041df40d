import { IconCalendarEvent } from '@tabler/icons-react';
import { Link } from 'react-router';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { shortDayWords } from './dates.ts';
import styles from './unplanned.module.css';
import type { DraftedView } from './views.ts';

/** More than these are folded. */
const AT_A_GLANCE = 4;

const wayTo = ({ date, actId }: DraftedView) => `?${new URLSearchParams({ jour: date, visite: actId })}`;

/** « mar. 24 nov., Équipe mobile B » */
const whereWords = ({ date, teamName }: DraftedView) => `${shortDayWords(`${date}T12:00:00Z`, 'UTC')}, ${teamName}`;

/** Visits that the draft of another day has taken off this list: where each is, and the way there. */
export function DraftedElsewhere({ visits }: { visits: readonly DraftedView[] }) {
  if (visits.length === 0) return null;
  return (
    <details className={styles.elsewhere} open={visits.length <= AT_A_GLANCE}>
      <summary>
        En brouillon un autre jour <span className={styles.count}>{visits.length}</span>
      </summary>
      <ul className={styles.list}>
        {visits.map((visit) => (
          <li key={visit.actId}>
            <Link className={styles.drafted} to={wayTo(visit)}>
              <span className={styles.name}>
                <PriorityChip value={visit.class} short />
                {visit.patientName}
              </span>
              <span className={styles.where}>
                <IconCalendarEvent size={14} stroke={1.9} aria-hidden="true" />
                {whereWords(visit)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The visit that was chosen is no longer of this day: somebody drafted it for another. */
export function LeftForAnotherDay({ visit }: { visit: DraftedView }) {
  return (
    <p className={styles.left} role="status">
      <span>
        <b>{visit.patientName}</b> est en brouillon {whereWords(visit)}.
      </span>
      <Link to={wayTo(visit)}>Voir cette visite</Link>
    </p>
  );
}
