import { Button } from '@mantine/core';
import { IconFileDescription, IconHandGrab, IconPencil } from '@tabler/icons-react';
import { may } from '../desk/decision.ts';
import type { RequestFile } from '../desk/views.ts';
import styles from './specialist.module.css';

export type FileTab = 'dossier' | 'reponse';

interface FileTabsProps {
  tab: FileTab;
  onChange: (tab: FileTab) => void;
  request: RequestFile;
  busy: boolean;
  onClaim: () => void;
}

const ICON = { size: 20, stroke: 1.9, 'aria-hidden': true } as const;

/** Where there is no room for both: the file and the answer, one press of the thumb apart; nothing typed is lost. */
export function FileTabs({ tab, onChange, request, busy, onClaim }: FileTabsProps) {
  const toTake = may(request, 'claim') && request.state === 'confirmed' && request.takenAt === null;
  return (
    <div className={styles.tabs} role="group" aria-label="Partie affichée">
      <button type="button" aria-pressed={tab === 'dossier'} onClick={() => onChange('dossier')}>
        <IconFileDescription {...ICON} />
        Dossier
      </button>
      <button type="button" aria-pressed={tab === 'reponse'} onClick={() => onChange('reponse')}>
        <IconPencil {...ICON} />
        Réponse
      </button>
      {toTake && tab === 'dossier' && (
        <Button h={48} loading={busy} leftSection={<IconHandGrab {...ICON} />} onClick={onClaim}>
          Je prends
        </Button>
      )}
    </div>
  );
}
