import { Link } from 'react-router';
import { showReference } from '#contracts/reference';
import { useEss } from '../layout/ess-shell.tsx';
import { formatDay } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './patient.module.css';
import type { PatientRequest } from './views.ts';

/** What was asked for him; those this reader may open are links. */
export function RequestsCard({ requests }: { requests: readonly PatientRequest[] }) {
  const { slug, context } = useEss();
  const room = context.me.permissions.includes('request.triage') ? 'bureau' : 'demandes';
  const zone = context.ess.timezone;
  return (
    <Sheet labelledBy="ses-demandes">
      <h2 id="ses-demandes">Ses demandes</h2>
      {requests.length === 0 && <p className="muted">Aucune demande ne vous est ouverte.</p>}
      <ul className={styles.rows}>
        {requests.map((request) => (
          <li key={request.id}>
            <span className={styles.rowMain}>
              {request.readable ? (
                <Link to={`/${slug}/${room}/${request.id}`}>{request.reasonLabel}</Link>
              ) : (
                <strong>{request.reasonLabel}</strong>
              )}
              <Tag tone={request.open ? 'info' : 'neutral'}>{request.stateLabel}</Tag>
            </span>
            <span className="muted small">
              reçue <time dateTime={request.receivedAt}>{formatDay(request.receivedAt, zone)}</time> ·{' '}
              <span className="num nowrap">{showReference(request.reference)}</span>
              {!request.readable && ' · non ouverte à votre rôle'}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
