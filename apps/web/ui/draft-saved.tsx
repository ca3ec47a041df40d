import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import styles from './draft-saved.module.css';
import { formatTime } from './format.ts';

export interface DraftSavedState {
  /** `device`: kept here, not on the server yet. */
  where: 'none' | 'saving' | 'device' | 'server';
  at: string | null;
}

/** « Brouillon enregistré à 09:08 »; on a phone, the icon alone, its words kept for screen readers. */
export function DraftSaved({ state }: { state: DraftSavedState }) {
  if (state.where === 'none') return <span role="status" />;
  const at = state.at ? ` à ${formatTime(state.at)}` : '';
  const content = {
    saving: { Icon: IconCloudUp, text: 'Enregistrement…', tone: '' },
    device: { Icon: IconCloudOff, text: `Gardé sur cet appareil${at}`, tone: 'watch' },
    server: { Icon: IconCloudCheck, text: `Brouillon enregistré${at}`, tone: 'done' },
  }[state.where];
  return (
    <span className={styles.saved} data-tone={content.tone} role="status">
      <content.Icon size={19} stroke={1.9} aria-hidden="true" />
      <span>{content.text}</span>
    </span>
  );
}
