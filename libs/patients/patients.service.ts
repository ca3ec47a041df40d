import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { notFound } from '#contracts';
import { checkMatricule, checkPhone, type IdentifierResult } from '#contracts/identifiers';
import type { IdentityStatus } from '#contracts/patient';
import { isDesk, likePrefix, localTime, searchName } from '#directory';
import type { Member } from '#directory';
import { Audit, blindIndex, Clock, erasedKey, Keyring, keyIdBytes, sealJson, unsealJson, uuidv7 } from '#platform';
import type { Key, Tx } from '#platform';
import { ACCESS_REASON, type AccessReason } from './access-reason.ts';
import { identityStatusOf } from './identity-status.ts';
import type { PatientIdentity, SealedIdentity } from './identity.ts';
import { PatientRow } from './patient.entity.ts';

const place = (id: string) => ({ table: 'patient', column: 'sealed', row: id });

export interface PatientHit {
  id: string;
  birthName: string;
  givenNames: string;
  sex: string;
  birthDate: string;
  communeName: string | null;
}

/** A patient as his requests see him: the key of the file asked for, the identity he is known by. */
export interface OpenedPatient {
  key: Key;
  identity: PatientIdentity;
  status: IdentityStatus;
}

@Injectable()
export class Patients {
  constructor(
    private readonly keyring: Keyring,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(ACCESS_REASON) private readonly access: AccessReason,
  ) {}

  /** By birth date first, then the first letters of a name (RNIV); only those the member has a reason to open. */
  async search(tx: Tx, member: Member, birthDate: string, name: string): Promise<PatientHit[]> {
    const now = this.clock.now();
    const hits: PatientHit[] = await tx.manager.query(SEARCH_PATIENTS, [
      ...[tx.ctx.tenantId, birthDate, likePrefix(name), `% ${likePrefix(name)}`, member.professionalId],
      member.organisations.map((organisation) => organisation.id),
      ...[member.permissions.has('request.read'), isDesk(member)],
      ...[now, localTime(now, member.ess.timezone).date],
    ]);
    const reason = isDesk(member) ? 'desk' : 'organisation';
    await this.audit.line(tx, { action: 'patient.searched', resource: 'list', resourceId: null, reason });
    return hits;
  }

  async create(tx: Tx, identity: PatientIdentity): Promise<{ id: string; key: Key }> {
    const now = this.clock.now();
    const { tenantId } = tx.ctx;
    const id = uuidv7(now);
    const { key, wrapped } = await this.keyring.newPatientKey(tx, id);
    await tx.manager.insert(PatientRow, {
      tenantId,
      id,
      wrappedKey: wrapped,
      erasedAt: null,
      archivedAt: null,
      ...{ insiAt: null, documentKind: null, documentCheckedAt: null, documentCheckedBy: null },
      ...{ mergedInto: null, version: 1 },
      createdAt: now,
      updatedAt: now,
      ...(await this.columns(tx, id, key, identity)),
    });
    return { id, key };
  }

  /**
   * What the requester has just said of a known patient replaces what was known; traits of identity stay, and what a
   * form leaves empty is no news. @returns the file he is known by.
   */
  async update(tx: Tx, id: string, identity: PatientIdentity): Promise<{ id: string; key: Key }> {
    const row = await this.standing(tx, id);
    if (row.erasedAt) throw notFound();
    const key = await this.keyOf(tx, row);
    const known = unsealJson<SealedIdentity>(key, place(row.id), row.sealed);
    const ins = row.insiAt || !identity.insMatricule ? known : identity;
    const columns = await this.columns(tx, row.id, key, {
      ...identity,
      ...{ birthName: row.birthName, givenNames: row.givenNames, sex: row.sex, birthDate: row.birthDate },
      ...{ insMatricule: ins.insMatricule, insOid: ins.insOid },
      birthPlaceInsee: (!row.insiAt && identity.birthPlaceInsee) || known.birthPlaceInsee,
    });
    await this.write(tx, row.id, { ...columns, archivedAt: null });
    return { id: row.id, key };
  }

  /** The organisation now cares for the patient: its members find him by name. */
  async linkOrganisation(tx: Tx, id: string, organisationId: string): Promise<void> {
    await tx.manager.query(
      `insert into patient_organisation (tenant_id, patient_id, organisation_id, since) values ($1, $2, $3, $4) on conflict do nothing`,
      [tx.ctx.tenantId, id, organisationId, this.clock.now()],
    );
  }

  /** @throws not-found when the patient does not exist or the member has no reason to open him. */
  async identity(tx: Tx, member: Member, id: string): Promise<PatientIdentity> {
    const reason = await this.access.toPatient(tx, member, id);
    if (!reason) throw notFound();
    await this.audit.line(tx, { action: 'patient.read', resource: 'patient', resourceId: id, reason });
    return (await this.open(tx, id)).identity;
  }

