import type { Equipment } from '#contracts/care';
import { communeNamed } from './communes.ts';
import { CARDIO_ESTUAIRE, NEPHRO_RHIN } from './ess.ts';
import { DEMO_PEOPLE, demoEmail } from './people.ts';
import type { DemoEss } from './types.ts';

export interface DemoTeam {
  /** Stable key, unique over both services. */
  key: string;
  essSlug: string;
  /** As its nurses have it. */
  name: string;
  colour: number;
  equipment: Equipment[];
  start: { label: string; lat: number; lng: number };
  /** Minutes of the local day. */
  shiftFrom: number;
  shiftTo: number;
  /** Who plans its days. */
  coordinator: string;
}

const at = (label: string, town: string) => {
  const { lat, lng } = communeNamed(town);
  return { label: `${label}, ${town}`, lat, lng };
};

const GAELLE = demoEmail('Gaëlle', 'Bouvier');
const JULIE = demoEmail('Julie', 'Heitz');

/** One from early morning, one until the evening: whatever the hour, somebody is on the road. */
export const DEMO_TEAMS: readonly DemoTeam[] = [
  {
    key: 'A',
    essSlug: CARDIO_ESTUAIRE.slug,
    name: 'Équipe mobile A',
    colour: 0,
    equipment: ['ecg', 'echo'],
    start: at('Maison de santé', 'Savenay'),
    shiftFrom: 8 * 60,
    shiftTo: 16 * 60 + 30,
    coordinator: GAELLE,
  },
  {
    key: 'B',
    essSlug: CARDIO_ESTUAIRE.slug,
    name: 'Équipe mobile B',
    colour: 1,
    equipment: ['ecg'],
    start: at('Cabinet infirmier', 'Pornic'),
    shiftFrom: 10 * 60,
    shiftTo: 18 * 60 + 30,
    coordinator: GAELLE,
  },
  {
    key: 'R',
    essSlug: NEPHRO_RHIN.slug,
    name: 'Équipe mobile du Rhin',
    colour: 0,
    equipment: ['biologie'],
    start: at('Maison de santé', 'Haguenau'),
    shiftFrom: 8 * 60 + 30,
    shiftTo: 16 * 60 + 30,
    coordinator: JULIE,
  },
];

export function teamOf(key: string): DemoTeam {
  const team = DEMO_TEAMS.find((candidate) => candidate.key === key);
  if (!team) throw new Error(`no team ${key}`);
  return team;
}

export const teamsOf = (ess: DemoEss): DemoTeam[] => DEMO_TEAMS.filter((team) => team.essSlug === ess.slug);

/** Its nurses, the one who drives most days first. */
export const nursesOf = (team: DemoTeam): string[] =>
  DEMO_PEOPLE.filter((person) => person.essSlug === team.essSlug && person.team === team.name).map(
    ({ email }) => email,
  );
