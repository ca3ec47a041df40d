import type { ReactNode } from 'react';
import styles from './detail.module.css';

/** A title inside the visit, which is itself the page on a phone. */
export function Subtitle({ isWide, id, children }: { isWide: boolean; id?: string; children: ReactNode }) {
  const Title = isWide ? 'h3' : 'h2';
  return (
    <Title id={id} className={styles.subtitle}>
      {children}
    </Title>
  );
}
