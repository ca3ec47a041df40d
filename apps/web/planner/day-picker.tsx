import { IconCalendarEvent, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { dayAfter, dayWords, readDay } from './dates.ts';
import styles from './day-bar.module.css';

interface DayPickerProps {
  date: string;
  today: string;
  onChange: (date: string) => void;
}

/** « ‹ lun. 23 nov. 2026 › », and a field to type any other day. */
export function DayPicker({ date, today, onChange }: DayPickerProps) {
  const [typing, setTyping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasTyping = useRef(false);
  useEffect(() => {
    if (typing) field.current?.focus();
    else if (wasTyping.current) opener.current?.focus();
    wasTyping.current = typing;
  }, [typing]);
  const go = (days: number) => onChange(dayAfter(date, days));
  const icon = { size: 18, stroke: 1.9, 'aria-hidden': true } as const;
  return (
    <div className={styles.picker} role="group" aria-label="Jour">
      <button type="button" className={styles.step} aria-label="Jour précédent" onClick={() => go(-1)}>
        <IconChevronLeft {...icon} />
      </button>
      {typing ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const wanted = readDay(field.current?.value ?? null);
            setTyping(false);
            if (wanted) onChange(wanted);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setTyping(false);
          }}
        >
          <input ref={field} type="date" className={styles.field} aria-label="Aller au jour" defaultValue={date} />
          <button type="submit" className={styles.go}>
            Aller
          </button>
        </form>
      ) : (
        <button
          ref={opener}
          type="button"
          className={styles.day}
          aria-label={`${dayWords(date)}, choisir un autre jour`}
          onClick={() => setTyping(true)}
        >
          {dayWords(date)}
          <IconCalendarEvent size={16} stroke={1.9} aria-hidden="true" />
        </button>
      )}
      <button type="button" className={styles.step} aria-label="Jour suivant" onClick={() => go(1)}>
        <IconChevronRight {...icon} />
      </button>
      {date !== today && (
        <button type="button" className={styles.today} onClick={() => onChange(today)}>
          Aujourd’hui
        </button>
      )}
    </div>
  );
}
