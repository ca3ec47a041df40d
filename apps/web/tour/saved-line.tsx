import { IconAlertCircle, IconDeviceMobileCheck } from '@tabler/icons-react';
import { useEss } from '../layout/ess-shell.tsx';
import { formatTime } from '../ui/format.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { useTour } from './tour-context.tsx';
import sheetStyles from './visit-sheet.module.css';

/** « Enregistré sur ce téléphone à 09:08 », always in sight. */
export function SavedLine({ sheet }: { sheet: SheetDraft }) {
  const { context } = useEss();
  const { state } = useTour();
  if (!state.kept) {
    return (
      <p className={sheetStyles.saved} data-tone="watch" role="status">
        <IconAlertCircle size={19} stroke={1.9} aria-hidden="true" />
        Ce téléphone ne garde rien : laissez la page ouverte
      </p>
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
