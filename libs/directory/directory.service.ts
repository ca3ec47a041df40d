import { Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
import { Database } from '#platform';
import type { Tx } from '#platform';
import { EssRow } from './ess.entity.ts';
import { CommuneRow, displayName, OrganisationRow, ProfessionalRow } from './people.entity.ts';
import { likePrefix, searchName } from './search-name.ts';

const MOST_HITS = 10;

export interface Person {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  profession: string;
}

export interface ProfessionalHit {
  id: string;
  displayName: string;
  profession: string;
  rpps: string | null;
  phone: string | null;
  organisations: { id: string; name: string; kind: string; communeName: string | null }[];
}

/** ESS, professionals, organisations, communes: the public side of who is who. */
@Injectable()
export class Directory {
  private readonly bySlug = new Map<string, EssRow>();

  constructor(private readonly database: Database) {}

  async ess(slug: string): Promise<EssRow> {
    const known = this.bySlug.get(slug);
    if (known) return known;
    const row = await this.database.global((manager) => manager.findOneBy(EssRow, { slug }));
    if (!row) throw notFound();
    this.bySlug.set(slug, row);
    return row;
  }

  async essById(id: string): Promise<EssRow> {
    for (const row of this.bySlug.values()) if (row.id === id) return row;
    const row = await this.database.global((manager) => manager.findOneBy(EssRow, { id }));
    if (!row) throw notFound();
    this.bySlug.set(row.slug, row);
    return row;
  }

  /** Its settings have changed: they are read again at the next request. */
  forget(id: string): void {
    for (const [slug, row] of this.bySlug) if (row.id === id) this.bySlug.delete(slug);
  }

  allEss(): Promise<EssRow[]> {
    return this.database.global((manager) => manager.find(EssRow, { order: { name: 'ASC' } }));
  }

  async communes(typed: string): Promise<{ inseeCode: string; name: string }[]> {
    if (searchName(typed).length < 2) return [];
    return this.database.global((manager) =>
      manager.query(
        `select insee_code as "inseeCode", name from commune where search_name like $1 or insee_code like $1 order by name limit ${MOST_HITS}`,
        [likePrefix(typed)],
      ),
    );
  }

  commune(tx: Tx, inseeCode: string): Promise<CommuneRow | null> {
    return tx.manager.findOneBy(CommuneRow, { inseeCode });
  }

  async person(tx: Tx, id: string): Promise<Person> {
    const row = await tx.manager.findOneBy(ProfessionalRow, { id });
    if (!row) throw notFound();
    return { id, name: displayName(row), email: row.email, phone: row.phone, profession: row.profession };
  }

  async organisationName(tx: Tx, id: string): Promise<string> {
    return (await tx.manager.findOneBy(OrganisationRow, { id }))?.name ?? '';
  }

  /** Names of several people at once, by id. */
  async names(tx: Tx, ids: Iterable<string | null>): Promise<Map<string, string>> {
    const wanted = [...new Set([...ids].filter((id): id is string => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows: ProfessionalRow[] = await tx.manager.query(
      `select id, civility, given_name as "givenName", family_name as "familyName" from professional where id = any($1)`,
      [wanted],
    );
    return new Map(rows.map((row) => [row.id, displayName(row)]));
  }

  /** Professionals of this ESS by name, phone or RPPS: for the caller, and for the treating doctor. */
  async searchProfessionals(tx: Tx, typed: string): Promise<ProfessionalHit[]> {
    const digits = typed.replace(/\D/g, '');
    const name = searchName(typed);
    if (name.length < 2 && digits.length < 4) return [];
    return tx.manager.query(SEARCH_PROFESSIONALS, [
      `${name}%`,
      `% ${name}%`,
      digits.length >= 4 ? `%${digits.replace(/^0/, '')}%` : null,
      digits.length === 11 ? digits : null,
    ]);
  }
}

const SEARCH_PROFESSIONALS = `
  select p.id,
         trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as "displayName",
         p.profession, p.rpps, p.phone,
         coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'communeName', c.name) order by o.name)
                  filter (where o.id is not null), '[]') as organisations
    from professional p
    join membership m on m.professional_id = p.id and m.tenant_id = (select app_tenant()) and m.role = 'requester'
                     and m.suspended_at is null and m.ended_at is null
    left join organisation o on o.id = m.organisation_id
    left join commune c on c.insee_code = o.commune_insee
   where ($1 <> '%' and (p.search_name like $1 or p.search_name like $2))
      or ($3::text is not null and (p.phone like $3 or o.phone like $3))
      or p.rpps = $4
   group by p.id
   order by p.family_name, p.given_name
   limit ${MOST_HITS}`;
