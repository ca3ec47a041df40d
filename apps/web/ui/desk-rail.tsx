import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import styles from './desk-rail.module.css';
import { Logo } from './logo.tsx';

export interface RailItem {
  to: string;
  label: string;
  icon: ReactNode;
  /** Shown on the icon when above 0, with its words for those who do not see it. */
  count?: number;
  countLabel?: string;
  end?: boolean;
  /** Left out of the bar of a telephone: the menu of the account has it. */
  wideOnly?: boolean;
}

interface DeskRailProps {
  home: string;
  homeLabel: string;
  items: RailItem[];
  /** At the foot: theme, account. */
  children?: ReactNode;
}

export function DeskRail({ home, homeLabel, items, children }: DeskRailProps) {
  return (
    <nav className={styles.rail} aria-label="Guichet">
      <Link to={home} className={styles.logo} aria-label={homeLabel}>
        <Logo size={36} ground="#DBF3EF" line="#053A36" />
      </Link>
      {items.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.end}
          className={styles.item}
          data-wide={item.wideOnly ? '' : undefined}
        >
          {item.icon}
          {item.label}
          {item.count ? (
            <span className={styles.count}>
              {item.count}
              <span className="sr-only"> {item.countLabel}</span>
            </span>
          ) : null}
        </NavLink>
      ))}
      <span className={styles.space} />
      {children}
    </nav>
  );
}

/** A plain button of the rail, drawn as its links. */
export function RailButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <button type="button" className={styles.item} onClick={onClick}>
      {icon}
      {label}
    </button>
  );
}