  /** For services that have already checked the reason. Of an erased patient: nobody, and a key that opens nothing. */
  async open(tx: Tx, id: string): Promise<OpenedPatient> {
    const row = await this.row(tx, id);
    if (row.erasedAt)
      return { key: erasedKey(row.birthName), identity: { ...NOBODY, ...traitsOf(row) }, status: 'PROV' };
    const key = await this.keyOf(tx, row);
    const standing = row.mergedInto ? await this.row(tx, row.mergedInto) : row;
    const identity = await this.identityIn(tx, standing);
    return { key, identity, status: identityStatusOf(standing) };
  }

  /** The file a patient is known by, whole. @throws not-found when there is none, or it is erased. */
  async standing(tx: Tx, id: string): Promise<PatientRow> {
    const row = await this.row(tx, id);
    return row.mergedInto ? this.row(tx, row.mergedInto) : row;
  }

  /** Ids of every file of one person, the one he is known by first. */
  async family(tx: Tx, id: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(FAMILY, [tx.ctx.tenantId, id]);
    return rows.map((row) => row.id);
  }

  /** Two who write at once to what surrounds one patient wait for each other here: the second sees what the first wrote. */
  async hold(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('select 1 from patient where tenant_id = $1 and id = $2 for no key update', [
      ...[tx.ctx.tenantId, id],
    ]);
  }

  /** Keys of several files, by id; of an erased one, a key that opens nothing. */
  async keysOf(tx: Tx, ids: string[]): Promise<Map<string, Key>> {
    const rows = await tx.manager.findBy(PatientRow, { tenantId: tx.ctx.tenantId, id: In(ids) });
    const keys = new Map<string, Key>();
    for (const row of rows) keys.set(row.id, row.erasedAt ? erasedKey(row.birthName) : await this.keyOf(tx, row));
    return keys;
  }

  async identityIn(tx: Tx, row: PatientRow): Promise<PatientIdentity> {
    const sealed = unsealJson<SealedIdentity>(await this.keyOf(tx, row), place(row.id), row.sealed);
    return { ...sealed, ...traitsOf(row) };
  }

  /** Writes an identity whole, over the version that was read. @returns false when somebody else was first. */
  async rewrite(tx: Tx, row: PatientRow, identity: PatientIdentity, facts: Partial<PatientRow>): Promise<boolean> {
    const columns = await this.columns(tx, row.id, await this.keyOf(tx, row), identity);
    const guard = {
      tenantId: row.tenantId,
      id: row.id,
      version: row.version,
      mergedInto: IsNull(),
      erasedAt: IsNull(),
    };
    const changes = { ...columns, ...facts, version: row.version + 1, updatedAt: this.clock.now() };
    return (await tx.manager.update(PatientRow, guard, changes)).affected === 1;
  }

  /** Out of every search; a new request of somebody who has his file at hand takes him out of the archive. */
  async archive(tx: Tx, id: string): Promise<void> {
    for (const each of await this.family(tx, id)) {
      await tx.manager.update(PatientRow, { tenantId: tx.ctx.tenantId, id: each }, { archivedAt: this.clock.now() });
      const reason = 'conservation';
      await this.audit.line(tx, { action: 'patient.archived', resource: 'patient', resourceId: each, reason });
    }
  }

  /**
   * Destroys the patient's key, and with it every text, file and number sealed under it; takes his traits out of the
   * row; the same for each file that is one with his. What points to him stays. For whoever holds the rows and has seen
   * that none of his requests is open.
   */
  async erase(tx: Tx, id: string, timezone: string, reason: 'effacement' | 'conservation'): Promise<void> {
    const now = this.clock.now();
    const day = new Intl.DateTimeFormat('fr-FR', { timeZone: timezone, dateStyle: 'short' }).format(now);
    const none = Buffer.alloc(0);
    for (const each of await this.family(tx, id)) {
      await this.write(tx, each, {
        ...{ wrappedKey: none, sealed: none, insIndex: null, phoneIndex: null },
        ...{ birthName: `Dossier effacé le ${day}`, givenNames: '', sex: 'unknown', birthDate: '1900-01-01' },
        ...{ communeInsee: null, searchName: '', erasedAt: now },
        ...{ insiAt: null, documentKind: null, documentCheckedAt: null, documentCheckedBy: null },
      });
      await tx.manager.query(FORGET_INVITATIONS, [tx.ctx.tenantId, each, now]);
      await tx.manager.query(CLOSE_SPACE, [tx.ctx.tenantId, each, now]);
      await this.audit.line(tx, { action: 'patient.erased', resource: 'patient', resourceId: each, reason });
    }
  }

