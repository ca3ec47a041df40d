import { useState } from 'react';
import { isApiError, messageOf } from '../api/errors.ts';
import type { SummaryError } from '../ui/error-summary.tsx';

/** What is to be corrected in a form: found here, or by the server; each try moves the focus to the summary. */
export function useFormErrors() {
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const show = (found: SummaryError[]) => {
    setErrors(found);
    setAttempt((count) => count + 1);
  };
  return {
    errors,
    attempt,
    show,
    showThrown: (thrown: unknown) =>
      show(
        isApiError(thrown) && thrown.errors.length > 0
          ? thrown.errors.map(({ field, message }) => ({ field, message }))
          : [{ field: '', message: messageOf(thrown) }],
      ),
    messageFor: (field: string) => errors.find((error) => error.field === field)?.message,
  };
}
