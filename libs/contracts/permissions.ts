import type { MemberRole } from './enums.ts';

/** One list of rights; each route names one, then the row is checked by the reason of access. */
export const PERMISSIONS = [
  'ess.context',
  'patient.search',
  'request.write',
  'request.follow',
  'request.read',
  'request.triage',
  'request.cancel',
  'call.take',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const REQUESTER: readonly Permission[] = [
  'ess.context',
  'patient.search',
  'request.write',
  'request.follow',
  'request.read',
  'request.cancel',
];
const DESK: readonly Permission[] = [
  'ess.context',
  'patient.search',
  'request.write',
  'request.read',
  'request.triage',
  'request.cancel',
  'call.take',
];

export const PERMISSIONS_BY_ROLE: Readonly<Record<MemberRole, readonly Permission[]>> = {
  requester: REQUESTER,
  secretary: DESK,
  case_manager: DESK,
  specialist: DESK,
  medical_lead: DESK,
  coordinator: ['ess.context', 'request.read', 'request.triage'],
  mobile_nurse: ['ess.context'],
  ess_admin: ['ess.context'],
};

export const permissionsOf = (roles: readonly MemberRole[]): Set<Permission> =>
  new Set(roles.flatMap((role) => PERMISSIONS_BY_ROLE[role]));
