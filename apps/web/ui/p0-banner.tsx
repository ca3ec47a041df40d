import { IconAlertOctagonFilled, IconCheck, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NBSP } from './format.ts';
import styles from './p0-banner.module.css';

export type EmergencyAck = 'called_15' | 'already_handled';

interface P0BannerProps {
  /** « Douleur thoracique en cours : n’attendez pas la réponse de l’équipe. » */
  sentence: string;
  /** What raised it, and by which rule. */
  why?: ReactNode;
  acknowledged?: EmergencyAck | null;
  onAcknowledge?: (value: EmergencyAck) => void;
  /** False when the page was already drawn so: nothing to announce. */
  announced?: boolean;
}

/** Inside the page, above the question that raised it, shown by the browser alone, before any sending. */
export function P0Banner({ sentence, why, acknowledged = null, onAcknowledge, announced = true }: P0BannerProps) {
  return (
    <section className={styles.banner} role={announced ? 'alert' : undefined} aria-label="Urgence vitale">
      <h2>
        <IconAlertOctagonFilled size={30} aria-hidden="true" />
        Appelez le{NBSP}15 maintenant
      </h2>
      <p>{sentence}</p>
      <div className={styles.acts}>
        <a className={styles.act} data-first="" href="tel:15" onClick={() => onAcknowledge?.('called_15')}>
          <IconPhone size={21} stroke={1.9} aria-hidden="true" />
          J’appelle le{NBSP}15
        </a>
        {onAcknowledge && (
          <button
            type="button"
            className={styles.act}
            aria-pressed={acknowledged === 'already_handled'}
            onClick={() => onAcknowledge('already_handled')}
          >
            {acknowledged === 'already_handled' && <IconCheck size={21} stroke={2.2} aria-hidden="true" />}
            Déjà pris en charge par le{NBSP}15
          </button>
        )}
      </div>
      {why && <p className={styles.why}>{why}</p>}
    </section>
  );
}
