import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { checkInsOid, checkMatricule, type DataKind } from '#contracts/identifiers';
import { localTime } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, CONFIG, type Config, Database, type Tx } from '#platform';
import { type PatientIdentity, sameStrictTraits } from '../identity.ts';
import type { InsFound } from '../ins-lookup.ts';
import type { PatientRow } from '../patient.entity.ts';
import { PatientDoor, tellChanged } from '../patient-door.service.ts';
import { Patients } from '../patients.service.ts';
import { checkTraits, type TypedTraits } from './check-traits.ts';
import type { DocumentDto, TraitsDto } from './identity.dto.ts';
import { PatientHistory } from './patient-history.service.ts';

/** Traits corrected, a paper checked, an INS retrieved: each over the version that was read, each kept in the history. */
@Injectable()
export class Identities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly patients: Patients,
    private readonly door: PatientDoor,
    private readonly history: PatientHistory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A strict trait that changes takes the INS away: it was bound to the others (RNIV). The history keeps it, sealed. */
  correct(member: Member, patientId: string, { version, ...typed }: TraitsDto): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason } = await this.open(tx, member, patientId, version);
      const known = await this.patients.identityIn(tx, row);
      const traits = this.checked(member, typed);
      const identity = this.bound(row, known, { ...known, ...traits });
      const before = changedTraits(known, identity);
      if (Object.keys(before).length === 0) return;
      const insiAt = row.insiAt && sameStrictTraits(known, identity) ? row.insiAt : null;
      if (!(await this.patients.rewrite(tx, row, identity, { insiAt }))) throw await this.door.stale(tx, row.id);
      await this.history.keep(tx, row.id, 'corrected', { before, after: changedTraits(identity, known) });
      await this.tell(tx, 'patient.corrected', row.id, reason);
    });
  }

  checkDocument(member: Member, patientId: string, { version, kind }: DocumentDto): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason } = await this.open(tx, member, patientId, version);
      const known = await this.patients.identityIn(tx, row);
      const facts = {
        documentKind: kind,
        documentCheckedAt: this.clock.now(),
        documentCheckedBy: member.professionalId,
      };
      if (!(await this.patients.rewrite(tx, row, known, facts))) throw await this.door.stale(tx, row.id);
      await this.history.keep(tx, row.id, 'document', { document: kind });
      await this.tell(tx, 'patient.document-checked', row.id, reason);
    });
  }

  /** What the national service has answered; for whoever implements `InsLookup`. The caller has checked the right. */
  async retrieved(tx: Tx, patientId: string, found: InsFound): Promise<void> {
    const row = await this.patients.standing(tx, patientId);
    const [matricule, oid] = [checkMatricule(found.matricule), checkInsOid(found.oid, this.data)];
    if (!matricule.ok || !oid.ok) throw refused([{ field: 'insMatricule', code: 'invalid', message: UNKNOWN_INS }]);
    const known = await this.patients.identityIn(tx, row);
    const identity = { ...known, ...found.traits, insMatricule: matricule.value, insOid: oid.value };
    const facts = { insiAt: this.clock.now() };
    if (!(await this.patients.rewrite(tx, row, identity, facts))) throw await this.door.stale(tx, row.id);
    const [before, after] = [changedTraits(known, identity), changedTraits(identity, known)];
    await this.history.keep(tx, row.id, 'insi', { before, after });
    await this.tell(tx, 'patient.corrected', row.id, 'insi');
  }

  private async open(tx: Tx, member: Member, patientId: string, version: number) {
    const opened = await this.door.toWrite(tx, member, patientId);
    if (opened.row.version !== version) throw await this.door.stale(tx, opened.row.id);
    return opened;
  }

  private checked(member: Member, typed: TypedTraits): TypedTraits {
    const today = localTime(this.clock.now(), member.ess.timezone).date;
    const { traits, errors } = checkTraits(typed, today, this.data);
    if (errors.length > 0) throw refused(errors);
    return traits;
  }

  /** Nobody types over a matricule that the service gave; it goes when the traits it was bound to go. */
  private bound(row: PatientRow, known: PatientIdentity, identity: PatientIdentity): PatientIdentity {
    if (!row.insiAt) return identity;
    return sameStrictTraits(known, identity)
      ? { ...identity, insMatricule: known.insMatricule, insOid: known.insOid }
      : { ...identity, insMatricule: '', insOid: '' };
  }

  private get data(): DataKind {
    return this.config.demonstration ? 'demonstration' : 'real';
  }

  private async tell(tx: Tx, action: 'patient.corrected' | 'patient.document-checked', id: string, reason: string) {
    await this.audit.line(tx, { action, resource: 'patient', resourceId: id, reason });
    await tellChanged(tx, this.clock.now(), id);
  }
}

const UNKNOWN_INS = 'Cette INS n’est pas recevable ici.';

const refused = (errors: { field: string; code: string; message: string }[]): DomainError =>
  new DomainError('patient.invalid', errors[0]?.message ?? 'Corrigez l’identité.', { errors });

const HISTORY_OF = [
  'birthName',
  'usedName',
  'givenNames',
  'sex',
  'birthDate',
  'birthPlaceInsee',
  'phone',
  'insMatricule',
  'insOid',
] as const satisfies readonly (keyof PatientIdentity)[];

/** The traits of `one` that `other` has otherwise. */
const changedTraits = (one: PatientIdentity, other: PatientIdentity): Record<string, string> =>
  Object.fromEntries(HISTORY_OF.filter((trait) => one[trait] !== other[trait]).map((trait) => [trait, one[trait]]));
