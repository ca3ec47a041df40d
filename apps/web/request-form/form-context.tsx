import { createContext, use } from 'react';
import type { FieldError, FormDefinition, RequestAnswers } from '#forms';
import type { EssPlace } from '../layout/ess-shell.tsx';
import type { RequestDraft } from './draft.ts';
import type { EmergencyView } from './emergency.ts';
import type { DraftActions } from './use-draft.ts';

export interface FormPlace {
  form: FormDefinition;
  draft: RequestDraft;
  answers: RequestAnswers;
  actions: DraftActions;
  /** Replaces some answers of the first level. */
  set: (part: Partial<RequestAnswers>) => void;
  /** The words under a field, once the step was left. */
  errorOf: (field: string) => string | undefined;
  /** Every error now shown. */
  errors: readonly FieldError[];
  emergency: EmergencyView | null;
  ess: EssPlace;
}

const FormContext = createContext<FormPlace | null>(null);
export const FormProvider = FormContext.Provider;

export function useForm(): FormPlace {
  const place = use(FormContext);
  if (!place) throw new Error('useForm is used outside of a request form');
  return place;
}

/** For the desk: who is calling, kept with the draft. */
export function useCallerDraft() {
  const { draft, actions, errorOf } = useForm();
  return { caller: draft.caller, setCaller: actions.setCaller, error: errorOf('caller') };
}
