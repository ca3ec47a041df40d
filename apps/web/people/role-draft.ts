import { REQUESTER_ROLES, type MemberRole, type RequesterRole } from '#contracts/enums';
import { TEMPORARY_ROLES } from '#contracts/enums';
import type { SummaryError } from '../ui/error-summary.tsx';
import { parseCivilDate } from '../ui/format.ts';
import type { PeopleOptions, RoleOrder } from './views.ts';

/** A role as it is typed. */
export interface RoleDraft {
  role: MemberRole | '';
  requesterRole: string;
  organisationId: string;
  delegateOf: string;
  startsOn: string;
  endsOn: string;
}

export const emptyRole = (today: string): RoleDraft => ({
  role: '',
  requesterRole: '',
  organisationId: '',
  delegateOf: '',
  startsOn: today.split('-').reverse().join('/'),
  endsOn: '',
});

/** Chosen in the list of structures: one that is not there yet. */
export const NEW_ORGANISATION = 'nouvelle';

const isRequesterRole = (value: string): value is RequesterRole => REQUESTER_ROLES.some((one) => one === value);

/** What was typed as the server takes it, or what to correct. */
export function readRole(
  draft: RoleDraft,
  options: PeopleOptions | undefined,
  hasNewOrganisation: boolean,
): { order: RoleOrder } | { errors: SummaryError[] } {
  const errors: SummaryError[] = [];
  const { role } = draft;
  const startsOn = parseCivilDate(draft.startsOn);
  const endsOn = draft.endsOn.trim() ? parseCivilDate(draft.endsOn) : null;
  if (role === '') errors.push({ field: 'role', message: 'Choisissez un rôle.' });
  if (role === 'requester' && !isRequesterRole(draft.requesterRole))
    errors.push({ field: 'requesterRole', message: 'Choisissez à quel titre il demande.' });
  if (role === 'requester' && !draft.organisationId && !hasNewOrganisation)
    errors.push({ field: 'organisationId', message: 'Choisissez la structure pour laquelle il demande.' });
  if (role === 'delegate' && !draft.delegateOf)
    errors.push({ field: 'delegateOf', message: 'Choisissez pour qui il écrit.' });
  if (!startsOn) errors.push({ field: 'startsOn', message: 'Écrivez le premier jour, par exemple 24/11/2026.' });
  if (draft.endsOn.trim() && !endsOn)
    errors.push({ field: 'endsOn', message: 'Écrivez le dernier jour, par exemple 24/05/2027.' });
  else if (role !== '' && TEMPORARY_ROLES.includes(role) && !endsOn)
    errors.push({ field: 'endsOn', message: 'Écrivez le dernier jour\u00a0: un remplaçant ou un interne a une fin.' });
  else if (startsOn && endsOn && endsOn < startsOn)
    errors.push({ field: 'endsOn', message: 'Le dernier jour ne peut pas précéder le premier.' });
  if (errors.length > 0 || role === '' || !startsOn) return { errors };
  const [delegateOf = '', delegateOrganisation = ''] = draft.delegateOf.split(' ');
  const asked = role === 'requester' && draft.organisationId !== NEW_ORGANISATION ? draft.organisationId : '';
  const known = options?.organisations.some(({ id }) => id === asked) ? asked : null;
  return {
    order: {
      role,
      requesterRole: role === 'requester' && isRequesterRole(draft.requesterRole) ? draft.requesterRole : null,
      organisationId: role === 'delegate' ? delegateOrganisation || null : known,
      delegateOf: role === 'delegate' ? delegateOf : null,
      startsOn,
      endsOn,
    },
  };
}