  /** A batch of a rotation: keys wrapped by the tenant's next key, indexes made with it. @returns how many. */
  async moveToKey(tx: Tx, to: Key, limit: number): Promise<number> {
    const { tenantId } = tx.ctx;
    const rows: Pick<PatientRow, 'id' | 'wrappedKey' | 'sealed'>[] = await tx.manager.query(UNDER_ANOTHER_KEY, [
      tenantId,
      keyIdBytes(to.id),
      limit,
    ]);
    for (const { id, wrappedKey, sealed } of rows) {
      const key = await this.keyring.patientKey(tenantId, id, wrappedKey, tx);
      const moved = await this.keyring.movePatientKey(tx, id, wrappedKey, to);
      const indexes = indexesOf(to, unsealJson<SealedIdentity>(key, place(id), sealed));
      await tx.manager.update(PatientRow, { tenantId, id }, { wrappedKey: moved, ...indexes });
    }
    return rows.length;
  }

  keyFrom(tenantId: string, patientId: string, wrapped: Buffer): Promise<Key> {
    return this.keyring.patientKey(tenantId, patientId, wrapped);
  }

  private async write(tx: Tx, id: string, changes: Partial<PatientRow>): Promise<void> {
    await tx.manager.update(
      PatientRow,
      { tenantId: tx.ctx.tenantId, id },
      { ...changes, updatedAt: this.clock.now(), version: () => 'version + 1' },
    );
  }

  private keyOf(tx: Tx, row: PatientRow): Promise<Key> {
    return this.keyring.patientKey(row.tenantId, row.id, row.wrappedKey, tx);
  }

  private async row(tx: Tx, id: string): Promise<PatientRow> {
    const row = await tx.manager.findOneBy(PatientRow, { tenantId: tx.ctx.tenantId, id });
    if (!row) throw notFound();
    return row;
  }

  private async columns(tx: Tx, id: string, key: Key, identity: PatientIdentity) {
    const { birthName, givenNames, sex, birthDate, communeInsee, ...sealed } = identity;
    return {
      birthName,
      givenNames,
      sex,
      birthDate,
      communeInsee: communeInsee || null,
      searchName: searchName(birthName, identity.usedName, givenNames),
      ...indexesOf(await this.keyring.writingKey(tx), sealed),
      sealed: sealJson(key, place(id), sealed),
    };
  }
}

const traitsOf = ({ birthName, givenNames, sex, birthDate, communeInsee }: PatientRow) => ({
  ...{ birthName, givenNames, sex, birthDate },
  communeInsee: communeInsee ?? '',
});

/** What is left of who was erased. */
const NOBODY: SealedIdentity = {
  ...{ usedName: '', birthPlaceInsee: '', phone: '', insMatricule: '', insOid: '', contactName: '', contactPhone: '' },
  ...{ language: '', place: null, address: '', accessNotes: '', mobility: null },
};

/** However it was written, one number has one index. */
const bare = (checked: IdentifierResult, typed: string): string => (checked.ok ? checked.value : typed);

const indexesOf = (tenantKey: Key, { insMatricule, phone }: SealedIdentity) => ({
  insIndex: insMatricule ? blindIndex(tenantKey, 'ins', bare(checkMatricule(insMatricule), insMatricule)) : null,
  phoneIndex: phone ? blindIndex(tenantKey, 'phone', bare(checkPhone(phone), phone)) : null,
});

/** The address he was invited at goes with him; what was not used is dead. */
const FORGET_INVITATIONS = `
  update invitation set email = 'efface', revoked_at = coalesce(revoked_at, $3) where tenant_id = $1 and patient_id = $2`;

/** His space opens no more. The account itself may open a space of another team: it is not this team's to destroy. */
const CLOSE_SPACE = `
  update patient_account set ended_at = coalesce(ended_at, $3) where tenant_id = $1 and patient_id = $2`;

const UNDER_ANOTHER_KEY = `
  select id, wrapped_key as "wrappedKey", sealed from patient
   where tenant_id = $1 and length(wrapped_key) > 0 and substring(wrapped_key from 2 for 16) <> $2
   order by id limit $3 for update`;

const FAMILY = `
  select p.id from patient p
   where p.tenant_id = $1 and p.id = any((select patient_family($1, $2))::uuid[])
   order by p.merged_into nulls first, p.id`;

/**
 * A name or a date of any of his files finds him; what opens only by exception is not found here. The reason is asked
 * of those found alone: asked of everybody, it would tell by its time that somebody out of reach was found.
 */
const SEARCH_PATIENTS = `
  with found as materialized (
    select p.id, p.birth_name, p.given_names, p.sex, p.birth_date, p.commune_insee
      from patient p
     where p.tenant_id = $1 and p.erased_at is null and p.archived_at is null
       and p.id in (
         select coalesce(q.merged_into, q.id) from patient q
          where q.tenant_id = $1 and q.birth_date = $2::date and q.erased_at is null
            and (q.search_name like $3 or q.search_name like $4)))
  select p.id, p.birth_name as "birthName", p.given_names as "givenNames", p.sex, p.birth_date::text as "birthDate", c.name as "communeName"
    from found p left join commune c on c.insee_code = p.commune_insee
   where patient_reason($1, p.id, $5, $6, $7, $8, $9, $10) <> 'exceptional'
   order by p.birth_name, p.given_names
   limit 10`;
