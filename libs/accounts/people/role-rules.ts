import { DomainError } from '#contracts';
import type { FieldErrorBody } from '#contracts';
import { TEMPORARY_ROLES, type MemberRole, type RequesterRole } from '#contracts/enums';

/** A role as it is asked for. */
export interface WantedRole {
  role: MemberRole;
  requesterRole: RequesterRole | null;
  organisationId: string | null;
  /** For a delegate: the requester who stays the author. */
  delegateOf: string | null;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string | null;
}

const LONGEST_TEMPORARY_DAYS = 366;
const DAY_MS = 86_400_000;

/** A day of the calendar between 2000 and 2100, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^20\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What to correct, field by field; an organisation being described beside the role counts as one. */
export function roleErrors(wanted: WantedRole, today: string, newOrganisation = false): FieldErrorBody[] {
  const errors: FieldErrorBody[] = [];
  const refuse = (field: keyof WantedRole, message: string) => errors.push({ field, code: 'invalid', message });
  const { role, startsOn, endsOn } = wanted;
  if (!isDay(startsOn)) refuse('startsOn', 'Indiquez le premier jour, par exemple 24/11/2026.');
  if (endsOn !== null && !isDay(endsOn)) refuse('endsOn', 'Indiquez le dernier jour, par exemple 24/05/2027.');
  else if (endsOn !== null && endsOn < startsOn) refuse('endsOn', 'Le dernier jour ne peut pas précéder le premier.');
  else if (endsOn !== null && endsOn < today) refuse('endsOn', 'Choisissez un dernier jour à venir.');
  if (TEMPORARY_ROLES.includes(role)) {
    if (endsOn === null) refuse('endsOn', 'Indiquez le dernier jour\u00a0: un remplaçant ou un interne a une fin.');
    else if (Date.parse(endsOn) - Date.parse(startsOn) > LONGEST_TEMPORARY_DAYS * DAY_MS)
      refuse('endsOn', 'Un remplacement ou un stage dure un an au plus.');
  }
  if (role === 'requester' && !wanted.requesterRole) refuse('requesterRole', 'Choisissez à quel titre il demande.');
  if (role === 'requester' && !wanted.organisationId && !newOrganisation)
    refuse('organisationId', 'Choisissez la structure pour laquelle il demande.');
  if (role === 'delegate' && !wanted.delegateOf) refuse('delegateOf', 'Choisissez pour qui il écrit.');
  return errors;
}

export const invalidPeople = (message: string, field = ''): DomainError =>
  new DomainError('people.invalid', message, { errors: [{ field, code: 'invalid', message }] });

/** @throws people.invalid, with every field to correct. */
export function requireRole(wanted: WantedRole, today: string, newOrganisation = false): void {
  const errors = roleErrors(wanted, today, newOrganisation);
  if (errors.length === 0) return;
  throw new DomainError('people.invalid', 'Une réponse est à revoir avant d’enregistrer.', { errors });
}
