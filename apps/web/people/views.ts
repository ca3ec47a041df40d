import type { MemberRole, OrganisationKind, RequesterRole } from '#contracts/enums';

export type PersonState = 'invited' | 'active' | 'disabled' | 'left' | 'no_account';
export type PeopleGroup = 'team' | 'requesters' | 'gone';

export interface PersonRole {
  id: string;
  role: MemberRole;
  requesterRole: RequesterRole | null;
  organisationId: string | null;
  organisationName: string | null;
  delegateOfName: string | null;
  startsOn: string;
  endsOn: string | null;
  live: boolean;
}

export interface PendingInvitation {
  id: string;
  email: string;
  role: MemberRole;
  sentAt: string;
  expiresAt: string;
  expired: boolean;
}

export interface PersonRow {
  id: string;
  name: string;
  profession: string;
  rpps: string | null;
  email: string | null;
  state: PersonState;
  lastSeenOn: string | null;
  roles: PersonRole[];
  invitation: PendingInvitation | null;
}

export interface PeopleList {
  items: PersonRow[];
  nextCursor: string | null;
}

export interface OnCallPeriod {
  startsAt: string;
  endsAt: string;
}

export interface Person extends PersonRow {
  shared: boolean;
  inHand: number;
  onCall: OnCallPeriod[];
  factors: number;
  departureId: string | null;
}

export interface PersonDevice {
  label: string;
  firstSeenOn: string;
  lastSeenOn: string;
  trusted: boolean;
}

export interface PersonRef {
  id: string;
  name: string;
  organisationId: string | null;
  organisationName: string | null;
}

export interface PeopleOptions {
  organisations: { id: string; name: string; kind: OrganisationKind }[];
  requesters: PersonRef[];
  colleagues: PersonRef[];
}

export interface Departure {
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
  roles: { role: MemberRole; organisationName: string | null; startsOn: string }[];
  invitationsWithdrawn: number;
  accountDisabled: boolean;
  onCall: OnCallPeriod[];
}

export interface Settings {
  sharingDefault: SharingDefault;
  /** Names in the list a patient reads of his accesses. */
  accessListNames: boolean;
}
export type SharingDefault = 'consent' | 'team';

export interface RoleOrder {
  role: MemberRole;
  requesterRole: RequesterRole | null;
  organisationId: string | null;
  delegateOf: string | null;
  startsOn: string;
  endsOn: string | null;
}

export interface InviteOrder extends RoleOrder {
  civility: string;
  familyName: string;
  givenName: string;
  profession: string;
  rpps: string | null;
  email: string;
  newOrganisation?: { name: string; kind: OrganisationKind; communeInsee: string | null };
}
