import { useState } from 'react';
import type { SummaryError } from '../ui/error-summary.tsx';

/** What is typed in a form, and what is missing in it once somebody has tried to send it. */
export function useTyped<T extends object>(
  prefix: string,
  initial: T | (() => T),
  check: (typed: T) => SummaryError[],
) {
  const [typed, setTyped] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const missing = check(typed);
  const errors = attempt > 0 ? missing : [];
  return {
    typed,
    set: (part: Partial<T>) => setTyped((before) => ({ ...before, ...part })),
    attempt,
    errors,
    errorOf: (field: string) => errors.find((error) => error.field === `${prefix}-${field}`)?.message,
    isWhole: missing.length === 0,
    tried: () => setAttempt((before) => before + 1),
  };
}
