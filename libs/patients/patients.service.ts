import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
import { isDesk, likePrefix, searchName } from '#directory';
import type { Member } from '#directory';
import { Audit, blindIndex, Clock, erasedKey, Keyring, keyIdBytes, sealJson, unsealJson, uuidv7 } from '#platform';
import type { Key, Tx } from '#platform';
import { ACCESS_REASON, type AccessReason } from './access-reason.ts';
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

@Injectable()
export class Patients {
  constructor(
    private readonly keyring: Keyring,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(ACCESS_REASON) private readonly access: AccessReason,
  ) {}

  /** By birth date first, then the first letters of a name (RNIV); a requester searches the patients of his organisations only. */
  async search(tx: Tx, member: Member, birthDate: string, name: string): Promise<PatientHit[]> {
    const reach = isDesk(member) ? null : member.organisations.map((organisation) => organisation.id);
    const hits: PatientHit[] = await tx.manager.query(SEARCH_PATIENTS, [
      birthDate,
      likePrefix(name),
      `% ${likePrefix(name)}`,
      reach,
    ]);
    await this.audit.line(tx, {
      action: 'patient.searched',
      resource: 'list',
      resourceId: null,
      reason: reach ? 'organisation' : 'desk',
    });
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
      createdAt: now,
      updatedAt: now,
      ...(await this.columns(tx, id, key, identity)),
    });
    return { id, key };
  }

  /** What the requester has just said of a known patient replaces what was known; traits of identity stay. */
  async update(tx: Tx, id: string, identity: PatientIdentity): Promise<Key> {
    const row = await this.row(tx, id);
    if (row.erasedAt) throw notFound();
    const key = await this.keyOf(tx, row);
    const known = {
      ...identity,
      birthName: row.birthName,
      givenNames: row.givenNames,
      sex: row.sex,
      birthDate: row.birthDate,
    };
    const columns = await this.columns(tx, id, key, known);
    await tx.manager.update(
      PatientRow,
      { tenantId: tx.ctx.tenantId, id },
      { ...columns, archivedAt: null, updatedAt: this.clock.now() },
    );
    return key;
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
  async open(tx: Tx, id: string): Promise<{ identity: PatientIdentity; key: Key }> {
    const row = await this.row(tx, id);
    if (row.erasedAt) return { key: erasedKey(row.birthName), identity: { ...NOBODY, ...traitsOf(row) } };
    const key = await this.keyOf(tx, row);
    const sealed = unsealJson<SealedIdentity>(key, place(id), row.sealed);
    return { key, identity: { ...sealed, ...traitsOf(row) } };
  }

  /** Out of every search; a new request of somebody who has his file at hand takes him out of the archive. */
  async archive(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(PatientRow, { tenantId: tx.ctx.tenantId, id }, { archivedAt: this.clock.now() });
    const reason = 'conservation';
    await this.audit.line(tx, { action: 'patient.archived', resource: 'patient', resourceId: id, reason });
  }

  /**
   * Destroys the patient's key, and with it every text, file and number sealed under it; takes his traits out of the
   * row. What points to him stays. For whoever holds the row and has seen that none of his requests is open.
   */
  async erase(tx: Tx, id: string, timezone: string, reason: 'effacement' | 'conservation'): Promise<void> {
    const now = this.clock.now();
    const day = new Intl.DateTimeFormat('fr-FR', { timeZone: timezone, dateStyle: 'short' }).format(now);
    const none = Buffer.alloc(0);
    await tx.manager.update(
      PatientRow,
      { tenantId: tx.ctx.tenantId, id },
      {
        ...{ wrappedKey: none, sealed: none, insIndex: null, phoneIndex: null },
        ...{ birthName: `Dossier effacé le ${day}`, givenNames: '', sex: 'unknown', birthDate: '1900-01-01' },
        ...{ communeInsee: null, searchName: '', erasedAt: now, updatedAt: now },
      },
    );
    await this.audit.line(tx, { action: 'patient.erased', resource: 'patient', resourceId: id, reason });
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

const indexesOf = (tenantKey: Key, { insMatricule, phone }: SealedIdentity) => ({
  insIndex: insMatricule ? blindIndex(tenantKey, 'ins', insMatricule) : null,
  phoneIndex: phone ? blindIndex(tenantKey, 'phone', phone) : null,
});

const UNDER_ANOTHER_KEY = `
  select id, wrapped_key as "wrappedKey", sealed from patient
   where tenant_id = $1 and length(wrapped_key) > 0 and substring(wrapped_key from 2 for 16) <> $2
   order by id limit $3 for update`;

const SEARCH_PATIENTS = `
  select p.id, p.birth_name as "birthName", p.given_names as "givenNames", p.sex, p.birth_date::text as "birthDate", c.name as "communeName"
    from patient p left join commune c on c.insee_code = p.commune_insee
   where p.birth_date = $1::date and p.erased_at is null and p.archived_at is null
     and (p.search_name like $2 or p.search_name like $3)
     and ($4::uuid[] is null or exists (
       select 1 from patient_organisation o where o.tenant_id = p.tenant_id and o.patient_id = p.id and o.organisation_id = any($4)))
   order by p.birth_name, p.given_names
   limit 10`;
