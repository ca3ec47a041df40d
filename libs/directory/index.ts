export { addCaller, organisationOf } from './callers.ts';
export type { NewCaller } from './callers.ts';
export { DIRECTORY_ENTITIES, DirectoryModule } from './directory.module.ts';
export { DirectorySetup } from './directory-setup.service.ts';
export type { NewEss, NewMembership, NewProfessional } from './directory-setup.service.ts';
export { Directory } from './directory.service.ts';
export type { Person, ProfessionalHit } from './directory.service.ts';
export { EssRow, SHARING_DEFAULTS } from './ess.entity.ts';
export type { ProtocolSignature, SharingDefault } from './ess.entity.ts';
export { HandOvers } from './hand-over.ts';
export type { Handing, HandOver } from './hand-over.ts';
export { frenchHolidays } from './holidays.ts';
export { addDays, instantOf, localTime } from './local-time.ts';
export { afterOpenMinutes, afterWorkingDays, isOpenAt, lastOpenMinute, nextOpening } from './opening.ts';
export type { Desk } from './opening.ts';
export { isDesk } from './member.ts';
export type { Member, OrganisationRef } from './member.ts';
export {
  CommuneRow,
  displayName,
  MembershipRow,
  OnCallRow,
  OrganisationRow,
  ProfessionalRow,
} from './people.entity.ts';
export { newEss } from './new-ess.ts';
export type { EssOpening } from './new-ess.ts';
export { Roster } from './roster.service.ts';
export type { OnCallPerson, Presence } from './roster.service.ts';
export { likePrefix, searchName } from './search-name.ts';
