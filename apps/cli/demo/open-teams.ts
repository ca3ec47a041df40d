import { hashPassword } from '#accounts';
import { MEMBER_ROLE_LABELS } from '#contracts/enums';
import type { Specialty } from '#contracts/enums';
import { protocolFor } from '#protocol';
import { Cast } from './cast.ts';
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
  for (const ess of DEMO_ESS) await openEss(stage, ess);
  await openMissing(stage, startsOn);
}

/** Whoever is not there yet: everybody at first; in a folder told by an earlier edition, those that came since. */
export async function openMissing(stage: Stage, startsOn: string): Promise<Cast> {
  await addOrganisations(stage, await Cast.load(stage));
  await addPeople(stage, await Cast.load(stage), startsOn);
  await addMobileTeams(stage, await Cast.load(stage));
  return Cast.load(stage);
}

async function addOrganisations({ setup }: Stage, cast: Cast): Promise<void> {
  for (const { kind, name, commune, address, phone } of DEMO_ORGANISATIONS) {
    if (!cast.hasOrganisation(name))
      await setup.createOrganisation({ kind, name, communeInsee: commune.insee, address, phone });
  }
}

async function addPeople(stage: Stage, cast: Cast, startsOn: string): Promise<void> {
  const missing = DEMO_PEOPLE.filter(({ email }) => !cast.hasPerson(email));
  const hashes = await hashOnce(missing.map((person) => person.password));
  const ids = new Map<string, string>();
  const idOf = (email: string) => ids.get(email) ?? cast.professionalId(email);
  for (const person of missing) {
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
      await stage.setup.addMembership(cast.essOf(person.essSlug).id, {
        professionalId,
        role,
        requesterRole: person.requesterRole ?? null,
        organisationId: person.organisationKey ? cast.organisationId(person) : null,
        startsOn,
        endsOn: person.forDays ? shiftDay(startsOn, person.forDays) : null,
        delegateOf: person.delegateOf ? idOf(person.delegateOf) : null,
      });
    }
    await stage.accounts.createHashed(professionalId, person.email, hashes.get(person.password) ?? '');
    ids.set(person.email, professionalId);
  }
}

async function addMobileTeams({ teams }: Stage, cast: Cast): Promise<void> {
  for (const team of DEMO_TEAMS) {
    const { essSlug, name, colour, equipment, start, shiftFrom, shiftTo } = team;
    if (cast.hasTeam(essSlug, name)) continue;
    const memberIds = nursesOf(team).map((email) => cast.professionalId(email));
    await teams.create(cast.essOf(essSlug).id, { name, colour, equipment, start, shiftFrom, shiftTo, memberIds });
  }
}

async function openEss({ setup, clock }: Stage, ess: DemoEss): Promise<void> {
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
  await setup.createEss({
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
