import type { MemberRole, OrganisationKind, RequesterRole } from '#contracts/enums';
import type { SharingDefault } from '#directory';
import type { LinkPurpose } from './links.ts';

/** `no_account`: known by a call to the desk, never invited. */
export type PersonState = 'invited' | 'active' | 'disabled' | 'left' | 'no_account';

export class PersonRoleView {
  id: string;
  role: MemberRole;
  requesterRole: RequesterRole | null;
  organisationId: string | null;
  organisationName: string | null;
  delegateOfName: string | null;
  startsOn: string;
  endsOn: string | null;
  /** In its period, neither disabled nor ended. */
  live: boolean;
}

export class PendingInvitationView {
  id: string;
  email: string;
  role: MemberRole;
  sentAt: string;
  expiresAt: string;
  expired: boolean;
}

export class PersonRowView {
  id: string;
  name: string;
  profession: string;
  rpps: string | null;
  email: string | null;
  state: PersonState;
  /** A day, never an hour: presence is not watched. */
  lastSeenOn: string | null;
  roles: PersonRoleView[];
  invitation: PendingInvitationView | null;
}

export class PeoplePageView {
  items: PersonRowView[];
  nextCursor: string | null;
}

export class OnCallPeriodView {
  startsAt: string;
  endsAt: string;
}

export class PersonDeviceView {
  label: string;
  firstSeenOn: string;
  lastSeenOn: string;
  trusted: boolean;
}

export class PersonView extends PersonRowView {
  /** Also of another ESS: what is done here leaves his account there as it is. */
  shared: boolean;
  /** Open requests in his hands. */
  inHand: number;
  onCall: OnCallPeriodView[];
  factors: number;
  departureId: string | null;
}

export class TeamOrganisationView {
  id: string;
  name: string;
  kind: OrganisationKind;
}

export class ColleagueRefView {
  id: string;
  name: string;
  organisationId: string | null;
  organisationName: string | null;
}

/** What the forms of this page choose from. */
export class PeopleOptionsView {
  organisations: TeamOrganisationView[];
  requesters: ColleagueRefView[];
  /** Who can take what somebody leaves. */
  colleagues: ColleagueRefView[];
}

export class RevokedRoleView {
  role: MemberRole;
  organisationName: string | null;
  startsOn: string;
}

export class DepartureView {
  id: string;
  at: string;
  byName: string | null;
  essName: string;
  personName: string;
  profession: string;
  rpps: string | null;
  handedTo: string | null;
  requestsHanded: number;
  sessionsEnded: number;
  roles: RevokedRoleView[];
  invitationsWithdrawn: number;
  accountDisabled: boolean;
  /** To plan again: nobody is on call there any more. */
  onCall: OnCallPeriodView[];
}

export class EssSettingsView {
  sharingDefault: SharingDefault;
  accessListNames: boolean;
}

export class LinkView {
  purpose: LinkPurpose;
  essName: string;
  displayName: string;
  email: string;
  hasAccount: boolean;
  kind: 'professional' | 'patient';
  role: MemberRole | null;
}

export class InvitedView {
  id: string;
  professionalId: string;
}
