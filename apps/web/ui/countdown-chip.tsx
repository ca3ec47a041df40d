import { IconAlarm, IconPlayerPause } from '@tabler/icons-react';
import styles from './chips.module.css';
import { countdown } from './countdown.ts';
import { formatMoment, NBSP } from './format.ts';
import { useNow } from './use-now.ts';

interface CountdownChipProps {
  dueAt: string;
  /** Start of the delay: gives the ring its share. */
  startAt?: string | null;
  /** The ball is with the requester. */
  paused?: boolean;
  /** Which of the two clocks this is: « À prendre avant », « Réponse due ». */
  label?: string;
  /** Milliseconds the clock of this screen is ahead of the server's. */
  drift?: number;
}

/** What is left before the due time; the full date is on hover and read aloud. */
export function CountdownChip({ dueAt, startAt, paused = false, label = 'Échéance', drift = 0 }: CountdownChipProps) {
  const now = useNow() - drift;
  const state = countdown(now, Date.parse(dueAt), startAt ? Date.parse(startAt) : null, paused);
  const tone = state.tone === 'calm' ? '' : (styles[state.tone] ?? '');
  return (
    <span
      className={`${styles.countdown} ${tone}`}
      title={`${label}${NBSP}: ${formatMoment(dueAt)}`}
      data-tone={state.tone}
    >
      {state.tone === 'late' && <IconAlarm size={14} stroke={1.9} aria-hidden="true" />}
      {state.tone === 'paused' && <IconPlayerPause size={14} stroke={1.9} aria-hidden="true" />}
      {(state.tone === 'calm' || state.tone === 'watch') && <Ring share={state.share} />}
      {state.text}
    </span>
  );
}

function Ring({ share }: { share: number }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.500" fill="none" stroke="currentColor" strokeOpacity="0.25" strokeWidth="2.500" />
      <circle
        cx="7"
        cy="7"
        r="5.500"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.500"
        pathLength={1}
        strokeDasharray={`${share} 1`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  );
}
