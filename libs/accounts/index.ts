export { AccountJournal } from './account-journal.service.ts';
export { AccountKeys } from './account-keys.service.ts';
export { AccountPasswords } from './account-passwords.service.ts';
export {
  DeviceView,
  FactorAddedView,
  FactorsView,
  NewTotpView,
  RecoveryCodesView,
  SignedOutView,
} from './account.view.ts';
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
export { Devices } from './devices.service.ts';
export { Enrolment } from './enrolment.service.ts';
export type { Enrolled } from './enrolment.service.ts';
export { Factors } from './factors.service.ts';
export { Guesses } from './guesses.service.ts';
export { KeyFactors } from './key-factors.service.ts';
export { memberOf } from './member-of.ts';
export { deadLink, INVITATION_DAYS, LINK_PURPOSES, linkUrl, PASSWORD_LINK_MINUTES } from './people/links.ts';
export type { LinkPurpose } from './people/links.ts';
export { Departures } from './people/departures.service.ts';
export { EssSettings } from './people/ess-settings.service.ts';
export { Invitations } from './people/invitations.service.ts';
export { MessageLinks } from './people/message-links.service.ts';
export {
  DepartureDto,
  EssSettingsDto,
  InvitePersonDto,
  LinkDto,
  PeopleQueryDto,
  PeriodDto,
  RoleDto,
  UseLinkDto,
} from './people/people.dto.ts';
export { PeopleModule } from './people/people.module.ts';
export { People } from './people/people.service.ts';
export {
  DepartureView,
  EssSettingsView,
  InvitedView,
  LinkView,
  PeopleOptionsView,
  PeoplePageView,
  PersonDeviceView,
  PersonView,
} from './people/people.view.ts';
export { PlatformPeople } from './people/platform-people.service.ts';
export { FindPersonDto, FirstAdministratorDto, OpenEssDto } from './people/platform.dto.ts';
export { Platform } from './people/platform.service.ts';
export { PlatformEssView, PlatformPersonView } from './people/platform.view.ts';
export { Roles } from './people/roles.service.ts';
export { Standing } from './people/standing.service.ts';
export { requireGoodPassword } from './password-rules.ts';
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
export { Principals } from './principals.service.ts';
export { newRecoveryCode } from './recovery-codes.ts';
export { PscExerciceDto, PscFinishDto, PscStartDto } from './psc/psc.dto.ts';
export { Psc } from './psc/psc.service.ts';
export { PscFinishView, PscStartView, PscStateView } from './psc/psc.view.ts';
export { ROUND_SECONDS, roundCookieName } from './psc/round.ts';
export { Rights } from './rights.service.ts';
export { routePolicies } from './route-policies.ts';
export type { RoutePolicy } from './route-policies.ts';
export { SecondStep } from './second-step.service.ts';
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
export { DEVICE_DAYS } from './session-times.ts';
export { Sessions } from './sessions.service.ts';
export { SignIn } from './sign-in.service.ts';
export { requireStepUp } from './step-up.ts';
export { codeToShow, DEMONSTRATION_FACTOR, newTotpSecret, stepOf, STEP_SECONDS, totpAt } from './totp.ts';
export { TotpFactors } from './totp-factors.service.ts';
export type { Started, Visit } from './visit.ts';
