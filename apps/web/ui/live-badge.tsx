import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useLiveState } from '../api/live.tsx';

/** Discreet: green when signals arrive; when they do not, what it means for the person. */
export function LiveBadge() {
  const state = useLiveState();
  const lost = state === 'lost';
  const Icon = lost ? IconPlugConnectedX : IconPlugConnected;
  return (
    <span
      role="status"
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        fontSize: '0.8125rem',
        fontWeight: 600,
        color: lost ? 'var(--watch)' : state === 'live' ? 'var(--done)' : 'var(--ink3)',
      }}
    >
      <Icon size={16} stroke={1.9} aria-hidden="true" />
      {lost ? 'Connexion perdue. Vous pouvez continuer.' : state === 'live' ? 'En direct' : 'Connexion…'}
    </span>
  );
}
