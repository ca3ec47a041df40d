import type { Permission } from '#contracts';

/**
 * What stands before each route: nobody (`public`), any open session (`signed-in`), a session on its way in (`stage`),
 * who runs the platform, a patient about himself, or one right in the team of the address.
 */
export type Gate = 'public' | 'signed-in' | 'stage' | 'platform-admin' | 'patient' | Permission;

const under = (prefix: string, gates: Record<string, Gate>): Record<string, Gate> =>
  Object.fromEntries(
    Object.entries(gates).map(([route, gate]) => {
      const [method = '', path = ''] = route.split(' ');
      return [`${method} ${prefix}${path}`, gate];
    }),
  );

/** Everything a stranger may ask for, in one list: any other route refuses him. */
const PUBLIC: Record<string, Gate> = {
  'DELETE /api/session': 'public',
  // The start of the road to Pro Santé Connect, and its end: a single-use state proves who comes back.
  'GET /api/psc': 'public',
  'POST /api/psc/finish': 'public',
  'POST /api/psc/start': 'public',
  // A link of a message proves itself.
  'POST /api/link/invitation': 'public',
  'POST /api/link/open': 'public',
  'POST /api/link/password': 'public',
  'POST /api/session/forgot': 'public',
  // A locked session is no session yet.
  'POST /api/session/unlock/webauthn': 'public',
  'POST /api/session/unlock/webauthn/options': 'public',
  'GET /api/communes': 'public',
  'GET /api/demonstration/accounts': 'public',
  'GET /api/demonstration/mails': 'public',
  'GET /api/ess': 'public',
  'GET /health': 'public',
  'GET /ready': 'public',
  'POST /api/session': 'public',
  'POST /api/session/unlock': 'public',
};

/** Of one's own session, whatever the team. */
const OWN: Record<string, Gate> = {
  'DELETE /api/me/devices/{id}': 'signed-in',
  'DELETE /api/me/factors/{id}': 'signed-in',
  'GET /api/me/devices': 'signed-in',
  'POST /api/me/devices/others/sign-out': 'signed-in',
  'POST /api/me/password': 'signed-in',
  'POST /api/me/recovery-codes': 'signed-in',
  'GET /api/session': 'signed-in',
  'POST /api/session/lock': 'signed-in',
};

/** Between the password and the open session. */
const ON_THE_WAY_IN: Record<string, Gate> = {
  'GET /api/me/factors': 'stage',
  'GET /api/session/stage': 'stage',
  'POST /api/me/factors/totp': 'stage',
  'POST /api/me/factors/totp/{id}/confirm': 'stage',
  'POST /api/me/factors/webauthn': 'stage',
  'POST /api/me/factors/webauthn/options': 'stage',
  'POST /api/psc/exercice': 'stage',
  'POST /api/session/factor/recovery': 'stage',
  'POST /api/session/factor/totp': 'stage',
  'POST /api/session/factor/webauthn': 'stage',
  'POST /api/session/factor/webauthn/options': 'stage',
};

const REQUEST = under('/api/e/{ess}/requests/{id}', {
  'GET ': 'request.read',
  'GET /attachments': 'attachment.read',
  'GET /decision': 'request.read',
  'GET /reports': 'report.read',
  'POST /acknowledge': 'request.triage',
  'POST /answer': 'report.sign',
  'POST /appointment': 'request.triage',
  'POST /appointment/missed': 'request.triage',
  'POST /appointment/report': 'report.sign',
  'POST /ask-again': 'request.add',
  'POST /attachments': 'attachment.write',
  'POST /cancel': 'request.cancel',
  'POST /claim': 'request.triage',
  'POST /confirm': 'request.triage',
  'POST /decisions/admission': 'report.sign',
  'POST /decisions/consultation': 'request.decide',
  'POST /decisions/decline': 'report.sign',
  'POST /decisions/exam': 'request.decide',
  'POST /decisions/info': 'request.triage',
  'POST /decisions/pass': 'request.decide',
  'POST /decisions/redirect': 'request.decide',
  'POST /decisions/teleconsultation': 'request.decide',
  'POST /decisions/visit': 'request.decide',
  'POST /exam-result': 'request.add',
  'POST /hand-over': 'request.triage',
  'POST /info': 'request.add',
  'POST /outcome': 'request.add',
  'POST /reading': 'report.sign',
  'POST /reclass': 'request.triage',
  'POST /release': 'request.triage',
  'POST /undo': 'request.triage',
});

