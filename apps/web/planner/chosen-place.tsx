import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './detail.module.css';
import { instantOf } from './dates.ts';
import { placeOf } from './lane-geometry.ts';
import { Subtitle } from './subtitle.tsx';
import type { Planner } from './use-planner.ts';
import type { DayView, Target, VisitView } from './views.ts';
import { ordinal } from './words.ts';

interface ChosenPlaceProps {
  day: DayView;
  visit: VisitView;
  planner: Planner;
  onChoose: (target: Target) => void;
}

const BEST = '';

/** Any team, any rank, or any hour, which is then kept. */
export function ChosenPlace({ planner, day, visit, onChoose }: ChosenPlaceProps) {
  const own = placeOf(day, visit.actId);
  const [teamId, setTeamId] = useState(own?.teamId ?? day.teams[0]?.id ?? '');
  const [rank, setRank] = useState(BEST);
  const [time, setTime] = useState('');
  const team = day.teams.find(({ id }) => id === teamId);
  if (!team) return null;
  const ranks = team.stops.filter(({ actId }) => actId !== visit.actId).length + 1;
  return (
    <form
      className={styles.chosen}
      onSubmit={(event) => {
        event.preventDefault();
        const startAt = instantOf(day.date, time, planner.timeZone);
        onChoose({
          teamId,
          ...(rank !== BEST && { position: Number(rank) }),
          ...(startAt && { startAt }),
        });
      }}
    >
      <Subtitle isWide={planner.isWide}>Choisir soi-même</Subtitle>
      <NativeSelect
        label="Équipe"
        value={teamId}
        data={day.teams.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => {
          setTeamId(event.currentTarget.value);
          setRank(BEST);
        }}
      />
      <NativeSelect
        label="Rang"
        value={rank}
        data={[
          { value: BEST, label: 'Le meilleur' },
          ...Array.from({ length: ranks }, (_, index) => ({
            value: String(index),
            label: `${ordinal(index + 1)} étape`,
          })),
        ]}
        onChange={(event) => setRank(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        label="À cette heure (facultatif)"
        description="L’heure choisie est gardée."
        value={time}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Voir le prix
      </Button>
    </form>
  );
}
