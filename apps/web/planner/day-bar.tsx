import { Button } from '@mantine/core';
import { IconRoute, IconSend } from '@tabler/icons-react';
import { KeyCap, Tag } from '../ui/tag.tsx';
import styles from './day-bar.module.css';
import { DayPicker } from './day-picker.tsx';
import type { Planner } from './use-planner.ts';
import { dayStateWords, totalsWords } from './words.ts';

const SEARCH_SECONDS = 1;

interface DayBarProps {
  planner: Planner;
  publishing: boolean;
  onPublish: () => void;
}

/** Which day, in which state, how much road; propose, publish. */
export function DayBar({ planner, publishing, onPublish }: DayBarProps) {
  const { day, date, today, timeZone, proposal, running } = planner;
  const state = day && dayStateWords(day, timeZone);
  const planning = running === 'plan';
  const isLate = !day || day.readOnly;
  const isTold = day?.published === true && day.unpublishedChanges === 0;
  const isEmpty = day !== undefined && !day.published && day.totals.visits === 0;
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>Tournées</h1>
      <DayPicker date={date} today={today} onChange={planner.goTo} />
      {state && (
        <p className={styles.facts}>
          <span className={styles.states}>
            <Tag tone={state.tone}>{state.text}</Tag>
            {day.readOnly && <Tag>Journée passée, en lecture</Tag>}
          </span>
          <span className={styles.totals}>{totalsWords(day.totals)}</span>
        </p>
      )}
      {!isLate && (
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconRoute size={16} stroke={1.9} aria-hidden="true" />}
            disabled={running !== null || proposal !== null}
            onClick={() => planner.run({ name: 'plan', seconds: SEARCH_SECONDS })}
          >
            {planning ? 'Recherche en cours…' : 'Proposer une tournée'}
          </Button>
          <Button
            variant={proposal || publishing || isTold || isEmpty ? 'default' : 'filled'}
            leftSection={<IconSend size={16} stroke={1.9} aria-hidden="true" />}
            rightSection={<KeyCap>P</KeyCap>}
            aria-expanded={publishing}
            disabled={running !== null || proposal !== null}
            onClick={onPublish}
          >
            Publier la journée
          </Button>
        </div>
      )}
      {planning && (
        <span className={styles.progress} role="progressbar" aria-label="Recherche des tournées">
          <span style={{ animationDuration: `${SEARCH_SECONDS + 0.4}s` }} />
        </span>
      )}
    </div>
  );
}
