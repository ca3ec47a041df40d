import { IconEye } from '@tabler/icons-react';
import { formatDay, formatTime, NBSP, plural } from '../ui/format.ts';
import { EmptyState } from '../ui/sheet.tsx';
import styles from './patient-space.module.css';
import type { AccessLine, AccessListView } from './views.ts';

/** Days, newest first; in each, who opened the file, why and what. */
export function AccessLines({ list }: { list: AccessListView }) {
  const zone = list.ess.timezone;
  if (list.lines.length === 0) {
    return (
      <EmptyState title="Personne n’a ouvert ce dossier." icon={<IconEye size={40} stroke={1.6} aria-hidden="true" />}>
        <p>Le premier accès s’inscrira ici.</p>
      </EmptyState>
    );
  }
  const days = new Map<string, AccessLine[]>();
  for (const line of list.lines) {
    const day = formatDay(line.at, zone);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return (
    <ol className={styles.days}>
      {[...days].map(([day, lines]) => (
        <li key={day}>
          <h3>{day}</h3>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={`${line.at}${line.role}${line.structure}`} className={styles.line}>
                <time dateTime={line.at}>{hours(line, zone)}</time>
                <div>
                  <p className={styles.role}>
                    {line.role}
                    <span>{line.structure}</span>
                    {line.name && <span>{line.name}</span>}
                  </p>
                  <p>{line.purposes.filter((purpose) => purpose !== line.role).join('. ')}</p>
                  <p className="muted small">
                    {line.acts.join('. ')}
                    {line.times > 1 && `${NBSP}· ${plural(line.times, 'fois', 'fois')}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function hours({ at, until }: AccessLine, zone: string): string {
  const [first, last] = [formatTime(at, zone), formatTime(until, zone)];
  return first === last ? first : `${first}${NBSP}– ${last}`;
}
