import type { ReactNode } from 'react';
import layout from '../layout/layout.module.css';
import { SkipLink } from '../ui/app-header.tsx';
import { Logo } from '../ui/logo.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './sign-in.module.css';

interface EntranceProps {
  /** The title of the sheet, said again at each step. */
  title: string;
  children: ReactNode;
  /** Under the sheet. */
  below?: ReactNode;
}

/** The frame of the pages that lead in: one narrow sheet, one thing to do. */
export function Entrance({ title, children, below }: EntranceProps) {
  return (
    <>
      <SkipLink />
      <main id="contenu" className={layout.narrow}>
        <p className={styles.brand}>
          <Logo size={40} /> Guichet ESS
        </p>
        <Sheet as="div">
          <h1 style={{ marginBottom: 16 }}>{title}</h1>
          {children}
        </Sheet>
        {below}
        <p className="muted small" style={{ marginTop: 20 }}>
          Urgence vitale&nbsp;: appelez le <a href="tel:15">15</a>. <a href="/">Toutes les équipes</a>
        </p>
      </main>
    </>
  );
}
