import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EQUIPMENT_LABELS } from '#contracts/care';
import { formatTime, NBSP } from '../ui/format.ts';
import { shortDayWords } from './dates.ts';
import styles from './detail.module.css';
import type { FoundVisit } from './find-visit.ts';
import { Subtitle } from './subtitle.tsx';
import type { Planner } from './use-planner.ts';
import { examsWords, legWords, minutesWords, spanWords, violationsOf } from './words.ts';

/** A window this long limits nothing. */
const WHOLE_DAY_MS = 23 * 3_600_000;

/** The data behind the place: hours, exams and what the team carries, delay, road. */
export function WhyHere({ planner, found }: { planner: Planner; found: FoundVisit }) {
  const { timeZone, shown } = planner;
  const { visit, stop, team } = found;
  const wrong = violationsOf(shown?.violations ?? [], visit.actId);
  const before = stop && team ? team.stops[team.stops.indexOf(stop) - 1] : undefined;
  const leaves = before?.communeName ?? team?.start.label;
  const isAnyTime = visit.windows.some(({ from, to }) => Date.parse(to) - Date.parse(from) >= WHOLE_DAY_MS);
  const windows = isAnyTime ? '' : visit.windows.map((window) => spanWords(window, timeZone)).join(' ou ');
  return (
    <>
      {wrong.length > 0 && (
        <ul className={styles.breaks} aria-label="À vérifier">
          {wrong.map(({ text }) => (
            <li key={text}>
              <IconAlertCircle size={16} stroke={1.9} aria-hidden="true" />
              {text}
            </li>
          ))}
        </ul>
      )}
      <Subtitle isWide={planner.isWide}>{stop ? 'Pourquoi ici' : 'Ce qu’il faut savoir'}</Subtitle>
      <dl className={styles.facts}>
        {stop && (
          <Fact name="Heure">
            <b>{spanWords({ from: stop.startAt, to: stop.endAt }, timeZone)}</b>
            {stop.waitMin >= 1 &&
              `, arrivée ${formatTime(stop.arriveAt, timeZone)}, attente ${minutesWords(stop.waitMin)}`}
          </Fact>
        )}
        {stop && (
          <Fact name="Annoncée">
            {stop.promised ? <b>{spanWords(stop.promised, timeZone)}</b> : 'pas encore, à la publication'}
          </Fact>
        )}
        <Fact name="Possible">{windows || 'toute la journée'}</Fact>
        <Fact name="Examens">
          {examsWords(visit.exams)}
          {NBSP}· {minutesWords(visit.serviceMin)}
        </Fact>
        {team && (
          <Fact name={team.name}>
            {team.equipment.length > 0
              ? `emporte ${team.equipment.map((each) => EQUIPMENT_LABELS[each]).join(', ')}`
              : 'sans matériel noté'}
          </Fact>
        )}
        <Fact name="À voir">avant {shortDayWords(visit.dueAt, timeZone)}</Fact>
        {stop && (
          <Fact name="Route">
            {legWords(stop.travelMin, stop.km)}
            {leaves && ` depuis ${leaves}`}
          </Fact>
        )}
        {visit.placePrecision === 'unknown' && (
          <Fact name="Lieu">commune inconnue{NBSP}: la route est estimée, demandez l’adresse</Fact>
        )}
        {visit.lastNotDone && (
          <Fact name="Dernier essai">
            {shortDayWords(visit.lastNotDone.at, timeZone)}
            {NBSP}: {visit.lastNotDone.reasonLabel}
          </Fact>
        )}
      </dl>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
