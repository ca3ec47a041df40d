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

/**
 * Everybody who has something in common with a patient. A territory has hundreds of people and thousands of patients:
 * each patient is compared with those alone who bear his name, have his phone, work at his address, or with a namesake.
 */
export function peopleLinkedTo<Person extends KnownPerson>(
  people: readonly Person[],
): (patient: KnownPatient) => Person[] {
  const byClue = new Map<string, Set<Person>>();
  for (const person of people)
    for (const clue of cluesOf(person)) byClue.set(clue, (byClue.get(clue) ?? new Set()).add(person));
  const sharing = (clue: string): Person[] => [...(byClue.get(clue) ?? [])];
  return (patient) => {
    const { names, given, phone, contactPhone, address } = patientForms(patient);
    const namesakesHere = names.flatMap((name) => namesakes(people).get(`${name}|${given}`) ?? []);
    const near = new Set([
      ...names.flatMap((name) => sharing(`name ${name}`)),
      ...[phone, contactPhone].flatMap((one) => sharing(`phone ${one}`)),
      ...sharing(`address ${address}`),
      ...namesakesHere.flatMap(({ employers }) => employers.flatMap(({ id }) => sharing(`employer ${id}`))),
    ]);
    return [...near].filter((person) => linksBetween(person, patient, people).length > 0);
  };
}

function cluesOf(person: KnownPerson): string[] {
  const { family, phone, addresses } = personForms(person);
  return [
    `name ${family}`,
    `phone ${phone}`,
    ...addresses.map(({ address }) => `address ${address}`),
    ...person.employers.map(({ id }) => `employer ${id}`),
  ].filter((clue) => !clue.endsWith(' '));
}

/** A list compares the same people and patients thousands of times: what is compared is made once for each. */
function once<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const kept = new WeakMap<Of, Made>();
  return (of) => {
    const made = kept.get(of) ?? make(of);
    kept.set(of, made);
    return made;
  };
}

const personForms = once(({ familyName, givenName, phone, employers }: KnownPerson) => ({
  family: searchName(familyName),
  given: firstOf(givenName),
  phone: digits(phone),
  sharedPhones: new Set(employers.filter(({ kind }) => kind === 'ehpad').map((employer) => digits(employer.phone))),
  addresses: employers
    .filter(({ kind }) => kind !== 'ehpad')
    .map(({ name, address, communeInsee }) => ({ name, communeInsee, address: searchName(address ?? '') })),
}));

const patientForms = once(({ birthName, usedName, givenNames, phone, contactPhone, address }: KnownPatient) => ({
  names: [birthName, usedName].map((name) => searchName(name)).filter((name) => name !== ''),
  given: firstOf(givenNames),
  phone: digits(phone),
  contactPhone: digits(contactPhone),
  address: searchName(address),
}));

/** Colleagues by family name and first given name. */
const namesakes = once((colleagues: readonly KnownPerson[]) => {
  const byName = new Map<string, KnownPerson[]>();
  for (const one of colleagues) {
    const name = `${personForms(one).family}|${personForms(one).given}`;
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return byName;
});

function nameLink(person: KnownPerson, patient: KnownPatient): ReviewLinkView[] {
  const [own, his] = [personForms(person), patientForms(patient)];
  if (!his.names.includes(own.family)) return [];
  const whole = own.given === his.given;
  return [{ kind: 'same-name', words: whole ? 'Même nom et même prénom que le patient' : 'Même nom que le patient' }];
}

/** In an EHPAD the resident’s line is the house’s: it says nothing of anybody. */
function phoneLink(person: KnownPerson, patient: KnownPatient): ReviewLinkView[] {
  const { phone: own, sharedPhones } = personForms(person);
  if (own.length < 9 || sharedPhones.has(own)) return [];
  const his = patientForms(patient);
  if (his.phone === own) return [{ kind: 'phone', words: 'Même téléphone que le patient' }];
  if (his.contactPhone === own) return [{ kind: 'phone', words: 'Téléphone de la personne à prévenir' }];
  return [];
}

function addressLink(person: KnownPerson, patient: KnownPatient): ReviewLinkView[] {
  const home = patientForms(patient).address;
  if (home === '' || patient.place === 'ehpad') return [];
  const same = personForms(person).addresses.find(
    ({ address, communeInsee }) => address === home && communeInsee === patient.communeInsee,
  );
  return same ? [{ kind: 'address', words: `Adresse du patient = adresse de ${same.name}` }] : [];
}

function employerLink(
  person: KnownPerson,
  patient: KnownPatient,
  colleagues: readonly KnownPerson[],
): ReviewLinkView[] {
  const { names, given } = patientForms(patient);
  if (given === '') return [];
  const twin = names
    .flatMap((name) => namesakes(colleagues).get(`${name}|${given}`) ?? [])
    .find(
      (other) =>
        other.id !== person.id && other.employers.some(({ id }) => person.employers.some((own) => own.id === id)),
    );
  const shared = twin?.employers.find(({ id }) => person.employers.some((own) => own.id === id));
  return shared
    ? [{ kind: 'employer', words: `Le patient porte le nom d’un collègue (${shared.name})\u00a0: homonymie possible` }]
    : [];
}
