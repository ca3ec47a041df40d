import { IconCircleCheck, IconCircleX, IconHeartRateMonitor, IconNote, IconPhone } from '@tabler/icons-react';
import { EXAM_LABELS } from '#contracts/care';
import { MEASUREMENTS } from '#protocol';
import { NBSP, upperFirst } from '../ui/format.ts';
import { isBlank, sheetOf } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';
import sheetStyles from './visit-sheet.module.css';

const ICON = { size: 23, stroke: 1.9, 'aria-hidden': true } as const;

/** What was written of the visit, to be read again: a sheet that ended is no longer changed here. */
export function VisitWritten({ sheet }: { sheet: SheetDraft }) {
  if (isBlank(sheet)) return null;
  const { measures, examsDone, examsMissing, note, called15, calledOnCall } = sheetOf(sheet);
  const numbers = measures.map(({ name, value, unit }) => {
    const label = upperFirst(MEASUREMENTS[name]?.label ?? name);
    return [label, String(value).replace('.', ','), unit].filter(Boolean).join(NBSP);
  });
  const calls = [called15 && `Appel au${NBSP}15`, calledOnCall && 'Appel au spécialiste d’avis'].filter(Boolean);
  return (
    <section className={sheetStyles.block} aria-labelledby="ecrit">
      <h2 id="ecrit">Ce que vous avez écrit</h2>
      {numbers.length > 0 && (
        <div className={sheetStyles.line}>
          <IconHeartRateMonitor {...ICON} />
          <p>{numbers.join(' · ')}</p>
        </div>
      )}
      {examsDone.length > 0 && (
        <div className={sheetStyles.line}>
          <IconCircleCheck {...ICON} />
          <p>
            Fait{NBSP}: {examsDone.map((exam) => EXAM_LABELS[exam]).join(', ')}
          </p>
        </div>
      )}
      {examsMissing.map(({ exam, reason }) => (
        <div key={exam} className={sheetStyles.line}>
          <IconCircleX {...ICON} />
          <p>
            Non fait{NBSP}: {EXAM_LABELS[exam]}, {reason}
          </p>
        </div>
      ))}
      {note && (
        <div className={sheetStyles.line}>
          <IconNote {...ICON} />
          <p style={{ whiteSpace: 'pre-line' }}>{note}</p>
        </div>
      )}
      {calls.length > 0 && (
        <div className={sheetStyles.line}>
          <IconPhone {...ICON} />
          <p>{calls.join(', ')}</p>
        </div>
      )}
    </section>
  );
}
