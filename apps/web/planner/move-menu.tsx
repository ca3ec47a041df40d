import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { messageOf } from '../api/errors.ts';
import { formatTime } from '../ui/format.ts';
import { Bone } from '../ui/skeletons.tsx';
import { BreakWords } from './break-words.tsx';
import { ChosenPlace } from './chosen-place.tsx';
import styles from './detail.module.css';
import { upset } from './find-visit.ts';
import { placeOf } from './lane-geometry.ts';
import { useOptions } from './use-day.ts';
import { Subtitle } from './subtitle.tsx';
import type { Planner } from './use-planner.ts';
import type { DayView, OptionView, Target, ViolationView, VisitView } from './views.ts';
import { ordinal, priceWords } from './words.ts';

interface MoveMenuProps {
  planner: Planner;
  day: DayView;
  visit: VisitView;
  onChoose: (target: Target) => void;
}

/** « Déplacer vers… »: the places that cost least, then any other. */
export function MoveMenu({ planner, day, visit, onChoose }: MoveMenuProps) {
  const options = useOptions(planner.slug, day, visit.actId, true);
  const list = useRef<HTMLDivElement>(null);
  // Where it already is costs nothing and moves nothing.
  const own = placeOf(day, visit.actId);
  const places = options.data?.filter((each) => each.teamId !== own?.teamId || each.position !== own.position);
  const isReady = !options.isPending;
  useEffect(() => {
    if (isReady) list.current?.querySelector<HTMLElement>('button, select')?.focus();
  }, [isReady]);
  return (
    <div ref={list} className={styles.menu}>
      <Subtitle isWide={planner.isWide}>Les places qui coûtent le moins</Subtitle>
      {options.isPending && (
        <div role="status" aria-label="Recherche des places">
          {[0, 1, 2].map((row) => (
            <Bone key={row} height={54} />
          ))}
        </div>
      )}
      {options.isError && <p className={styles.watchLine}>{messageOf(options.error)}</p>}
      {places?.length === 0 && <p className="soft">Aucune autre place ce jour.</p>}
      <ol className={styles.options}>
        {places?.map((option) => (
          <li key={`${option.teamId}-${option.position}-${option.startAt}`}>
            <OptionButton
              option={option}
              whose={(violation) => upset(day, visit.actId, violation)}
              timeZone={planner.timeZone}
              onClick={() => onChoose({ teamId: option.teamId, position: option.position })}
            />
          </li>
        ))}
      </ol>
      <ChosenPlace planner={planner} day={day} visit={visit} onChoose={onChoose} />
    </div>
  );
}

interface OptionButtonProps {
  option: OptionView;
  whose: (violation: ViolationView) => string | null;
  timeZone: string;
  onClick: () => void;
}

function OptionButton({ option, whose, timeZone, onClick }: OptionButtonProps) {
  return (
    <button type="button" className={styles.option} onClick={onClick}>
      <span className={styles.optionTime}>{formatTime(option.startAt, timeZone)}</span>
      <span className={styles.optionPrice}>{priceWords(option.priceMin, option.priceKm)}</span>
      <span className={styles.optionWhere}>
        {option.teamName}, {ordinal(option.position + 1)} étape
      </span>
      {option.violations.map((violation) => (
        <span key={`${violation.actId}-${violation.text}`} className={styles.optionBreak}>
          <IconAlertCircle size={14} stroke={1.9} aria-hidden="true" />
          <BreakWords whose={whose(violation)} text={violation.text} />
        </span>
      ))}
    </button>
  );
}
