import { randomUUID } from 'node:crypto';
import { permissionsOf } from '#contracts';
import { MEMBER_ROLES, type MemberRole } from '#contracts/enums';
import type { Person } from '../support/territory.ts';
import type { World } from '../support/world.ts';
import type { Gate } from './gates.ts';

/** Roles that the territory already fills, by name. */
const SETTLED = {
  requester: 'gp',
  secretary: 'secretary',
  case_manager: 'caseManager',
  specialist: 'specialist',
  medical_lead: 'medicalLead',
  coordinator: 'coordinator',
  mobile_nurse: 'mobileNurse',
} as const satisfies Partial<Record<MemberRole, string>>;

/** People of the other team who join this one, each for one of the roles nobody holds. */
const JOINING = ['colleague', 'stranger', 'caseManager', 'medicalLead', 'coordinator', 'secondSpecialist'] as const;

/** One person of the team for every role there is. */
export async function onePerRole(world: World): Promise<Map<MemberRole, Person>> {
  const { cardio, nephro } = world;
  const spare = JOINING.map((who) => nephro[who]);
  const found = new Map<MemberRole, Person>();
  for (const role of MEMBER_ROLES) {
    const settled = SETTLED[role as keyof typeof SETTLED];
    const person = settled ? cardio[settled] : spare.shift();
    if (!person) throw new Error(`nobody is left to be ${role}`);
    if (!settled) await join(world, person, role);
    found.set(role, person);
  }
  return found;
}

async function join(world: World, person: Person, role: MemberRole): Promise<void> {
  const { cardio } = world;
  const delegates = role === 'delegate';
  await world.sql(
    `insert into membership (tenant_id, id, professional_id, role, requester_role, organisation_id, delegate_of, starts_on, ends_on)
     values ($1, $2, $3, $4, $5, $6, $7, '2020-01-01', '2039-12-31')`,
    [
      ...[cardio.id, randomUUID(), person.id, role, delegates ? 'medecin_traitant' : null],
      ...[delegates ? cardio.practiceId : null, delegates ? cardio.gp.id : null],
    ],
  );
}

export const holds = (role: MemberRole, gate: Gate): boolean =>
  [...permissionsOf([role])].some((permission) => permission === gate);
