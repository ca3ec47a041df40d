export { RequestAnswersDto } from './answers.dto.ts';
export { Drafts } from './drafts.service.ts';
export { openRequestsOf, reasonLabel } from './duplicates.ts';
export { factsOfContent } from './facts-of-content.ts';
export { FollowUp } from './follow-up.service.ts';
export type { FollowUpScope, FollowUpStatus } from './follow-up.service.ts';
export { DraftDto, DuplicatesDto, PatientSearchDto, SearchDto, SendRequestDto } from './intake.dto.ts';
export { INTAKE_ENTITIES, IntakeModule } from './intake.module.ts';
export {
  DraftView,
  FollowUpPageView,
  NextView,
  OpenRequestView,
  PatientHitView,
  PatientIdentityView,
  ProfessionalHitView,
  SavedDraftView,
  SentView,
} from './intake.view.ts';
export { Lookup } from './lookup.service.ts';
export { SendRequest } from './send-request.service.ts';
export { TakeRedirected, takesRedirections } from './take-redirected.service.ts';
export type { Redirected } from './take-redirected.service.ts';
export type { RequestContent } from './send-request.service.ts';
export { DuplicatePairs } from './duplicate-pairs.service.ts';
export { PatientPages } from './patient-page.service.ts';
export { DuplicatePairView, PatientPageView } from './patient-page.view.ts';
