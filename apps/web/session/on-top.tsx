import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './on-top.module.css';

interface OnTopProps {
  labelledBy: string;
  children: ReactNode;
  /** Escape; absent: it does not close. */
  onEscape?: () => void;
  /** Nothing of the page may be seen behind. */
  opaque?: boolean;
}

/** Above everything the page has opened, drawers and dialogs included: the browser keeps all the rest out of reach. */
export function OnTop({ labelledBy, children, onEscape, opaque = false }: OnTopProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('input:not([hidden]), button')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.layer}
      data-opaque={opaque ? '' : undefined}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onEscape?.();
      }}
      // A browser closes it at the second Escape whatever the page says.
      onClose={(event) => event.currentTarget.isConnected && event.currentTarget.showModal()}
      // The keys of the desk behind hear nothing; nor do the dialogs of the page, which close at Escape.
      onKeyDown={(event) => event.stopPropagation()}
      onFocus={(event) => event.target.setAttribute('data-mantine-stop-propagation', 'true')}
    >
      {children}
    </dialog>
  );
}
