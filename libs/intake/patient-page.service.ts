import { Inject, Injectable, Optional } from '@nestjs/common';
import { isOpen, type RequestState } from '#contracts';
import { REQUEST_STATE_LABELS } from '#contracts/transitions';
import { Directory } from '#directory';
import type { Member } from '#directory';
import {
  ACCESS_REASON,
  type AccessReason,
  Circle,
  type CirclePerson,
  type ConsentLine,
  Consents,
  Exceptional,
  identityStatusOf,
  INS_LOOKUP,
  type InsLookup,
  isReadOnly,
  type PatientChange,
  PatientDoor,
  PatientHistory,
  type PatientIdentity,
  Patients,
  sharingOf,
  STATUS_WHY,
} from '#patients';
import { Audit, Database, type Tx } from '#platform';
import { reasonLabel } from './duplicates.ts';
import type {
  CirclePersonView,
  ConsentView,
  MergedFileView,
  PatientChangeView,
  PatientPageView,
  PatientRequestView,
  SharingView,
  TraitsView,
} from './patient-page.view.ts';

interface RequestFound {
  id: string;
  reference: string;
  reason: string;
  state: RequestState;
  receivedAt: Date;
}

/** The page of one patient: a reason, an audit line, then who he is, who may see him, and what he asked. */
@Injectable()
export class PatientPages {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly door: PatientDoor,
    private readonly history: PatientHistory,
    private readonly circle: Circle,
    private readonly consents: Consents,
    private readonly exceptional: Exceptional,
    @Inject(ACCESS_REASON) private readonly access: AccessReason,
    @Optional() @Inject(INS_LOOKUP) private readonly insLookup: InsLookup | null,
  ) {}

  open(member: Member, id: string): Promise<PatientPageView> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason } = await this.door.toRead(tx, member, id);
      await this.audit.line(tx, { action: 'patient.read', resource: 'patient', resourceId: row.id, reason });
      const family = await this.patients.family(tx, row.id);
      const keys = await this.patients.keysOf(tx, family);
      const consents = await this.consents.of(tx, family, keys);
      const changes = await this.history.of(tx, family);
      const names = await this.directory.names(tx, [
        row.documentCheckedBy,
        ...consents.map((line) => line.recordedBy),
        ...changes.map((change) => change.byId),
      ]);
      const nameOf = (who: string | null) => (who ? (names.get(who) ?? null) : null);
      const mayCorrect = member.permissions.has('patient.identity');
      return {
        ...{ id: row.id, version: row.version, erased: false, reason, readOnly: isReadOnly(reason) },
        identity: await this.traits(tx, await this.patients.identityIn(tx, row)),
        status: identityStatusOf(row),
        statusWhy: STATUS_WHY[identityStatusOf(row)],
        document:
          row.documentKind && row.documentCheckedAt
            ? { kind: row.documentKind, at: row.documentCheckedAt.toISOString(), by: nameOf(row.documentCheckedBy) }
            : null,
        insiAt: row.insiAt?.toISOString() ?? null,
        insLookup: this.insLookup ? 'connected' : 'not-connected',
        exceptional: isReadOnly(reason) ? await this.exceptional.liveFor(tx, member, family) : null,
        sharing: await this.sharing(tx, consents),
        circle: (await this.circle.of(tx, family, keys, member.ess.timezone)).map(toCircleView),
        consents: consents.map((line) => toConsentView(line, nameOf(line.recordedBy))),
        requests: await this.requests(tx, member, family),
        changes: mayCorrect ? changes.map((change) => toChangeView(change, nameOf(change.byId))) : [],
        mergedFrom: family.slice(1).map((merged) => toMergedView(merged, changes)),
      };
    });
  }

  private async traits(tx: Tx, identity: PatientIdentity): Promise<TraitsView> {
    const { birthName, givenNames, usedName, sex, birthDate, birthPlaceInsee, insMatricule, insOid, phone } = identity;
    return {
      ...{ birthName, givenNames, usedName, sex, birthDate, birthPlaceInsee, insMatricule, insOid, phone },
      birthPlaceName: await this.communeName(tx, birthPlaceInsee),
      communeName: await this.communeName(tx, identity.communeInsee),
    };
  }

  private async communeName(tx: Tx, insee: string): Promise<string | null> {
    return insee ? ((await this.directory.commune(tx, insee))?.name ?? null) : null;
  }

  private async sharing(tx: Tx, consents: ConsentLine[]): Promise<SharingView> {
    const { state, since, mode } = sharingOf(consents);
    const [ess]: { sharing: string }[] = await tx.manager.query(
      'select sharing_default as sharing from ess where id = $1',
      [tx.ctx.tenantId],
    );
    return { state, mode, since: since?.toISOString() ?? null, teamDefault: ess?.sharing === 'team' };
  }

  /** Every request for who reads the whole file; else those one wrote, or took part in. */
  private async requests(tx: Tx, member: Member, family: string[]): Promise<PatientRequestView[]> {
    const whole = await this.access.toWholeFile(tx, member, family[0] ?? '');
    const rows: RequestFound[] = await tx.manager.query(REQUESTS_OF_FAMILY, [
      ...[tx.ctx.tenantId, family, whole !== null, member.professionalId],
      member.organisations.map((organisation) => organisation.id),
    ]);
    return rows.map(({ id, reference, reason, state, receivedAt }) => ({
      ...{ id, reference, state },
      reasonLabel: reasonLabel(member.ess.specialty, reason),
      stateLabel: REQUEST_STATE_LABELS[state],
      open: isOpen(state),
      receivedAt: receivedAt.toISOString(),
      readable: member.permissions.has('request.read'),
    }));
  }
}

const toCircleView = (person: CirclePerson): CirclePersonView => {
  const { id, kind, name, link, role, phone, mayTalk, note, live, startsOn, endsOn, endedAt } = person;
  return {
    ...{ id, kind, name, link, role, phone, mayTalk, note, live, startsOn, endsOn },
    endedAt: endedAt?.toISOString() ?? null,
  };
};

const toConsentView = ({ id, kind, mode, at, recordedAt, note }: ConsentLine, by: string | null): ConsentView => ({
  ...{ id, kind, mode, note, by },
  at: at.toISOString(),
  recordedAt: recordedAt.toISOString(),
});

function toChangeView({ id, kind, at, detail }: PatientChange, by: string | null): PatientChangeView {
  const { before = {}, after = {}, document, name = null } = detail;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const lines = fields.map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }));
  if (document) lines.push({ field: 'document', before: '', after: document });
  return { id, kind, by, name, lines, at: at.toISOString() };
}

function toMergedView(id: string, changes: PatientChange[]): MergedFileView {
  const own = changes.find((change) => change.kind === 'merged' && change.otherId === id);
  const last = own ?? changes.find((change) => change.kind === 'merged' && change.detail.moved?.includes(id));
  return { id, name: own?.detail.name ?? '', at: last?.at.toISOString() ?? '' };
}

const REQUESTS_OF_FAMILY = `
  select id, reference, reason, state, received_at as "receivedAt" from request
   where tenant_id = $1 and patient_id = any($2)
     and ($3 or author_id = $4 or organisation_id = any($5) or treating_doctor_id = $4 or took_part(tenant_id, id, $4))
   order by received_at desc, id desc
   limit 100`;
