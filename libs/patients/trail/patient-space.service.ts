import { Injectable } from '@nestjs/common';
import { REQUESTER_ROLE_LABELS } from '#contracts/enums';
import { localTime } from '#directory';
import type { EssRow } from '#directory';
import { Clock, Database, unsealJson } from '#platform';
import type { Key, Tx } from '#platform';
import { listName } from '../identity.ts';
import { Patients } from '../patients.service.ts';
import { AccessList } from './access-list.service.ts';
import { samePerson } from './patient-trace.ts';
import type { PatientSpaceView, SpaceCircleView, SpaceConsentView } from './patient-space.view.ts';

interface MemberRow {
  id: string;
  patientId: string;
  kind: SpaceCircleView['kind'];
  sealed: Buffer;
  startsOn: string;
  endsOn: string | null;
  name: string | null;
  profession: string | null;
}

/** A patient's own page in one ESS: his circle, what he accepted or refused, who opened his file. */
@Injectable()
export class PatientSpace {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly patients: Patients,
    private readonly access: AccessList,
  ) {}

  async open(ess: EssRow, accountId: string, patientId: string): Promise<PatientSpaceView> {
    const access = await this.access.forPatient(ess, accountId, patientId);
    return this.database.tx({ tenantId: ess.id, userId: accountId }, async (tx) => {
      const { identity } = await this.patients.open(tx, patientId);
      const same = await samePerson(tx, patientId);
      const consents = await this.consents(tx, same);
      const { slug, name, phone, timezone } = ess;
      return {
        ess: { slug, name, phone, timezone },
        patient: { displayName: listName(identity), birthDate: identity.birthDate },
        sharing: sharingOf(consents),
        circle: await this.circle(tx, same, localTime(this.clock.now(), timezone).date),
        consents,
        access,
      };
    });
  }

  private async circle(tx: Tx, patientIds: string[], today: string): Promise<SpaceCircleView[]> {
    const rows: MemberRow[] = await tx.manager.query(CIRCLE, [tx.ctx.tenantId, patientIds, today]);
    const keys = new Map<string, Key>();
    for (const id of new Set(rows.map(({ patientId }) => patientId)))
      keys.set(id, (await this.patients.open(tx, id)).key);
    return rows.map((row) => {
      const { kind, startsOn, endsOn } = row;
      const key = keys.get(row.patientId);
      const said = key && key.erased === undefined ? sealedWords(key, row) : {};
      const role = said.role ?? said.relation ?? said.link ?? roleOf(row);
      return { kind, startsOn, endsOn, role, name: row.name ?? said.name ?? '' };
    });
  }

  private async consents(tx: Tx, patientIds: string[]): Promise<SpaceConsentView[]> {
    const rows: { kind: SpaceConsentView['kind']; mode: SpaceConsentView['mode']; at: Date }[] = await tx.manager.query(
      `select kind, mode, at from consent where tenant_id = $1 and patient_id = any($2) order by at desc, recorded_at desc`,
      [tx.ctx.tenantId, patientIds],
    );
    return rows.map(({ kind, mode, at }) => ({ kind, mode, at: at.toISOString() }));
  }
}

/** The last choice wins; having been informed is no choice. */
function sharingOf(consents: readonly SpaceConsentView[]): PatientSpaceView['sharing'] {
  const last = consents.find(({ kind }) => kind !== 'information')?.kind;
  if (last === 'consent') return 'consented';
  return last === 'opposition' ? 'opposed' : 'unknown';
}

const sealedWords = (key: Key, { id, sealed }: MemberRow) =>
  unsealJson<{ name?: string; role?: string; relation?: string; link?: string }>(
    key,
    { table: 'circle_member', column: 'sealed', row: id },
    sealed,
  );

function roleOf({ kind, profession }: MemberRow): string {
  if (kind === 'relative') return 'Proche';
  const known = Object.entries(REQUESTER_ROLE_LABELS).find(([role]) => role === profession);
  return known?.[1] ?? 'Professionnel de santé';
}

const CIRCLE = `
  select c.id, c.patient_id as "patientId", c.kind, c.sealed, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
         case when p.id is not null then trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) end as name, p.profession
    from circle_member c left join professional p on p.id = c.professional_id
   where c.tenant_id = $1 and c.patient_id = any($2) and (c.ends_on is null or c.ends_on >= $3)
   order by c.kind, c.starts_on`;
