import { IconCircleCheck, IconEye, IconPhone } from '@tabler/icons-react';
import styles from './report.module.css';
import type { ReportView } from './views.ts';
import { receptionWords } from './words.ts';

const ICONS = { read: IconEye, acknowledged: IconCircleCheck, by_phone: IconPhone } as const;

/** Who received the answer, and how it is known. */
export function Receptions({ report, zone }: { report: ReportView; zone: string }) {
  if (report.receptions.length === 0) return <p className="muted">Personne ne l’a encore lue.</p>;
  return (
    <ul className={styles.proofs}>
      {report.receptions.map((reception) => {
        const Icon = ICONS[reception.kind];
        return (
          <li key={`${reception.kind}${reception.byName}${reception.at}`}>
            <Icon size={18} stroke={1.9} aria-hidden="true" />
            <span>{receptionWords(reception, zone)}</span>
          </li>
        );
      })}
    </ul>
  );
}
