import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyCap } from '../ui/tag.tsx';
import styles from './desk.module.css';
import { KEY_HELP } from './keyboard.ts';
import type { KeyHelp } from './keyboard.ts';

interface HelpOverlayProps {
  opened: boolean;
  onClose: () => void;
  keys?: readonly KeyHelp[];
  /** What a key never does on this screen. */
  children?: ReactNode;
}

/** « ? »: every key, the ones the page really listens to. */
export function HelpOverlay({ opened, onClose, keys = KEY_HELP, children }: HelpOverlayProps) {
  return (
    // A section of its own: the title bar of the window is not the banner of the page.
    <section>
      <Modal
        opened={opened}
        onClose={onClose}
        title="Raccourcis du clavier"
        withinPortal={false}
        size="md"
        closeButtonProps={{ 'aria-label': 'Fermer' }}
        data-desk-modal=""
        styles={{ inner: { left: 0 }, title: { fontWeight: 700, fontSize: '1.125rem' } }}
      >
        <dl className={styles.help}>
          {keys.map((help) => (
            <div key={help.label}>
              <dt>
                {help.keys.map((key) => (
                  <KeyCap key={key}>{key}</KeyCap>
                ))}
              </dt>
              <dd>{help.label}</dd>
            </div>
          ))}
        </dl>
        <p className="muted" style={{ marginTop: 12 }}>
          Les touches ne font rien pendant que vous écrivez dans un champ.{' '}
          {children ?? 'L’urgence vitale (P0) n’a pas de touche\u00a0: c’est un bouton, exprès.'}
        </p>
      </Modal>
    </section>
  );
}
