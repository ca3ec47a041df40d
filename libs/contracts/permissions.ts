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
  /** Decides, answers, orders acts; each move is checked again by the table of moves. */
  'request.decide',
  /** Gives a complement, a result, another question. */
  'request.add',
  /** Files of a request one may read. */
  'attachment.read',
  'attachment.write',
  'call.take',
  'report.read',
  'report.sign',
  'report.receive',
  'tour.plan',
  'tour.drive',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const REQUESTER: readonly Permission[] = [
  'ess.context',
  'patient.search',
  'request.write',
  'request.follow',
  'request.read',
  'request.cancel',
  'request.add',
  'attachment.read',
  'attachment.write',
  'report.read',
  'report.receive',
];
const DESK: readonly Permission[] = [
  'ess.context',
  'patient.search',
  'request.write',
  'request.read',
  'request.triage',
  'request.cancel',
  'request.add',
  'attachment.read',
  'attachment.write',
  'call.take',
  'report.read',
  'report.receive',
];
const CASE_MANAGER: readonly Permission[] = [...DESK, 'request.decide', 'tour.plan'];
const SPECIALIST: readonly Permission[] = [...DESK, 'request.decide', 'report.sign'];
const COORDINATOR: readonly Permission[] = [
  'ess.context',
  'request.read',
  'request.triage',
  'request.add',
  'attachment.read',
  'attachment.write',
  'report.read',
  'tour.plan',
];

export const PERMISSIONS_BY_ROLE: Readonly<Record<MemberRole, readonly Permission[]>> = {
  requester: REQUESTER,
  secretary: DESK,
  case_manager: CASE_MANAGER,
  specialist: SPECIALIST,
  medical_lead: [...SPECIALIST, 'tour.plan'],
  coordinator: COORDINATOR,
  mobile_nurse: ['ess.context', 'tour.drive', 'attachment.read', 'attachment.write'],
  ess_admin: ['ess.context'],
};

export const permissionsOf = (roles: readonly MemberRole[]): Set<Permission> =>
  new Set(roles.flatMap((role) => PERMISSIONS_BY_ROLE[role]));
