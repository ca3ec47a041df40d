import { Link } from 'react-router';
import { showReference } from '#contracts/reference';
import type { OpenRequestView } from '../api/views.ts';
import { formatMoment } from '../ui/format.ts';
import { useForm } from './form-context.tsx';

/** Requests already open for the same patient: follow one of them rather than ask twice. */
export function OpenRequests({ requests, slug }: { requests: readonly OpenRequestView[]; slug: string }) {
  const { draft } = useForm();
  if (requests.length === 0) return null;
  const to = draft.mode === 'call' ? `/${slug}/bureau` : `/${slug}/demandes`;
  return (
    <ul className="small">
      {requests.map((request) => (
        <li key={request.id}>
          Demande ouverte : {request.reasonLabel}, reçue {formatMoment(request.receivedAt)},{' '}
          <Link to={`${to}/${request.id}`} target="_blank" rel="noopener">
            {showReference(request.reference)}
            <span className="sr-only"> (nouvel onglet)</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
