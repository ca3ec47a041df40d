import { IconAlertCircle, IconCircleCheck, IconInfoCircle, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './sheet.module.css';
import type { Tone } from './tag.tsx';

interface SheetProps {
  children: ReactNode;
  /** Smaller, for the side column. */
  quiet?: boolean;
  as?: 'section' | 'div';
  labelledBy?: string;
  className?: string;
}

/** A white sheet on the linen. */
export function Sheet({ children, quiet = false, as: Element = 'section', labelledBy, className = '' }: SheetProps) {
  return (
    <Element
      className={`${styles.sheet} ${className}`}
      data-quiet={quiet ? '' : undefined}
      aria-labelledby={labelledBy}
    >
      {children}
    </Element>
  );
}

type StateTone = Exclude<Tone, 'brand'>;
const STATE_ICONS = {
  neutral: IconInfoCircle,
  done: IconCircleCheck,
  watch: IconAlertCircle,
  error: IconAlertCircle,
  info: IconInfoCircle,
  waiting: IconPlayerPause,
} as const;

/** A state in a few words, with its icon. */
export function StateLabel({ tone, children }: { tone: StateTone; children: ReactNode }) {
  const Icon = STATE_ICONS[tone];
  return (
    <span className={styles.state} data-tone={tone}>
      <Icon size={18} stroke={1.9} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

interface NoticeProps {
  tone: StateTone;
  children: ReactNode;
  role?: 'status' | 'alert';
}

/** One fact that matters here, on its soft ground. */
export function Notice({ tone, children, role }: NoticeProps) {
  const Icon = STATE_ICONS[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon size={20} stroke={1.9} aria-hidden="true" />
      <div style={{ minWidth: 0 }}>{children}</div>
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  /** The title of the whole page. */
  heading?: boolean;
  /** What to do next. */
  children?: ReactNode;
  icon?: ReactNode;
}

export function EmptyState({ title, heading = false, children, icon }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon}
      {heading ? <h1>{title}</h1> : <strong>{title}</strong>}
      {children}
    </div>
  );
}
