import type { MemberRole, RequesterRole } from '#contracts/enums';
import { CARDIO_ESTUAIRE, NEPHRO_RHIN } from './ess.ts';
import { demoPhone, demoRpps } from './identities.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';
import { EAST_REQUESTERS, WEST_REQUESTERS } from './requesters.ts';
import type { RequesterRow } from './requesters.ts';
import type { DemoEss, DemoPerson } from './types.ts';

/** One readable password for each kind of account: this is a demonstration, open to whoever runs it. */
export const DEMO_PASSWORDS = {
  requester: 'demo-demandeur-2026',
  desk: 'demo-guichet-2026',
  specialist: 'demo-specialiste-2026',
  nurse: 'demo-tournee-2026',
  lead: 'demo-coordination-2026',
} as const;

const DOMAIN = 'demo.guichet.example';

/** « Dr Élodie Le Bris » → elodie.le-bris@demo.guichet.example */
export function demoEmail(firstName: string, lastName: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '');
  return `${plain(firstName)}.${plain(lastName)}@${DOMAIN}`;
}

type Draft = Omit<DemoPerson, 'rpps' | 'phone' | 'email'>;

const DOCTOR = 'Dr ';

/** The specialists are those of the public page: one list, so that nobody is forgotten on the other. */
function specialists(ess: DemoEss): Draft[] {
  return ess.page.team
    .filter((member) => member.name.startsWith(DOCTOR))
    .map((member, rank) => {
      const [firstName = '', ...lastName] = member.name.slice(DOCTOR.length).split(' ');
      return {
        essSlug: ess.slug,
        title: 'Dr',
        firstName,
        lastName: lastName.join(' '),
        town: member.place ?? '',
        roles: rank === 0 ? ['specialist', 'medical_lead'] : ['specialist'],
        subspecialty: member.role,
        password: DEMO_PASSWORDS.specialist,
      };
    });
}

const staff = (
  ess: DemoEss,
  firstName: string,
  lastName: string,
  town: string,
  roles: MemberRole[],
  password: string,
  team?: string,
): Draft => ({ essSlug: ess.slug, title: '', firstName, lastName, town, roles, password, ...(team && { team }) });

const nurse = (firstName: string, lastName: string, town: string, team: string) =>
  staff(CARDIO_ESTUAIRE, firstName, lastName, town, ['mobile_nurse'], DEMO_PASSWORDS.nurse, `Équipe mobile ${team}`);

const STAFF: readonly Draft[] = [
  staff(CARDIO_ESTUAIRE, 'Nadège', 'Rouaud', 'Saint-Nazaire', ['secretary'], DEMO_PASSWORDS.desk),
  staff(CARDIO_ESTUAIRE, 'Samira', 'Haddad', 'Saint-Nazaire', ['secretary'], DEMO_PASSWORDS.desk),
  staff(CARDIO_ESTUAIRE, 'Maud', 'Clergeau', 'Saint-Nazaire', ['case_manager'], DEMO_PASSWORDS.desk),
  staff(CARDIO_ESTUAIRE, 'Gaëlle', 'Bouvier', 'Saint-Nazaire', ['coordinator', 'ess_admin'], DEMO_PASSWORDS.lead),
  nurse('Inès', 'Morvan', 'Savenay', 'A'),
  nurse('Bastien', 'Leroux', 'Savenay', 'A'),
  nurse('Aurélie', 'Fonteneau', 'Pornic', 'B'),
  nurse('Malik', 'Sarr', 'Pornic', 'B'),
  nurse('Coralie', 'Bihan', 'Savenay', 'A'),
  nurse('Étienne', 'Marchand', 'Pornic', 'B'),
  staff(NEPHRO_RHIN, 'Sandrine', 'Roth', 'Strasbourg', ['secretary', 'ess_admin'], DEMO_PASSWORDS.desk),
  staff(NEPHRO_RHIN, 'Julie', 'Heitz', 'Strasbourg', ['case_manager', 'coordinator'], DEMO_PASSWORDS.desk),
];

const EAST_NURSES: readonly Draft[] = [
  staff(NEPHRO_RHIN, 'Mireille', 'Schaal', 'Haguenau', ['mobile_nurse'], DEMO_PASSWORDS.nurse, 'Équipe mobile du Rhin'),
  staff(NEPHRO_RHIN, 'Loïc', 'Arbogast', 'Haguenau', ['mobile_nurse'], DEMO_PASSWORDS.nurse, 'Équipe mobile du Rhin'),
];

