import { useState } from 'react';
import { UNDOABLE_MOVES } from '#contracts/moves';
import type { RequestFile } from '../desk/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import type { SummaryError } from '../ui/error-summary.tsx';
import { ASKS, careField, careOrder } from './care-order.ts';
import type { CareField } from './care-order.ts';
import type { CareDraft } from './draft.ts';
import type { CareFormProps } from './form-props.ts';
import { openForm } from './moves.ts';
import type { FormMove } from './moves.ts';
import type { Order } from './orders.ts';
import type { CarePlace } from './prefill.ts';
import { useDecision, useReports } from './use-decision.ts';

interface CareUse {
  request: RequestFile | undefined;
  draft: CareDraft;
  change: (part: Partial<CareDraft>) => void;
  send: (order: Order) => void;
}

interface Refused {
  id: string;
  form: FormMove;
  errors: SummaryError[];
  attempt: number;
}

const FIELDS = Object.keys(ASKS) as CareField[];

const targetOf = ({ id, version, patient }: RequestFile) => ({ id, version, patientName: patient.displayName });

/** The decision on the request shown: which form is open, what it lacks, how it is sent. */
export function useCare({ request, draft, change, send }: CareUse) {
  const { slug, context } = useEss();
  const mayRead = request !== undefined && context.me.permissions.includes('request.triage');
  const decision = useDecision(slug, request?.id ?? '', mayRead);
  const reports = useReports(slug, request?.id ?? '', mayRead && context.me.permissions.includes('report.read'));
  const [refused, setRefused] = useState<Refused | null>(null);

  const proposed = decision.data?.modalities.find((each) => each.proposed)?.modality ?? null;
  const form = request ? openForm(request, draft.form, proposed) : null;
  const shown = refused && refused.id === request?.id && refused.form === form ? refused : null;
  const place: CarePlace | null = request
    ? {
        request,
        colleagues: (decision.data?.colleagues ?? []).filter(
          ({ id }) => id !== context.me.professionalId || form !== 'pass',
        ),
        reportId: reports.data?.reports.find((report) => report.latest && report.requestId === request.id)?.id ?? null,
        wantedWithId: decision.data?.acts.findLast((act) => act.state === 'open')?.wantedWithId ?? null,
        timeZone: context.ess.timezone,
        now: new Date(),
      }
    : null;

  const submit = () => {
    if (!request || !place || !form) return;
    const { order, errors } = careOrder(form, draft, targetOf(request), place);
    if (order) {
      setRefused(null);
      send(order);
      return;
    }
    setRefused({ id: request.id, form, errors, attempt: (refused?.attempt ?? 0) + 1 });
  };
  // What is mended is no longer said; what was never tried is not said yet.
  const left =
    shown && place && request
      ? careOrder(shown.form, draft, targetOf(request), place).errors.map(({ field }) => field)
      : [];
  const errors = shown?.errors.filter(({ field }) => left.includes(field)) ?? [];
  const errorsByField: CareFormProps['errors'] = Object.fromEntries(
    FIELDS.flatMap((field) => {
      const found = errors.find((error) => error.field === careField(field));
      return found ? [[field, found.message]] : [];
    }),
  );
  return {
    decision: decision.data,
    reports: reports.data,
    proposed,
    form,
    place,
    draft,
    change,
    submit,
    errors,
    attempt: shown?.attempt ?? 0,
    errorsByField,
    canUndo: form !== null && UNDOABLE_MOVES.includes(form),
    open: (next: FormMove | 'none') => change({ form: next }),
  };
}
export type Care = ReturnType<typeof useCare>;
