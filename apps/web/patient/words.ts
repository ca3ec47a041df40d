import { REQUESTER_ROLE_LABELS } from '#contracts/enums';
import type { Sex } from '#contracts/enums';
import {
  CONSENT_RECORD_MODE_LABELS,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_KINDS,
  RELATIVE_LINK_LABELS,
} from '#contracts/patient';
import type { IdentityStatus, RelativeLink, SharingState } from '#contracts/patient';
import { formatAge, formatCivilDate, formatDay, NBSP } from '../ui/format.ts';
import type { CircleMember, PatientPage, Traits } from './views.ts';

export const SEX_WORDS: Record<Sex, string> = { F: 'Féminin', M: 'Masculin', unknown: 'Non précisé' };
const BORN: Record<Sex, string> = { F: 'Née le', M: 'Né le', unknown: 'Naissance le' };

/** « Née le 14/03/1945, 81 ans »; of an erased patient, nothing. */
export const birthWords = ({ sex, birthDate }: { sex: Sex; birthDate: string }, now: Date): string =>
  birthDate.startsWith('1900-') ? '' : `${BORN[sex]} ${formatCivilDate(birthDate)}, ${formatAge(birthDate, now)}`;

/** What would raise the status, said to who can do it. */
export const STATUS_NEXT: Record<IdentityStatus, string> = {
  PROV: 'Une pièce d’identité vue par l’équipe la rendrait validée.',
  VALI: 'L’INS, demandée au téléservice national, la rendrait qualifiée. Cette maison n’y est pas encore raccordée.',
  RECUP: 'Une pièce d’identité vue par l’équipe la rendrait qualifiée.',
  QUAL: 'C’est le plus haut niveau\u00a0: l’INS peut accompagner les échanges.',
};

export const STATUS_TONES: Record<IdentityStatus, 'neutral' | 'info' | 'done'> = {
  PROV: 'neutral',
  VALI: 'info',
  RECUP: 'info',
  QUAL: 'done',
};

const REASONS: Record<string, string> = {
  author: 'vous avez fait une demande pour cette personne',
  organisation: 'votre structure a fait une demande pour cette personne',
  treating_doctor: 'vous êtes son médecin traitant',
  assigned: 'vous prenez ou avez pris part à sa prise en charge',
  desk: 'vous travaillez au guichet de l’équipe qui la suit',
  consent: 'la personne a donné son accord au partage dans l’équipe',
  care_circle: 'vous êtes dans son cercle de soins',
  tour: 'elle est dans votre tournée',
  exceptional: 'vous avez ouvert un accès exceptionnel',
};
/** « Vous voyez ce dossier parce que … » */
export const reasonWords = (reason: string): string =>
  `Vous voyez ce dossier parce que ${REASONS[reason] ?? 'votre rôle vous y autorise'}.`;

export const SHARING_TONES: Record<SharingState, 'done' | 'error' | 'neutral'> = {
  consented: 'done',
  opposed: 'error',
  unknown: 'neutral',
};

/** What the last word of the patient means once nothing is open. */
export function sharingMeans({ state, teamDefault }: PatientPage['sharing']): string {
  if (state === 'opposed')
    return 'Hors d’une demande en cours, seuls l’auteur, sa structure, le médecin traitant et ceux qui ont pris part aux soins ouvrent ce dossier.';
  if (state === 'consented')
    return 'L’équipe et le cercle de soins peuvent ouvrir ce dossier, même sans demande en cours.';
  return teamDefault
    ? 'Dans cette équipe, le dossier reste ouvert à l’équipe tant que la personne ne s’y oppose pas.'
    : 'Sans accord, le dossier se ferme à l’équipe quand plus rien n’est en cours.';
}

/** « de vive voix, le jeu. 19 nov. 2026 » */
export const consentWhen = (mode: keyof typeof CONSENT_RECORD_MODE_LABELS, at: string, zone: string): string => {
  const how = CONSENT_RECORD_MODE_LABELS[mode];
  return `${how.charAt(0).toLowerCase()}${how.slice(1)}, le ${formatDay(at, zone)}`;
};

export const relativeWords = (link: RelativeLink | null): string => RELATIVE_LINK_LABELS[link ?? 'autre'];

/** « depuis le 02/11/2026 », « du 02/11/2026 au 20/11/2026 » */
export const periodWords = ({ startsOn, endsOn }: Pick<CircleMember, 'startsOn' | 'endsOn'>): string =>
  endsOn ? `du ${formatCivilDate(startsOn)} au ${formatCivilDate(endsOn)}` : `depuis le ${formatCivilDate(startsOn)}`;

const FIELD_LABELS: Record<string, string> = {
  birthName: 'Nom de naissance',
  givenNames: 'Prénoms',
  usedName: 'Nom utilisé',
  sex: 'Sexe',
  birthDate: 'Date de naissance',
  birthPlaceInsee: 'Commune de naissance',
  insMatricule: 'Matricule INS',
  phone: 'Téléphone',
  document: 'Pièce d’identité',
};
export const fieldLabel = (field: string): string => FIELD_LABELS[field] ?? field;

const sexWord = (value: string): string =>
  value === 'F' || value === 'M' ? SEX_WORDS[value] : value ? SEX_WORDS.unknown : '';
const documentLabel = (value: string): string => {
  const kind = DOCUMENT_KINDS.find((each) => each === value);
  return kind ? DOCUMENT_KIND_LABELS[kind] : value;
};
/** One side of a change, as people read it; a commune by its name where it is the one of today. */
export function changeValue(
  field: string,
  value: string,
  now: Pick<Traits, 'birthPlaceInsee' | 'birthPlaceName'>,
): string {
  if (!value) return 'vide';
  if (field === 'birthPlaceInsee')
    return (value === now.birthPlaceInsee && now.birthPlaceName) || `code INSEE\u00a0${value}`;
  if (field === 'sex') return sexWord(value);
  if (field === 'document') return documentLabel(value);
  return field === 'birthDate' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatCivilDate(value) : value;
}

/** « 2 85 04 75 116 001 12 » as the card prints it. */
export const formatIns = (matricule: string): string => {
  const match = /^(\d)(\d\d)(\d\d)(\d[\dAB])(\d{3})(\d{3})(\d\d)?$/.exec(matricule);
  return match ? match.slice(1).filter(Boolean).join(NBSP) : matricule;
};

export const roleWords = (role: string): string => Reflect.get(REQUESTER_ROLE_LABELS, role) ?? role;
