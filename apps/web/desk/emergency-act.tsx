import { Button } from '@mantine/core';
import { IconCheck, IconPhone } from '@tabler/icons-react';
import { CountdownChip } from '../ui/countdown-chip.tsx';
import { formatPhone } from '../ui/format.ts';
import { ActButton } from './act-button.tsx';
import { may } from './decision.ts';
import styles from './decision.module.css';
import type { DecisionActs } from './decision-acts.ts';
import { CLOCK_WORDS, clockOf } from './queue-rows.ts';
import type { RequestFile } from './views.ts';

interface EmergencyActProps {
  request: RequestFile;
  acts: DecisionActs;
  busy: boolean;
  /** No act is being prepared below: the primary action is here. */
  first: boolean;
}

/** The emergency first: take it, then the number to call, in big. */
export function EmergencyAct({ request, acts, busy, first }: EmergencyActProps) {
  const phone = request.author.callbackPhone || request.author.phone;
  const toTake = may(request, 'acknowledge');
  const clock = clockOf(request);
  return (
    <section className={`${styles.block} ${styles.vital}`} aria-label="Urgence vitale">
      {clock && (
        <p className={styles.clock}>
          {CLOCK_WORDS[clock.kind]}{' '}
          <CountdownChip dueAt={clock.at} startAt={clock.from} label={CLOCK_WORDS[clock.kind]} />
        </p>
      )}
      {toTake && (
        <ActButton
          icon={<IconCheck size={18} stroke={2} aria-hidden="true" />}
          keyName="U"
          first={first}
          tall
          busy={busy}
          onClick={acts.acknowledge}
        >
          Je prends en charge l’urgence
        </ActButton>
      )}
      {phone && (
        <Button
          component="a"
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
          fullWidth
          h={44}
          variant={toTake || !first ? 'default' : 'filled'}
          leftSection={<IconPhone size={18} stroke={1.9} aria-hidden="true" />}
        >
          Rappeler {formatPhone(phone)}
        </Button>
      )}
      <p className={styles.note}>
        {request.author.displayName}, {request.author.organisationName}
      </p>
    </section>
  );
}
