import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import styles from './error-summary.module.css';
import { fieldId } from './field-id.ts';

export interface SummaryError {
  field: string;
  message: string;
}

const COUNTS = ['', 'Une réponse', 'Deux réponses', 'Trois réponses', 'Quatre réponses', 'Cinq réponses'];

/** « Deux réponses à revoir avant d’envoyer » */
export const summaryTitle = (count: number, before: string): string =>
  `${COUNTS[count] ?? `${count} réponses`} à revoir avant ${before}`;

interface ErrorSummaryProps {
  errors: SummaryError[];
  /** « d’envoyer », « de continuer »; unused when a title is given. */
  before?: string;
  title?: string;
  /** Changes at each try: the summary takes the focus again. */
  attempt?: number;
  onGo?: (field: string) => void;
}

/** At the top of a form: focused when it appears, one link a field, the same words as under the field. */
export function ErrorSummary({ errors, before = 'd’envoyer', title, attempt = 0, onGo }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
    // A new try, not each keystroke, moves the focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [attempt]);
  if (errors.length === 0) return null;

  const go = (event: MouseEvent, field: string) => {
    event.preventDefault();
    onGo?.(field);
    requestAnimationFrame(() => focusField(field));
  };
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1} aria-labelledby="resume-erreurs">
      <h2 id="resume-erreurs">{title ?? summaryTitle(errors.length, before)}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field}${error.message}`}>
            {error.field ? (
              <a href={`#${fieldId(error.field)}`} onClick={(event) => go(event, error.field)}>
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses the control of a field, or the first control inside its group. */
export function focusField(field: string) {
  const target = document.getElementById(fieldId(field));
  if (!target) return;
  const control = target.matches('input, textarea, select, button')
    ? target
    : (target.querySelector<HTMLElement>('input:checked, input, textarea, select, button') ?? target);
  control.focus();
  target.scrollIntoView({ block: 'center' });
}

/** The same words under the field. */
export function FieldMessage({ id, message }: { id: string; message?: string }) {
  if (!message) return null;
  return (
    <p id={id} style={{ color: 'var(--error)', fontWeight: 600, fontSize: '0.875rem', marginTop: 4 }}>
      {message}
    </p>
  );
}
