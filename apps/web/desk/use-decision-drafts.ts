import { EMPTY_CARE, isEmptyCare } from '../decision/draft.ts';
import type { CareDraft } from '../decision/draft.ts';
import { useKeptDrafts } from '../decision/use-kept-drafts.ts';
import { EMPTY_DRAFT, isEmptyDraft } from './decision.ts';
import type { DecisionDraft } from './decision.ts';

const CLASS_DRAFTS = {
  empty: EMPTY_DRAFT,
  isEmpty: (draft: DecisionDraft) => isEmptyDraft(draft) && draft.form === 'none',
};
const CARE_DRAFTS = {
  empty: EMPTY_CARE,
  isEmpty: (draft: CareDraft) => isEmptyCare(draft) && draft.form === null,
};

/** What is chosen and typed on each request: its priority, and the decision. */
export function useDecisionDrafts(owner: string) {
  return {
    priority: useKeptDrafts(`${owner}:decisions`, CLASS_DRAFTS),
    care: useKeptDrafts(`${owner}:actes`, CARE_DRAFTS),
  };
}
export type DecisionDrafts = ReturnType<typeof useDecisionDrafts>;
