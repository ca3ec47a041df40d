import type { ReactNode } from 'react';
import styles from './chips.module.css';
import { initialsOf } from './format.ts';

export type Tone = 'neutral' | 'done' | 'watch' | 'error' | 'info' | 'waiting' | 'brand';

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}

/** Initials of a person beside his name: always decoration, the name is written. */
export function Avatar({ name, size = 26 }: { name: string; size?: number }) {
  const hue = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 4;
  return (
    <span className={styles.avatar} data-hue={hue} style={{ width: size, height: size }} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
