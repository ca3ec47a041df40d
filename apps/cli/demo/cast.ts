import { permissionsOf } from '#contracts';
import type { EssRow, Member } from '#directory';
import { displayName, OnCallRow, OrganisationRow, ProfessionalRow } from '#directory';
import { momentOf, localDay, shiftDay } from './data/calendar.ts';
import { DEMO_ESS } from './data/ess.ts';
import { DEMO_ORGANISATIONS } from './data/organisations.ts';
import { onCallOf } from './data/story.ts';
import type { DemoPerson } from './data/types.ts';
import type { Stage } from './stage.ts';

/** The people of the demonstration as the services know them. */
export class Cast {
  private readonly ess: Map<string, EssRow>;
  private readonly professionals: Map<string, string>;
  private readonly organisations: Map<string, string>;

  private readonly teams: Map<string, string>;

  private constructor(
    ess: EssRow[],
    professionals: ProfessionalRow[],
    organisations: OrganisationRow[],
    teams: Map<string, string>,
  ) {
    this.teams = teams;
    this.ess = new Map(ess.map((row) => [row.slug, row]));
    this.professionals = new Map(professionals.map((row) => [row.email ?? '', row.id]));
    this.organisations = new Map(organisations.map((row) => [row.name, row.id]));
  }

  static async load({ database, directory }: Stage): Promise<Cast> {
    const ess = await Promise.all(DEMO_ESS.map(({ slug }) => directory.ess(slug)));
    const professionals = await database.global((manager) => manager.find(ProfessionalRow));
    const organisations = await database.global((manager) => manager.find(OrganisationRow));
    const teams = new Map<string, string>();
    for (const { id: tenantId, slug } of ess) {
      const rows: { id: string; name: string }[] = await database.tx({ tenantId, userId: null }, (tx) =>
        tx.manager.query('select id, name from team where tenant_id = $1', [tenantId]),
      );
      for (const { id, name } of rows) teams.set(`${slug}/${name}`, id);
    }
    return new Cast(ess, professionals, organisations, teams);
  }

  hasPerson = (email: string): boolean => this.professionals.has(email);
  hasOrganisation = (name: string): boolean => this.organisations.has(name);
  hasTeam = (essSlug: string, name: string): boolean => this.teams.has(`${essSlug}/${name}`);

  essOf(slug: string): EssRow {
    return found(this.ess.get(slug), slug);
  }

  professionalId(email: string): string {
    return found(this.professionals.get(email), email);
  }

  teamId(essSlug: string, name: string): string {
    return found(this.teams.get(`${essSlug}/${name}`), name);
  }

  organisationId(person: DemoPerson): string {
    const organisation = DEMO_ORGANISATIONS.find(({ key }) => key === person.organisationKey);
    return found(this.organisations.get(organisation?.name ?? ''), person.email);
  }

  /** The person as a service receives him once signed in. */
  member(person: DemoPerson): Member {
    const ess = this.essOf(person.essSlug);
    const professionalId = this.professionalId(person.email);
    const organisation = DEMO_ORGANISATIONS.find(({ key }) => key === person.organisationKey);
    return {
      ess,
      ctx: { tenantId: ess.id, userId: professionalId },
      professionalId,
      displayName: nameOf(person),
      roles: person.roles,
      requesterRole: person.requesterRole ?? null,
      organisations: organisation
        ? [{ id: this.organisationId(person), name: organisation.name, kind: organisation.kind }]
        : [],
      delegateOf: null,
      permissions: permissionsOf(person.roles),
    };
  }
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`the demonstration has lost ${key}`);
  return value;
}

export const nameOf = ({ title, firstName, lastName }: DemoPerson): string =>
  displayName({ civility: title, givenName: firstName, familyName: lastName });

const ROSTER_AHEAD_DAYS = 60;

/** One specialist a day, in turn, from the end of the known roster to two months after `now`. */
export async function extendRoster({ database, setup }: Stage, cast: Cast, from: string, now: Date): Promise<void> {
  const last = shiftDay(localDay(now), ROSTER_AHEAD_DAYS);
  for (const ess of DEMO_ESS) {
    const tenantId = cast.essOf(ess.slug).id;
    const [latest] = await database.tx({ tenantId, userId: null }, (tx) =>
      tx.manager.find(OnCallRow, { where: { tenantId }, order: { endsAt: 'DESC' }, take: 1 }),
    );
    const periods = [];
    for (let day = latest ? localDay(latest.endsAt) : from; day <= last; day = shiftDay(day, 1)) {
      const startsAt = momentOf(day, 0);
      const professionalId = cast.professionalId(onCallOf(ess, momentOf(day, 12 * 60)).email);
      periods.push({ professionalId, startsAt, endsAt: momentOf(shiftDay(day, 1), 0) });
    }
    if (periods.length > 0) await setup.planOnCall(tenantId, periods);
  }
}
