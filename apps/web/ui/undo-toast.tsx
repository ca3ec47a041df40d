import { IconCircleCheck } from '@tabler/icons-react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { KeyCap } from './tag.tsx';
import styles from './undo-toast.module.css';

export interface ToastContent {
  /** What happened, then what has not left yet. */
  message: ReactNode;
  /** Absent: nothing to undo, the toast only says. */
  onUndo?: () => void;
  /** Called when the time to undo is over. */
  onExpire?: () => void;
  seconds?: number;
}
type Show = (content: ToastContent) => void;

const ToastContext = createContext<Show>(() => undefined);

/** `const toast = useUndoToast(); toast({ message: 'M. Moreau : P4. Rien n’est encore parti.', onUndo })` */
export const useUndoToast = (): Show => use(ToastContext);

/** One toast at a time, bottom right; it never takes the focus; Z undoes, outside of text fields. */
export function UndoToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<(ToastContent & { key: number }) | null>(null);
  const latest = useRef(toast);
  latest.current = toast;

  const show = useCallback<Show>((content) => {
    latest.current?.onExpire?.();
    setToast({ ...content, key: Date.now() });
  }, []);
  const undo = useCallback(() => {
    latest.current?.onUndo?.();
    setToast(null);
  }, []);

  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(
      () => {
        toast.onExpire?.();
        setToast(null);
      },
      (toast.seconds ?? 10) * 1000,
    );
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key.toLowerCase() !== 'z' || typing || event.ctrlKey || event.metaKey || !toast.onUndo) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey);
    };
  }, [toast, undo]);

  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div role="status">
        {toast && (
          <div className={styles.toast} key={toast.key}>
            <IconCircleCheck size={20} stroke={1.9} aria-hidden="true" style={{ flex: 'none' }} />
            <span>{toast.message}</span>
            {toast.onUndo && (
              <button type="button" className={styles.undo} onClick={undo}>
                Annuler <KeyCap>Z</KeyCap>
              </button>
            )}
            <span className={styles.bar} style={{ animationDuration: `${toast.seconds ?? 10}s` }} aria-hidden="true" />
          </div>
        )}
      </div>
    </ToastContext>
  );
}
