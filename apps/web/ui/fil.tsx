import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './fil.module.css';

export interface FilStep {
  id: string;
  title: ReactNode;
  /** `stopped`: the request went no further (cancelled). */
  state: 'done' | 'now' | 'next' | 'stopped';
  /** ISO instant, for machines. */
  at?: string;
  /** The same moment, in words. */
  time?: string;
  note?: ReactNode;
  children?: ReactNode;
}

interface FilProps {
  steps: FilStep[];
  direction?: 'vertical' | 'horizontal';
  /** Smaller notes: the thread beside a form. */
  quiet?: boolean;
  label?: string;
}

/** The thread: solid behind, a ring at « now », dotted ahead. */
export function Fil({ steps, direction = 'vertical', quiet = false, label }: FilProps) {
  return (
    <ol className={`${styles[direction]} ${quiet ? styles.small : ''}`} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden="true">
            {step.state === 'done' && <IconCheck size={14} stroke={2.4} />}
            {step.state === 'stopped' && <IconX size={14} stroke={2.4} />}
          </span>
          <div className={styles.head}>
            <span className={styles.title}>{step.title}</span>
            {step.time && (
              <time className={styles.time} dateTime={step.at}>
                {step.time}
              </time>
            )}
          </div>
          {step.note && <div className={styles.note}>{step.note}</div>}
          {step.children}
        </li>
      ))}
    </ol>
  );
}

/** The same thread where there is no room: a bar in equal parts. */
export function FilBar({ current, total }: { current: number; total: number }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {Array.from({ length: total }, (_, index) => (
        <i key={index} data-done={index < current ? '' : undefined} />
      ))}
    </div>
  );
}
