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
  /** Page of one patient: identity, circle, consent; the row is checked. */
  'patient.read',
  /** Corrects traits, notes a checked document, merges duplicates. */
  'patient.identity',
  /** Writes the care circle, the information given, the consent. */
  'patient.circle',
  /** « Accès exceptionnel »: a file without another reason, for an hour, told and reviewed. */
  'access.exceptional',
  'access.review',
  'audit.read',
  /** Invites, disables, hands over. */
  'people.manage',
  'ess.settings',
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
  'patient.read',
  'patient.circle',
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
  'patient.read',
  'patient.identity',
  'patient.circle',
];
const CASE_MANAGER: readonly Permission[] = [...DESK, 'request.decide', 'tour.plan', 'access.exceptional'];
const INTERN: readonly Permission[] = [...DESK, 'request.decide', 'access.exceptional'];
const SPECIALIST: readonly Permission[] = [...INTERN, 'report.sign'];
const COORDINATOR: readonly Permission[] = [
  'ess.context',
  'request.read',
  'request.triage',
  'request.add',
  'attachment.read',
  'attachment.write',
  'report.read',
  'tour.plan',
  'patient.read',
];

export const PERMISSIONS_BY_ROLE: Readonly<Record<MemberRole, readonly Permission[]>> = {
  requester: REQUESTER,
  delegate: REQUESTER,
  secretary: DESK,
  case_manager: CASE_MANAGER,
  specialist: SPECIALIST,
  locum: SPECIALIST,
  intern: INTERN,
  medical_lead: [...SPECIALIST, 'tour.plan', 'access.review'],
  coordinator: COORDINATOR,
  mobile_nurse: ['ess.context', 'tour.drive', 'attachment.read', 'attachment.write'],
  ess_admin: ['ess.context', 'people.manage', 'ess.settings'],
  dpo: ['ess.context', 'audit.read', 'access.review'],
};

export const permissionsOf = (roles: readonly MemberRole[]): Set<Permission> =>
  new Set(roles.flatMap((role) => PERMISSIONS_BY_ROLE[role]));
