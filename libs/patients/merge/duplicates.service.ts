import { Injectable } from '@nestjs/common';
import type { DuplicateReason } from '#contracts/patient';
import { isDesk, localTime } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database, ofWholeTables } from '#platform';
import { patientInvalid, PatientDoor } from '../patient-door.service.ts';
import { nearNames } from './near-names.ts';

/** One of two files that may be one person's. */
export interface Twin {
  id: string;
  birthName: string;
  givenNames: string;
  searchName: string;
  sex: string;
  birthDate: string;
  communeName: string | null;
  createdAt: string;
  insiAt: string | null;
  documentCheckedAt: string | null;
  version: number;
}

export interface TwinPair {
  one: Twin;
  other: Twin;
  why: DuplicateReason[];
}

interface Candidate {
  one: Twin;
  other: Twin;
  sameBirth: boolean;
  sameIns: boolean;
  samePhone: boolean;
}

const MOST_CANDIDATES = 2000;
const MOST_PAIRS = 100;

/**
 * Files that may be one person's: the same INS; the same birth date and near names; the same phone beside one of the two.
 * A phone alone says nothing: an EHPAD has one for all.
 */
@Injectable()
export class Duplicates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly door: PatientDoor,
  ) {}

  /** Only pairs of which the member may open both. */
  list(member: Member): Promise<TwinPair[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const now = this.clock.now();
      const candidates = await ofWholeTables<Candidate>(tx, CANDIDATES, [
        ...[tx.ctx.tenantId, member.professionalId, member.organisations.map((organisation) => organisation.id)],
        ...[member.permissions.has('request.read'), isDesk(member), now, localTime(now, member.ess.timezone).date],
      ]);
      await this.audit.line(tx, {
        ...{ action: 'patient.duplicates-listed', resource: 'list', resourceId: null },
        reason: isDesk(member) ? 'desk' : 'organisation',
      });
      const pairs = candidates.map(({ one, other, ...same }) => ({ one, other, why: whyTwins(one, other, same) }));
      return pairs.filter(({ why }) => why.length > 0).slice(0, MOST_PAIRS);
    });
  }

  /** « Ce sont deux personnes »: remembered, the pair is not shown again. */
  distinct(member: Member, a: string, b: string): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const one = await this.door.toWrite(tx, member, a);
      const other = await this.door.toWrite(tx, member, b);
      if (one.row.id === other.row.id) throw patientInvalid('b', 'Choisissez deux dossiers.');
      await tx.manager.query(
        `insert into patient_distinct (tenant_id, patient_id, other_id, at, by_id)
         values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5) on conflict do nothing`,
        [tx.ctx.tenantId, one.row.id, other.row.id, this.clock.now(), member.professionalId],
      );
    });
  }
}

function whyTwins(one: Twin, other: Twin, same: Omit<Candidate, 'one' | 'other'>): DuplicateReason[] {
  const near = nearNames(one, other);
  const why: DuplicateReason[] = [];
  if (same.sameIns) why.push('ins');
  if (same.sameBirth && near) why.push('birth_and_name');
  if (same.samePhone && (near || same.sameBirth)) why.push('phone');
  return why;
}

const twin = (alias: string, commune: string): string => `
  json_build_object('id', ${alias}.id, 'birthName', ${alias}.birth_name, 'givenNames', ${alias}.given_names,
    'searchName', ${alias}.search_name, 'sex', ${alias}.sex, 'birthDate', ${alias}.birth_date::text,
    'communeName', ${commune}.name, 'createdAt', ${alias}.created_at, 'insiAt', ${alias}.insi_at,
    'documentCheckedAt', ${alias}.document_checked_at, 'version', ${alias}.version)`;

/**
 * Couples of files that stand by themselves, with a clue in common; names are compared after. Of one birth date, those
 * with no word in common are left out here, so that a territory of 100,000 people is walked in one go. The reason is asked of couples
 * alone: it costs more than all the rest.
 */
const CANDIDATES = `
  with standing as (
    select * from patient where tenant_id = $1 and merged_into is null and erased_at is null and archived_at is null),
  clues as materialized (
    select a.id as one, b.id as other from standing a join standing b on a.birth_date = b.birth_date and a.id < b.id
     where string_to_array(a.search_name, ' ') && string_to_array(b.search_name, ' ') or a.phone_index = b.phone_index
    union
    select a.id, b.id from standing a join standing b on a.ins_index = b.ins_index and a.id < b.id
    union
    select a.id, b.id from standing a join standing b on a.phone_index = b.phone_index and a.id < b.id
     where string_to_array(a.search_name, ' ') && string_to_array(b.search_name, ' '))
  select ${twin('a', 'ca')} as one, ${twin('b', 'cb')} as other, a.birth_date = b.birth_date as "sameBirth",
         coalesce(a.ins_index = b.ins_index, false) as "sameIns", coalesce(a.phone_index = b.phone_index, false) as "samePhone"
    from clues k
    join standing a on a.id = k.one
    join standing b on b.id = k.other
    left join commune ca on ca.insee_code = a.commune_insee
    left join commune cb on cb.insee_code = b.commune_insee
   where not exists (select 1 from patient_distinct d
                      where d.tenant_id = $1 and d.patient_id = least(a.id, b.id) and d.other_id = greatest(a.id, b.id))
     and patient_reason($1, k.one, $2, $3, $4, $5, $6, $7) <> 'exceptional'
     and patient_reason($1, k.other, $2, $3, $4, $5, $6, $7) <> 'exceptional'
   order by coalesce(a.ins_index = b.ins_index, false) desc, b.created_at desc, a.id
   limit ${MOST_CANDIDATES}`;
