import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconPlayerPause } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formatCivilDate } from '../ui/format.ts';
import { Avatar, Tag } from '../ui/tag.tsx';
import styles from './people.module.css';
import type { PersonRow as Row } from './views.ts';
import { periodWords, professionWords, roleWords, stateOf } from './words.ts';

const ICONS = { done: IconCircleCheck, waiting: IconPlayerPause, watch: IconAlertCircle } as const;

export function StateTag({ person }: { person: Pick<Row, 'state' | 'invitation'> }) {
  const { text, tone } = stateOf(person);
  const Icon = tone === 'done' || tone === 'waiting' || tone === 'watch' ? ICONS[tone] : IconCircleDashed;
  return (
    <Tag tone={tone}>
      <Icon size={15} stroke={1.9} aria-hidden="true" />
      {text}
    </Tag>
  );
}

/** One person: who, what he does here, and whether he can come in. */
export function PersonRow({ person, to, today }: { person: Row; to: string; today: string }) {
  const shown = person.roles.filter(({ live }) => live);
  const roles = shown.length > 0 ? shown : person.roles.slice(0, 1);
  return (
    <li className={styles.row}>
      <Avatar name={person.name} size={36} />
      <div className={styles.who}>
        <h2>
          <Link to={to}>{person.name}</Link>
        </h2>
        {roles.map((role) => (
          <span key={role.id} className="soft small">
            {roleWords(role)}
            {role.endsOn && <span className="muted">, {periodWords(role, today)}</span>}
          </span>
        ))}
        {roles.length === 0 && person.invitation && (
          <span className="soft small">
            {roleWords({
              role: person.invitation.role,
              requesterRole: null,
              organisationName: null,
              delegateOfName: null,
            })}
          </span>
        )}
        {roles.length === 0 && !person.invitation && (
          <span className="soft small">{professionWords(person.profession)}</span>
        )}
      </div>
      <div className={styles.standing}>
        <StateTag person={person} />
        <span className="muted small">
          {person.lastSeenOn
            ? `connexion le ${formatCivilDate(person.lastSeenOn)}`
            : person.state === 'active'
              ? 'aucune connexion'
              : ''}
        </span>
      </div>
    </li>
  );
}
