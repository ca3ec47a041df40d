import { IconPhoneOff, IconHeadset, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { UserMenu } from '../layout/user-menu.tsx';
import { formatSoon, NBSP } from '../ui/format.ts';
import { LiveBadge } from '../ui/live-badge.tsx';
import { Tag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './desk.module.css';
import { onCallWords } from './words.ts';

/** Whose desk, whether the line is open, who gives advice today. */
export function TopBar({ saved }: { saved?: ReactNode }) {
  const { slug, context, session } = useEss();
  const now = new Date(useNow());
  const { openNow, nextOpeningAt, onCall, ess } = context;
  return (
    <header>
      <div className={styles.top}>
        <p className={styles.ess}>
          {ess.name}
          <small>{ess.region}</small>
        </p>
        <div className={styles.facts}>
          {saved}
          <span className={styles.live}>
            <LiveBadge />
          </span>
          <span className={styles.lineState} data-open={openNow ? '' : undefined}>
            {openNow ? (
              <IconHeadset size={16} stroke={1.9} aria-hidden="true" />
            ) : (
              <IconPhoneOff size={16} stroke={1.9} aria-hidden="true" />
            )}
            {openNow ? 'Ligne ouverte' : 'Ligne fermée'}
            {!openNow && nextOpeningAt && (
              <span className={styles.opening}>· ouvre {formatSoon(nextOpeningAt, now)}</span>
            )}
          </span>
          <Tag tone={onCall ? 'neutral' : 'watch'}>
            <IconShieldCheck size={16} stroke={1.9} aria-hidden="true" />
            <span className={styles.onCall}>
              {onCallWords(ess.specialty)}
              {NBSP}:{' '}
            </span>
            {onCall ? onCall.name : 'personne aujourd’hui'}
          </Tag>
          <span className={styles.account}>
            <UserMenu
              name={session.displayName}
              note={ess.name}
              essSlug={slug}
              several={session.memberships.length > 1}
              permissions={context.me.permissions}
            />
          </span>
        </div>
      </div>
      {context.protocol?.band && (
        <p className={styles.protocolBand} role="note">
          {context.protocol.band}
        </p>
      )}
    </header>
  );
}
