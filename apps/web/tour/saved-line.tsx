import { IconAlertCircle, IconDeviceMobileCheck } from '@tabler/icons-react';
import { useEss } from '../layout/ess-shell.tsx';
import { formatTime } from '../ui/format.ts';
import { showOvertaken } from './overtaken-sheet.tsx';
import type { SheetDraft } from './sheet-draft.ts';
import { useTour } from './tour-context.tsx';
import sheetStyles from './visit-sheet.module.css';
import type { NurseStopView } from './views.ts';

/** « Enregistré sur ce téléphone à 09:08 », always in sight. */
export function SavedLine({ stop, sheet }: { stop: NurseStopView; sheet: SheetDraft }) {
  const { context } = useEss();
  const { store, state } = useTour();
  if (!state.kept) {
    return (
      <p className={sheetStyles.saved} data-tone="watch" role="status">
        <IconAlertCircle size={19} stroke={1.9} aria-hidden="true" />
        Ce téléphone ne garde rien : laissez la page ouverte
      </p>
    );
  }
  if (store.overtaken(stop)) {
    return (
      <button type="button" className={sheetStyles.saved} data-tone="watch" onClick={showOvertaken}>
        <IconAlertCircle size={19} stroke={1.9} aria-hidden="true" />
        Une autre feuille a pris la place de la vôtre
      </button>
    );
  }
  return (
    <p className={sheetStyles.saved} role="status">
      {sheet.changedAt && (
        <>
          <IconDeviceMobileCheck size={19} stroke={1.9} aria-hidden="true" />
          Enregistré sur ce téléphone à {formatTime(sheet.changedAt, context.ess.timezone)}
        </>
      )}
    </p>
  );
}
