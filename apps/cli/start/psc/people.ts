import { DEMO_ORGANISATIONS } from '../../demo/data/organisations.ts';
import { demoRpps } from '../../demo/data/identities.ts';
import { DEMO_PEOPLE, SHOWN_ACCOUNTS } from '../../demo/data/people.ts';
import type { DemoPerson } from '../../demo/data/types.ts';

/** One place of practice as Pro Santé Connect says it, with its own names. */
export interface FictitiousExercice {
  codeProfession: string;
  codeCategorieProfessionnelle: string;
  codeTypeSavoirFaire: string;
  codeSavoirFaire: string;
  codeCiviliteDexercice: string;
  nomDexercice: string;
  prenomDexercice: string;
  activities: { codeModeExercice: string; codeSecteurDactivite: string; raisonSocialeSite: string }[];
}

/** Somebody who exists at the fictitious provider alone. */
export interface FictitiousPerson {
  /** « 8 » and the RPPS, or « 0 » and the ADELI. */
  subject: string;
  givenName: string;
  familyName: string;
  /** Under the name, on the page where one picks a person. */
  note: string;
  exercices: FictitiousExercice[];
}

const DOCTOR = '10';
const PHARMACIST = '21';
const NURSE = '60';
const PRIVATE_PRACTICE = { codeModeExercice: 'L', codeSecteurDactivite: 'SA07' };
const EMPLOYEE = { codeModeExercice: 'S', codeSecteurDactivite: 'SA17' };

/** The doctor of the demonstration who works in two places. */
const IN_TWO_PLACES = 'helene.marchais@demo.guichet.example';

const professionOf = ({ title, requesterRole }: DemoPerson): string => {
  if (requesterRole === 'pharmacien') return PHARMACIST;
  return title === 'Dr' ? DOCTOR : NURSE;
};

const isCaregiver = ({ title, roles, requesterRole }: DemoPerson): boolean =>
  title === 'Dr' || roles.includes('mobile_nurse') || requesterRole === 'ide_ehpad';

function exerciceOf(person: DemoPerson, activities: FictitiousExercice['activities']): FictitiousExercice {
  const codeProfession = professionOf(person);
  return {
    codeProfession,
    codeCategorieProfessionnelle: 'C',
    codeTypeSavoirFaire: codeProfession === DOCTOR ? 'S' : '',
    codeSavoirFaire: codeProfession === DOCTOR ? (person.roles.includes('specialist') ? 'SM04' : 'SM54') : '',
    codeCiviliteDexercice: person.title === 'Dr' ? 'DR' : '',
    nomDexercice: person.lastName,
    prenomDexercice: person.firstName,
    activities,
  };
}

function placeOf({ organisationKey, town }: DemoPerson): string {
  return DEMO_ORGANISATIONS.find(({ key }) => key === organisationKey)?.name ?? `Cabinet de ${town}`;
}

function personAt(person: DemoPerson): FictitiousPerson {
  const two = person.email === IN_TWO_PLACES;
  const first = exerciceOf(person, [{ ...PRIVATE_PRACTICE, raisonSocialeSite: placeOf(person) }]);
  const second = exerciceOf(person, [{ ...EMPLOYEE, raisonSocialeSite: 'EHPAD Les Tamaris' }]);
  return {
    subject: `8${person.rpps}`,
    givenName: person.firstName,
    familyName: person.lastName,
    note: two ? 'deux lieux d’exercice' : placeOf(person),
    exercices: two ? [first, second] : [first],
  };
}

/** Known to the provider, to no ESS: what the door says to a stranger. */
const STRANGER: FictitiousPerson = {
  subject: `8${demoRpps(999_999)}`,
  givenName: 'Camille',
  familyName: 'Sanscompte',
  note: 'sans compte au guichet',
  exercices: [],
};

/** The caregivers among the accounts shown on the sign-in page, and one who has no account. */
export const demonstrationPeople = (): FictitiousPerson[] => [
  ...DEMO_PEOPLE.filter((person) => SHOWN_ACCOUNTS.includes(person.email) && isCaregiver(person)).map(personAt),
  STRANGER,
];
