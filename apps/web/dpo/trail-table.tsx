import { showReference } from '#contracts/reference';
import { formatCivilDate, formatShortDay, formatTime, NBSP } from '../ui/format.ts';
import styles from './dpo.module.css';
import type { TrailLine } from './views.ts';

/** A table on a wide screen, a list on a narrow one: the same cells, each with its name. */
export function TrailTable({ lines, zone }: { lines: TrailLine[]; zone: string }) {
  return (
    <table className={styles.table}>
      <caption className="sr-only">Lignes du journal, la plus récente d’abord</caption>
      <thead>
        <tr>
          <th scope="col">Quand</th>
          <th scope="col">Qui</th>
          <th scope="col">Quoi</th>
          <th scope="col">Patient</th>
          <th scope="col">Pourquoi</th>
          <th scope="col">Ligne</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td data-name="Quand">
              <time dateTime={line.at}>
                {formatShortDay(line.at, zone)}
                {NBSP}
                {formatTime(line.at, zone)}
              </time>
            </td>
            <td data-name="Qui">
              {line.actor ? (
                <>
                  {line.actor.name}
                  <small>{line.actor.role}</small>
                </>
              ) : (
                'Le service'
              )}
            </td>
            <td data-name="Quoi">
              {line.actionLabel}
              {line.reference && <small>Demande {showReference(line.reference)}</small>}
            </td>
            <td data-name="Patient" data-empty={line.patient ? undefined : ''}>
              {line.patient ? (
                <>
                  {line.patient.name}
                  <small>{formatCivilDate(line.patient.birthDate)}</small>
                </>
              ) : (
                <span className="muted">–</span>
              )}
            </td>
            <td data-name="Pourquoi">{line.reasonLabel}</td>
            <td data-name="Ligne" className={styles.seq}>
              {line.seq ?? 'à sceller'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
