import { hashPassword } from '#accounts';
import { MEMBER_ROLE_LABELS } from '#contracts/enums';
import type { Specialty } from '#contracts/enums';
import { protocolFor } from '#protocol';
import { shiftDay } from './data/calendar.ts';
import { DEMO_COMMUNES } from './data/communes.ts';
import { DEMO_ESS } from './data/ess.ts';
import { DEMO_ORGANISATIONS } from './data/organisations.ts';
import { DEMO_PEOPLE } from './data/people.ts';
import { DEMO_TEAMS, nursesOf } from './data/teams.ts';
import type { DemoEss, DemoPerson } from './data/types.ts';
import type { Stage } from './stage.ts';

/** Opens both teams with their people, organisations and accounts, at the moment the clock shows. */
export async function openTeams(stage: Stage, startsOn: string): Promise<void> {
  await stage.setup.addCommunes(
    DEMO_COMMUNES.map(({ insee, name, lat, lng }) => ({ inseeCode: insee, name, lat, lng })),
  );
  const tenants = new Map<string, string>();
  for (const ess of DEMO_ESS) tenants.set(ess.slug, await openEss(stage, ess));
  const organisations = new Map<string, string>();
  for (const { key, kind, name, commune, address, phone } of DEMO_ORGANISATIONS) {
    organisations.set(
      key,
      await stage.setup.createOrganisation({ kind, name, communeInsee: commune.insee, address, phone }),
    );
  }
  const hashes = await hashOnce(DEMO_PEOPLE.map((person) => person.password));
  const ids = new Map<string, string>();
  for (const person of DEMO_PEOPLE) {
    const professionalId = await stage.setup.createProfessional({
      civility: person.title,
      familyName: person.lastName,
      givenName: person.firstName,
      profession: tradeOf(person),
      rpps: person.rpps,
      phone: person.phone,
      email: person.email,
    });
    for (const role of person.roles) {
      await stage.setup.addMembership(tenants.get(person.essSlug) ?? '', {
        professionalId,
        role,
        requesterRole: person.requesterRole ?? null,
        organisationId: organisations.get(person.organisationKey ?? '') ?? null,
        startsOn,
        endsOn: person.forDays ? shiftDay(startsOn, person.forDays) : null,
        delegateOf: person.delegateOf ? (ids.get(person.delegateOf) ?? null) : null,
      });
    }
    await stage.accounts.createHashed(professionalId, person.email, hashes.get(person.password) ?? '');
    ids.set(person.email, professionalId);
  }
  await openMobileTeams(stage, tenants, ids);
}

async function openMobileTeams(
  { teams }: Stage,
  tenants: Map<string, string>,
  ids: Map<string, string>,
): Promise<void> {
  for (const team of DEMO_TEAMS) {
    const { name, colour, equipment, start, shiftFrom, shiftTo } = team;
    const memberIds = nursesOf(team).flatMap((email) => ids.get(email) ?? []);
    const tenantId = tenants.get(team.essSlug) ?? '';
    await teams.create(tenantId, { name, colour, equipment, start, shiftFrom, shiftTo, memberIds });
  }
}

async function openEss({ setup, clock }: Stage, ess: DemoEss): Promise<string> {
  const { slug, name, specialty, region, triageMode, timeZone: timezone, phone, hours, page: publicPage } = ess;
  const protocol = protocolFor(specialty);
  const protocolSignature =
    triageMode === 'protocol'
      ? {
          protocol: protocol.id,
          version: protocol.version,
          signedBy: 'Dr Anne Kerviel (démonstration)',
          signedAt: clock.now().toISOString(),
          demonstration: true,
        }
      : null;
  const row = await setup.createEss({
    slug,
    name,
    specialty,
    region,
    triageMode,
    timezone,
    phone,
    hours,
    publicPage,
    protocolSignature,
    delegatedMoves: ess.delegatedMoves,
    seatInsee: ess.seat.insee,
  });
  return row.id;
}

/** Five passwords for a hundred accounts: each is hashed once. */
async function hashOnce(passwords: readonly string[]): Promise<Map<string, string>> {
  const different = [...new Set(passwords)];
  const hashes = await Promise.all(different.map((password) => hashPassword(password)));
  return new Map(different.map((password, rank) => [password, hashes[rank] ?? '']));
}

const SPECIALIST_TRADES: Partial<Record<Specialty, string>> = {
  cardiologie: 'Cardiologue',
  nephrologie: 'Néphrologue',
};

function tradeOf(person: DemoPerson): string {
  if (person.requesterRole) return person.requesterRole;
  const [role] = person.roles;
  const specialty = DEMO_ESS.find((ess) => ess.slug === person.essSlug)?.specialty;
  if (role === 'specialist' && specialty) return SPECIALIST_TRADES[specialty] ?? MEMBER_ROLE_LABELS.specialist;
  return role ? MEMBER_ROLE_LABELS[role] : '';
}
