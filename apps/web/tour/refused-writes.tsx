import { useState } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { formatPhone, formatTime, NBSP } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { callLink } from './next-act.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import sheetStyles from './visit-sheet.module.css';
import { writeWords } from './write-queue.ts';
import type { TourWrite } from './write-queue.ts';

/** What the server would not take, in its words, with what to do; nothing of it is lost meanwhile. */
export function RefusedWrites() {
  const { state } = useTour();
  const refused = state.queue.filter((write) => write.refused !== null);
  if (refused.length === 0) return null;
  return (
    <Notice tone="error" role="alert">
      <ul className={styles.refused}>
        {refused.map((write) => (
          <RefusedWrite key={write.key} write={write} />
        ))}
      </ul>
    </Notice>
  );
}

function RefusedWrite({ write }: { write: TourWrite }) {
  const { store } = useTour();
  const { context } = useEss();
  const [asked, setAsked] = useState(false);
  const { phone } = context.ess;
  return (
    <li>
      <strong>
        Pas envoyé{NBSP}: {writeWords(write)}, {formatTime(write.at, context.ess.timezone)}
      </strong>
      <p>{write.refused}</p>
      <p className="soft">Ce que vous avez écrit est gardé sur ce téléphone. Réessayez, ou dites-le au guichet.</p>
      <div className={sheetStyles.buttons}>
        <button type="button" className={sheetStyles.button} onClick={() => void store.retry(write.key)}>
          Réessayer
        </button>
        <a className={sheetStyles.button} href={callLink(phone)}>
          Appeler le guichet, {formatPhone(phone)}
        </a>
        <button
          type="button"
          className={sheetStyles.button}
          data-quiet=""
          onClick={() => (asked ? void store.drop(write.key) : setAsked(true))}
        >
          {asked ? 'Oui, le guichet le sait : ne plus l’envoyer' : 'Le guichet le sait, ne plus l’envoyer'}
        </button>
      </div>
    </li>
  );
}
