import type { PriorityClass } from '#contracts/enums';
import type { DecisionDraft } from './decision.ts';

/** What the rail and its parts may do; held by the page. */
export interface DecisionActs {
  change: (part: Partial<DecisionDraft>) => void;
  choose: (value: PriorityClass) => void;
  submitClass: () => void;
  submitCancel: () => void;
  submitVital: () => void;
  claim: () => void;
  acknowledge: () => void;
}
