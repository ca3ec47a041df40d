export { ACCOUNTS_ENTITIES, AccountsModule } from './accounts.module.ts';
export { Accounts } from './accounts.service.ts';
export {
  DEVICE_COOKIE,
  deviceTokenOf,
  SECURE_DEVICE_COOKIE,
  SECURE_SESSION_COOKIE,
  SESSION_COOKIE,
  sessionTokenOf,
} from './cookies.ts';
export { memberOf } from './member-of.ts';
export { deadLink, INVITATION_DAYS, LINK_PURPOSES, linkUrl, PASSWORD_LINK_MINUTES } from './people/links.ts';
export type { LinkPurpose } from './people/links.ts';
export { hashPassword } from './passwords.ts';
export {
  Allow,
  AtStage,
  CurrentMember,
  CurrentPrincipal,
  PatientSelf,
  PlatformAdmin,
  Public,
  SignedIn,
  StepUp,
} from './policy.ts';
export type { Authenticated } from './policy.ts';
export { PolicyGuard } from './policy.guard.ts';
export type { Membership, OwnFile, Principal, PrincipalKind, SessionStage, SignInMethod } from './principal.ts';
export { Rights } from './rights.service.ts';
export { routePolicies } from './route-policies.ts';
export type { RoutePolicy } from './route-policies.ts';
export {
  ChangePasswordDto,
  ConfirmTotpDto,
  ForgotDto,
  KeyResponseDto,
  KeySignInDto,
  NewKeyDto,
  NewTotpDto,
  RecoveryCodeDto,
  SignInDto,
  TotpCodeDto,
  UnlockDto,
} from './session.dto.ts';
export { OrganisationRefView, SessionView, SignInView, toSessionView } from './session.view.ts';
export { Sessions } from './sessions.service.ts';
export { requireStepUp } from './step-up.ts';
