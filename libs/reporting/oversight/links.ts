import { searchName } from '#directory';
import type { ReviewLinkView } from './oversight.view.ts';

/** What is known of somebody who opens files. */
export interface KnownPerson {
  id: string;
  familyName: string;
  givenName: string;
  phone: string | null;
  /** Where he works in this ESS; for its own staff, the ESS itself. */
  employers: {
    id: string;
    name: string;
    kind: string;
    communeInsee: string | null;
    address: string | null;
    phone: string | null;
  }[];
}

/** What is known of the patient, opened with his key. */
export interface KnownPatient {
  birthName: string;
  usedName: string;
  givenNames: string;
  phone: string;
  contactPhone: string;
  communeInsee: string;
  address: string;
  place: string | null;
}

/** Said on the screen: silence about these is not proof. */
export const NOT_COMPARED = [
  'L’adresse et le téléphone personnels des professionnels\u00a0: l’annuaire ne connaît que ceux de leur exercice.',
  'La naissance des professionnels\u00a0: un même nom reste une homonymie possible.',
  'La parenté, l’alliance et le voisinage, qui ne s’écrivent nulle part.',
  'Les lignes d’une liste\u00a0: le journal note la page affichée, pas chaque nom qu’elle porte.',
];

const digits = (phone: string | null): string => (phone ?? '').replace(/\D/g, '').replace(/^(0033|33)(?=\d{9}$)/, '0');
const firstOf = (givenNames: string): string => searchName(givenNames).split(' ')[0] ?? '';

/**
 * Why an access deserves a look: what its author and the patient have in common.
 * @param colleagues everybody who works for the same employers, the person himself left out
 */
export function linksBetween(
  person: KnownPerson,
  patient: KnownPatient,
  colleagues: readonly KnownPerson[],
): ReviewLinkView[] {
  return [
    ...nameLink(person, patient),
    ...phoneLink(person, patient),
    ...addressLink(person, patient),
    ...employerLink(person, patient, colleagues),
  ];
}

const namesOf = ({ birthName, usedName }: KnownPatient): string[] =>
  [birthName, usedName].map((name) => searchName(name)).filter((name) => name !== '');

function nameLink(person: KnownPerson, patient: KnownPatient): ReviewLinkView[] {
  if (!namesOf(patient).includes(searchName(person.familyName))) return [];
  const whole = firstOf(person.givenName) === firstOf(patient.givenNames);
  return [{ kind: 'same-name', words: whole ? 'Même nom et même prénom que le patient' : 'Même nom que le patient' }];
}

/** In an EHPAD the resident’s line is the house’s: it says nothing of anybody. */
function phoneLink(person: KnownPerson, patient: KnownPatient): ReviewLinkView[] {
  const shared = new Set(person.employers.filter(({ kind }) => kind === 'ehpad').map(({ phone }) => digits(phone)));
  const own = digits(person.phone);
  if (own.length < 9 || shared.has(own)) return [];
  if (digits(patient.phone) === own) return [{ kind: 'phone', words: 'Même téléphone que le patient' }];
  if (digits(patient.contactPhone) === own) return [{ kind: 'phone', words: 'Téléphone de la personne à prévenir' }];
  return [];
}

function addressLink(person: KnownPerson, patient: KnownPatient): ReviewLinkView[] {
  const home = searchName(patient.address);
  if (home === '' || patient.place === 'ehpad') return [];
  const same = person.employers.find(
    ({ kind, address, communeInsee }) =>
      kind !== 'ehpad' && searchName(address ?? '') === home && communeInsee === patient.communeInsee,
  );
  return same ? [{ kind: 'address', words: `Adresse du patient = adresse de ${same.name}` }] : [];
}

function employerLink(
  person: KnownPerson,
  patient: KnownPatient,
  colleagues: readonly KnownPerson[],
): ReviewLinkView[] {
  const names = namesOf(patient);
  const given = firstOf(patient.givenNames);
  const twin = colleagues.find(
    (other) =>
      other.id !== person.id &&
      given !== '' &&
      firstOf(other.givenName) === given &&
      names.includes(searchName(other.familyName)) &&
      other.employers.some(({ id }) => person.employers.some((own) => own.id === id)),
  );
  const shared = twin?.employers.find(({ id }) => person.employers.some((own) => own.id === id));
  return shared
    ? [{ kind: 'employer', words: `Le patient porte le nom d’un collègue (${shared.name})\u00a0: homonymie possible` }]
    : [];
}
