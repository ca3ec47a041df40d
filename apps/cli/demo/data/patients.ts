import type { PatientPlace, Specialty } from '#contracts/enums';
import { INS_OIDS } from '#contracts/identifiers';
import { BAS_RHIN, LOIRE_ATLANTIQUE } from './communes.ts';
import { demoMatricule, demoPhone } from './identities.ts';
import { BIRTH_NAMES, GIVEN_NAMES, STREETS } from './names.ts';
import type { Chance } from './random.ts';
import type { DemoOrganisation, DemoPatient } from './types.ts';

export interface PatientWish {
  key: string;
  specialty: Specialty;
  place: PatientPlace;
  sex?: 'F' | 'M';
  age: readonly [min: number, max: number];
  /** The organisation that asks: its own residents, or people who live near. */
  organisation: DemoOrganisation;
  /** Day of the request, from which the age counts. */
  day: string;
}

/** A made-up patient: a name of the region, an age in the range, a place near the requester. */
export function inventPatient(chance: Chance, wish: PatientWish): DemoPatient {
  const sex = wish.sex ?? (chance.happens(0.54) ? 'F' : 'M');
  const isEast = wish.specialty === 'nephrologie';
  const birthDate = bornFor(chance, wish);
  const [birthName, usedName] = namesFor(chance, sex, isEast);
  const hasIns = chance.happens(0.4);
  const relative = chance.happens(0.45) ? chance.pick(BIRTH_NAMES[isEast ? 'east' : 'west']) : '';
  const region = isEast ? 'east' : 'west';
  return {
    key: wish.key,
    birthName,
    usedName,
    givenNames: givenNamesFor(chance, sex, birthDate),
    sex,
    birthDate,
    phone: demoPhone(chance.happens(0.5) ? region : 'mobile', chance.between(1000, 9999)),
    contactName: relative ? `${chance.pick(GIVEN_NAMES.middle[chance.happens(0.6) ? 'F' : 'M'])} ${relative}` : '',
    contactPhone: relative ? demoPhone('mobile', chance.between(1000, 9999)) : '',
    place: placeFor(chance, wish, isEast),
    insMatricule: hasIns
      ? demoMatricule({ sex, birthDate, department: isEast ? '67' : '44', rank: chance.between(1, 999) })
      : '',
    insOid: hasIns ? INS_OIDS.demonstration : '',
  };
}

function bornFor(chance: Chance, { age: [min, max], day }: PatientWish): string {
  const year = Number(day.slice(0, 4)) - chance.between(min, max);
  const month = chance.between(1, 12);
  const dayOfMonth = chance.between(1, 28);
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  // The birthday of the year is not there yet: one year older by the calendar keeps the age in its range.
  return `${monthAndDay > day.slice(5) ? year - 1 : year}-${monthAndDay}`;
}

function namesFor(chance: Chance, sex: 'F' | 'M', isEast: boolean): [birthName: string, usedName: string] {
  const names = BIRTH_NAMES[isEast ? 'east' : 'west'];
  const birthName = chance.pick(names);
  const usedName = sex === 'F' && chance.happens(0.6) ? chance.pick(names) : '';
  return [birthName, usedName === birthName ? '' : usedName];
}

function givenNamesFor(chance: Chance, sex: 'F' | 'M', birthDate: string): string {
  const year = Number(birthDate.slice(0, 4));
  const names = GIVEN_NAMES[year < 1955 ? 'older' : year < 1985 ? 'middle' : 'younger'][sex];
  const first = chance.pick(names);
  const second = chance.pick(names);
  return second !== first && chance.happens(0.7) ? `${first} ${second}` : first;
}

const ACCESS = [
  '',
  '',
  'Sonner deux fois',
  'Boîte à clés à gauche de la porte, code donné par la famille',
  'Deuxième étage sans ascenseur',
  'Maison au fond de la cour',
  'Chien dans le jardin, appeler avant d’entrer',
  'Portail vert, se garer dans l’allée',
];

function placeFor(chance: Chance, wish: PatientWish, isEast: boolean): DemoPatient['place'] {
  const { organisation, place: kind } = wish;
  const isInside = (kind === 'ehpad' && organisation.kind === 'ehpad') || kind === 'hopital' || kind === 'cabinet';
  const commune = isInside ? organisation.commune : nearby(chance, organisation, isEast);
  const mobility =
    kind === 'ehpad'
      ? chance.pick(['aide', 'fauteuil', 'fauteuil', 'alite'] as const)
      : chance.pick(['autonome', 'autonome', 'aide', 'aide', 'fauteuil'] as const);
  return {
    kind,
    communeInsee: commune.insee,
    communeName: commune.name,
    address: isInside
      ? `${organisation.name}, ${organisation.address}`
      : `${chance.between(1, 64)} ${chance.pick(STREETS)}`,
    accessNotes: kind === 'domicile' ? chance.pick(ACCESS) : '',
    mobility,
  };
}

/** One of the five communes nearest to the organisation, most often its own. */
function nearby(chance: Chance, { commune }: DemoOrganisation, isEast: boolean) {
  const near = [...(isEast ? BAS_RHIN : LOIRE_ATLANTIQUE)]
    .map((candidate) => ({
      candidate,
      far: Math.hypot(candidate.lat - commune.lat, (candidate.lng - commune.lng) * 0.68),
    }))
    .sort((first, second) => first.far - second.far)
    .slice(0, 5);
  return chance.weighted(near, ({ far }) => 1 / (0.05 + far)).candidate;
}
