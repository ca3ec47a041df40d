import { MEMBER_ROLE_LABELS, REQUESTER_ROLE_LABELS, type MemberRole, type RequesterRole } from '#contracts/enums';
import { formatCivilDate, NBSP, plural } from '../ui/format.ts';
import type { Tone } from '../ui/tag.tsx';
import type { PersonRole, PersonRow, PersonState } from './views.ts';

export const STATE_WORDS: Record<PersonState, { text: string; tone: Exclude<Tone, 'brand'> }> = {
  active: { text: 'Accès ouvert', tone: 'done' },
  invited: { text: 'Invitation envoyée', tone: 'waiting' },
  disabled: { text: 'Accès désactivé', tone: 'watch' },
  left: { text: 'Parti', tone: 'neutral' },
  no_account: { text: 'Sans compte', tone: 'neutral' },
};

/** What the tag of a person says; an invitation that has run out is something to do. */
export function stateOf({ state, invitation }: Pick<PersonRow, 'state' | 'invitation'>) {
  return state === 'invited' && invitation?.expired
    ? ({ text: 'Invitation expirée', tone: 'watch' } as const)
    : STATE_WORDS[state];
}

const isRequesterRole = (value: string): value is RequesterRole => value in REQUESTER_ROLE_LABELS;
export const professionWords = (profession: string): string =>
  isRequesterRole(profession) ? REQUESTER_ROLE_LABELS[profession] : profession;

/** « Demandeur, médecin traitant, Cabinet des Dunes »; « Délégué d’un demandeur pour Dr Hélène Marchais » */
export function roleWords(
  role: Pick<PersonRole, 'role' | 'requesterRole' | 'organisationName' | 'delegateOfName'>,
): string {
  const as = role.requesterRole ? REQUESTER_ROLE_LABELS[role.requesterRole].toLocaleLowerCase('fr') : null;
  const title =
    role.role === 'delegate' && role.delegateOfName
      ? `Écrit pour ${role.delegateOfName}`
      : MEMBER_ROLE_LABELS[role.role];
  return [title, as?.replace('ehpad', 'EHPAD').replace('cpts', 'CPTS').replace('dac', 'DAC'), role.organisationName]
    .filter(Boolean)
    .join(', ');
}

/** « depuis le 02/03/2026 », « du 02/03/2026 au 30/06/2026 », « à partir du 01/12/2026 » */
export function periodWords({ startsOn, endsOn }: Pick<PersonRole, 'startsOn' | 'endsOn'>, today: string): string {
  if (endsOn) return `du ${formatCivilDate(startsOn)} au ${formatCivilDate(endsOn)}`;
  return startsOn > today ? `à partir du ${formatCivilDate(startsOn)}` : `depuis le ${formatCivilDate(startsOn)}`;
}

export const inHandWords = (count: number): string =>
  count === 0
    ? 'Aucune demande ouverte entre ses mains.'
    : `${plural(count, 'demande ouverte', 'demandes ouvertes')} entre ses mains${NBSP}: à transmettre.`;

/** Roles an administrator gives, in the order of the list. */
export const ROLE_CHOICES: readonly MemberRole[] = [
  'requester',
  'delegate',
  'secretary',
  'case_manager',
  'specialist',
  'locum',
  'intern',
  'coordinator',
  'mobile_nurse',
  'medical_lead',
  'ess_admin',
  'dpo',
];

/** What each role opens, for who gives it. */
export const ROLE_OPENS: Record<MemberRole, string> = {
  requester: 'Envoie des demandes et suit celles de sa structure.',
  delegate: 'Écrit et suit pour un demandeur, qui reste l’auteur.',
  secretary: 'Traite les demandes au guichet, prend les appels.',
  case_manager: 'Traite, oriente par délégation, planifie les tournées.',
  specialist: 'Décide, répond et signe.',
  locum: 'Décide et signe en son nom, jusqu’au dernier jour.',
  intern: 'Prépare et prescrit, ne signe pas, jusqu’au dernier jour.',
  coordinator: 'Planifie les tournées, donne les rendez-vous.',
  mobile_nurse: 'Voit sa tournée du jour.',
  medical_lead: 'Décide, signe, revoit les accès exceptionnels.',
  ess_admin: 'Invite, désactive, enregistre les départs. Ne voit aucun dossier.',
  dpo: 'Lit les traces d’accès. Ne voit aucun dossier.',
};
