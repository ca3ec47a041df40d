import { Link } from 'react-router';
import { formFor, hasForm } from '#forms';
import { useEss } from '../layout/ess-shell.tsx';
import { formatPhone, formatTime, NBSP } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { callLink } from './next-act.ts';
import { missingFrom } from './overtaken.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import sheetStyles from './visit-sheet.module.css';
import type { NurseStopView } from './views.ts';

const OVERTAKEN = 'autre-feuille';

/** From the foot of the page, where one was typing. */
export function showOvertaken(): void {
  document.getElementById(OVERTAKEN)?.focus();
}

/** Another phone has written since: what was typed here and is not on the sheet is shown, and goes back or is left. */
export function OvertakenSheet({ stop }: { stop: NurseStopView }) {
  const { store, state } = useTour();
  const { context } = useEss();
  const own = store.overtaken(stop);
  if (!own) return null;
  const specialty = state.view?.specialty ?? 'cardiologie';
  const flags = hasForm(specialty) ? formFor(specialty).redFlags : [];
  const flagLabel = (id: string) => flags.find((flag) => flag.id === id)?.label ?? 'Signe d’alerte';
  const { phone, timezone } = context.ess;
  return (
    <Notice tone="watch" role="alert">
      <strong id={OVERTAKEN} tabIndex={-1} style={{ scrollMarginTop: 100 }}>
        Une autre feuille a été enregistrée
        {stop.sheetSavedAt && ` à${NBSP}${formatTime(stop.sheetSavedAt, timezone)}`}.
      </strong>
      <p>Ce que vous aviez écrit ici et qui n’y est pas est gardé sur ce téléphone{NBSP}:</p>
      <ul className={styles.overtaken}>
        {missingFrom(store.sheetFor(stop), own, flagLabel).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={sheetStyles.buttons}>
        {stop.sheetClosed ? (
          <>
            <p>La réponse est signée, la feuille ne change plus{NBSP}: dites-le au guichet.</p>
            <a className={sheetStyles.button} href={callLink(phone)}>
              Appeler le guichet, {formatPhone(phone)}
            </a>
          </>
        ) : (
          <button type="button" className={sheetStyles.button} onClick={() => store.takeBack(stop)}>
            Remettre ce que j’avais écrit
          </button>
        )}
        <button type="button" className={sheetStyles.button} data-quiet="" onClick={() => void store.leaveAside(stop)}>
          Garder la feuille enregistrée
        </button>
      </div>
    </Notice>
  );
}

/** On the tour: which visits wait for that choice. */
export function OvertakenSheets() {
  const { store, state } = useTour();
  const waiting = state.stops.filter((stop) => store.overtaken(stop) !== null);
  if (waiting.length === 0) return null;
  return (
    <Notice tone="watch" role="status">
      {waiting.map(({ actId, patientName }) => (
        <p key={actId}>
          <Link to={actId}>{patientName}</Link>
          {NBSP}: une partie de ce que vous avez écrit n’est pas sur la feuille enregistrée.
        </p>
      ))}
    </Notice>
  );
}
