import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './app-header.module.css';
import { Logo } from './logo.tsx';

interface AppHeaderProps {
  essName: string;
  /** Where one is: « Nouvelle demande », « Mes demandes ». */
  place: string;
  to: string;
  /** « Protocole de démonstration, non validé ». */
  band?: string | null;
  children?: ReactNode;
}

export function SkipLink() {
  return (
    <a className={styles.skip} href="#contenu">
      Aller au contenu
    </a>
  );
}

export function AppHeader({ essName, place, to, band, children }: AppHeaderProps) {
  return (
    <>
      <SkipLink />
      <header>
        <div className={styles.header}>
          <Link className={styles.brand} to={to}>
            <Logo />
            <span>
              {essName}
              <small>{place}</small>
            </span>
          </Link>
          <div className={styles.right}>{children}</div>
        </div>
        {band && (
          <p className={styles.band} role="note">
            {band}
          </p>
        )}
      </header>
    </>
  );
}
