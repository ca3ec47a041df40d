import { Link } from 'react-router';
import { Notice } from '../ui/sheet.tsx';
import { useTour } from './tour-context.tsx';
import sheetStyles from './visit-sheet.module.css';
import type { NurseStopView } from './views.ts';

/** What happened to the visit, and to what was written of it. */
export function VisitEnded({ stop }: { stop: NurseStopView }) {
  const { state } = useTour();
  const waits = state.queue.some(({ actId }) => actId === stop.actId);
  const done = stop.status === 'done';
  const words = done
    ? waits
      ? 'La feuille est sur ce téléphone et partira au retour du réseau. Un médecin la lira ensuite.'
      : 'La feuille est envoyée. Un médecin interprète la visite : c’est lui qui répond au demandeur.'
    : waits
      ? 'Le guichet sera prévenu dès le retour du réseau. Si c’est pressé, appelez-le.'
      : 'Le guichet est prévenu et reprend la demande.';
  return (
    <Notice tone={waits ? 'watch' : done ? 'done' : 'info'} role="status">
      <strong>{done ? 'Visite faite.' : 'Visite non faite.'}</strong>
      <p>{words}</p>
      <div className={sheetStyles.buttons}>
        <Link className={sheetStyles.button} data-main="" to=".." relative="path">
          Étape suivante
        </Link>
      </div>
    </Notice>
  );
}
