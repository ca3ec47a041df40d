import type { CareField } from './care-order.ts';
import type { CareDraft } from './draft.ts';
import type { CarePlace } from './prefill.ts';

/** What every form of a decision is given. */
export interface CareFormProps {
  draft: CareDraft;
  change: (part: Partial<CareDraft>) => void;
  place: CarePlace;
  /** Sentence of each field that was refused at the last try. */
  errors: Partial<Record<CareField, string>>;
  submit: () => void;
}