const MEDICAL: readonly RequesterRole[] = [
  'medecin_traitant',
  'generaliste',
  'specialiste',
  'geriatre',
  'medecin_coordonnateur_ehpad',
  'service_hospitalier',
];

function requester([organisationKey, requesterRole, firstName, lastName]: RequesterRow): Draft {
  const organisation = DEMO_ORGANISATIONS.find((candidate) => candidate.key === organisationKey);
  if (!organisation) throw new Error(`no organisation ${organisationKey} for ${firstName} ${lastName}`);
  return {
    essSlug: organisation.essSlug,
    title: MEDICAL.includes(requesterRole) || requesterRole === 'pharmacien' ? 'Dr' : '',
    firstName,
    lastName,
    town: organisation.commune.name,
    roles: ['requester'],
    requesterRole,
    organisationKey,
    password: DEMO_PASSWORDS.requester,
  };
}

const CONTROL: readonly Draft[] = [
  staff(CARDIO_ESTUAIRE, 'Maël', 'Kerbrat', 'Saint-Nazaire', ['dpo'], DEMO_PASSWORDS.lead),
  // Bears the name of several patients: what she opens is to be reviewed.
  staff(CARDIO_ESTUAIRE, 'Rozenn', 'Moreau', 'Saint-Nazaire', ['coordinator'], DEMO_PASSWORDS.lead),
];

/** Who comes for a time, who writes for another, who invites. */
const PASSING: readonly Draft[] = [
  staff(CARDIO_ESTUAIRE, 'Solène', 'Kermarrec', 'Saint-Nazaire', ['ess_admin'], DEMO_PASSWORDS.lead),
  {
    ...staff(CARDIO_ESTUAIRE, 'Chloé', 'Arnoux', 'Saint-Nazaire', ['locum'], DEMO_PASSWORDS.specialist),
    title: 'Dr',
    forDays: 365,
  },
  {
    ...staff(CARDIO_ESTUAIRE, 'Baptiste', 'Gicquel', 'Saint-Nazaire', ['intern'], DEMO_PASSWORDS.specialist),
    forDays: 365,
  },
  {
    ...staff(CARDIO_ESTUAIRE, 'Élise', 'Tanguy', 'Saint-Nazaire', ['delegate'], DEMO_PASSWORDS.requester),
    organisationKey: WEST_REQUESTERS.find(([, , first, last]) => first === 'Hélène' && last === 'Marchais')?.[0] ?? '',
    delegateOf: demoEmail('Hélène', 'Marchais'),
  },
];

/** Everyone of the demonstration; e-mail, RPPS and line follow from the place in the list, which only grows. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...specialists(CARDIO_ESTUAIRE),
  ...STAFF,
  ...WEST_REQUESTERS.map(requester),
  ...specialists(NEPHRO_RHIN),
  ...EAST_REQUESTERS.map(requester),
  ...EAST_NURSES,
  ...CONTROL,
  ...PASSING,
].map((person, rank) => ({
  ...person,
  email: demoEmail(person.firstName, person.lastName),
  rpps: demoRpps(rank + 1),
  phone: demoPhone('mobile', rank + 1),
}));

export function personOf(email: string): DemoPerson {
  const person = DEMO_PEOPLE.find((candidate) => candidate.email === email);
  if (!person) throw new Error(`nobody of the demonstration has the address ${email}`);
  return person;
}

/** Accounts shown on the sign-in page, one or two of each kind. */
export const SHOWN_ACCOUNTS: readonly string[] = [
  'helene.marchais',
  'karine.delaunay',
  'nadege.rouaud',
  'samira.haddad',
  'maud.clergeau',
  'thomas.le-bris',
  'sofia.marin',
  'anne.kerviel',
  'gaelle.bouvier',
  'solene.kermarrec',
  'elise.tanguy',
  'chloe.arnoux',
  'baptiste.gicquel',
  'mael.kerbrat',
  'ines.morvan',
  'aurelie.fonteneau',
  'claude.ehrhard',
  'sandrine.roth',
  'helene.wendling',
  'mireille.schaal',
].map((name) => `${name}@${DOMAIN}`);