const TEAM = under('/api/e/{ess}', {
  'DELETE /drafts/{id}': 'request.write',
  'GET /attachments/{id}': 'attachment.read',
  'GET /context': 'ess.context',
  'GET /desk/queue': 'request.triage',
  'GET /drafts': 'request.write',
  'GET /drafts/{id}': 'request.write',
  'GET /mobile/day': 'tour.plan',
  'GET /mobile/today': 'tour.drive',
  'GET /mobile/visits/{id}/options': 'tour.plan',
  'GET /reports/{id}/pdf': 'report.read',
  'GET /requests': 'request.follow',
  'GET /worklists/appointments': 'request.triage',
  'GET /worklists/counts': 'request.triage',
  'GET /worklists/specialist': 'request.triage',
  'GET /worklists/unread': 'request.triage',
  'POST /mobile/day/lock': 'tour.plan',
  'POST /mobile/day/move': 'tour.plan',
  'POST /mobile/day/plan': 'tour.plan',
  'POST /mobile/day/publish': 'tour.plan',
  'POST /mobile/visits/{id}/done': 'tour.drive',
  'POST /mobile/visits/{id}/not-done': 'tour.drive',
  'POST /mobile/visits/{id}/status': 'tour.drive',
  'POST /patients/search': 'patient.search',
  'POST /patients/{id}/identity': 'patient.search',
  'POST /professionals/search': 'request.write',
  'POST /reports/{id}/receptions': 'report.receive',
  'POST /requests': 'request.write',
  'POST /requests/duplicates': 'request.write',
  'PUT /drafts/{id}': 'request.write',
  'PUT /mobile/visits/{id}/sheet': 'tour.drive',
});

const PATIENT = under('/api/e/{ess}/patients/{id}', {
  'GET /access-list': 'patient.read',
  'GET /access-list/pdf': 'patient.read',
  'GET ': 'patient.read',
  'POST /circle': 'patient.circle',
  'POST /circle/{memberId}/end': 'patient.circle',
  'POST /consents': 'patient.circle',
  'POST /document': 'patient.identity',
  'POST /invite': 'patient.identity',
  'POST /merge': 'patient.identity',
  'POST /unmerge': 'patient.identity',
  'PUT /traits': 'patient.identity',
});

const EXCEPTIONAL = under('/api/e/{ess}', {
  'GET /exceptional/mine': 'access.exceptional',
  'GET /patients/duplicates': 'patient.identity',
  'POST /exceptional': 'access.exceptional',
  'POST /exceptional/search': 'access.exceptional',
  'POST /exceptional/{id}/end': 'access.exceptional',
  'POST /patients/duplicates/distinct': 'patient.identity',
});

const CONTROL = under('/api/e/{ess}/audit', {
  'GET ': 'audit.read',
  'GET /filters': 'audit.read',
  'GET /reviews': 'access.review',
  'GET /state': 'audit.read',
  'POST /patients': 'audit.read',
  'POST /reviews': 'access.review',
  'POST /verify': 'audit.read',
});

const PEOPLE = under('/api/e/{ess}', {
  'DELETE /people/invitations/{id}': 'people.manage',
  'GET /people/departures/{id}': 'people.manage',
  'GET /people/options': 'people.manage',
  'GET /people/{id}': 'people.manage',
  'GET /people/{id}/devices': 'people.manage',
  'GET /settings': 'ess.settings',
  'POST /people/invitations': 'people.manage',
  'POST /people/invitations/{id}/resend': 'people.manage',
  'POST /people/memberships/{id}/end': 'people.manage',
  'POST /people/{id}/departure': 'people.manage',
  'POST /people/{id}/disable': 'people.manage',
  'POST /people/{id}/enable': 'people.manage',
  'POST /people/{id}/memberships': 'people.manage',
  'POST /people/{id}/reset-factors': 'people.manage',
  'POST /people/search': 'people.manage',
  'PUT /people/memberships/{id}': 'people.manage',
  'PUT /settings': 'ess.settings',
});

const PLATFORM = under('/api/platform', {
  'GET /ess': 'platform-admin',
  'POST /ess': 'platform-admin',
  'POST /ess/{slug}/administrators': 'platform-admin',
  'POST /people/search': 'platform-admin',
  'POST /people/{id}/disable': 'platform-admin',
  'POST /people/{id}/enable': 'platform-admin',
  'POST /people/{id}/reset-factors': 'platform-admin',
});

const PATIENT_SPACE = under('/api/me/patient/{ess}', {
  'GET ': 'patient',
  'GET /access-list': 'patient',
  'GET /access-list/pdf': 'patient',
});

/** A new route says here what stands before it, or the matrix fails. */
export const GATES: Readonly<Record<string, Gate>> = {
  ...{ ...PUBLIC, ...OWN, ...ON_THE_WAY_IN, ...PLATFORM, ...PATIENT_SPACE },
  ...{ ...TEAM, ...REQUEST, ...PATIENT, ...EXCEPTIONAL, ...CONTROL, ...PEOPLE },
};

/** Which row the `{id}` of a path names, the first that fits. */
export const ROWS = [
  [/\/me\/devices\/\{id\}/, 'device'],
  [/\/me\/factors\/(totp\/)?\{id\}/, 'factor'],
  [/\/people\/invitations\/\{id\}/, 'invitation'],
  [/\/people\/memberships\/\{id\}/, 'membership'],
  [/\/people\/departures\/\{id\}/, 'departure'],
  [/\/people\/\{id\}/, 'person'],
  [/\/platform\/ess\/\{slug\}/, 'ess'],
  [/\/exceptional\/\{id\}/, 'exceptional'],
  [/\/patients\/\{id\}/, 'patient'],
  [/\/reports\/\{id\}/, 'report'],
  [/\/attachments\/\{id\}/, 'attachment'],
  [/\/visits\/\{id\}/, 'visit'],
  [/\/drafts\/\{id\}/, 'draft'],
  [/\/requests\/\{id\}/, 'request'],
] as const;
export type Row = (typeof ROWS)[number][1];

export const rowOf = (path: string): Row | null => ROWS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
