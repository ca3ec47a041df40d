import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import { MEMBER_ROLE_LABELS, REQUESTER_ROLE_LABELS } from '#contracts/enums';
import type { MemberRole, RequesterRole } from '#contracts/enums';
import { addDays, instantOf, searchName } from '#directory';
import type { Member } from '#directory';
import { listName, patientTrace } from '#patients';
import { Audit, Database } from '#platform';
import type { Tx } from '#platform';
import { actionWords, AUDIT_ACTION_WORDS, isAuditAction, reasonWords } from './audit-words.ts';
import type { TrailPatientDto, TrailQueryDto } from './oversight.dto.ts';
import type { TrailFiltersView, TrailLineView, TrailPageView, TrailPatientView } from './oversight.view.ts';
import { TRAIL_PAGE, TRAIL_PEOPLE } from './trail.sql.ts';

const PAGE = 50;

interface LineRow {
  id: string;
  at: Date;
  seq: number | null;
  action: string;
  reason: string;
  actor_id: string | null;
  actor_name: string | null;
  role: MemberRole | null;
  requester_role: RequesterRole | null;
  is_patient: boolean;
  patient_id: string | null;
  birth_name: string | null;
  given_names: string | null;
  birth_date: string | null;
  reference: string | null;
}

/** The trail of one ESS, as its DPO reads it; each look is a line of the trail. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Fifty lines, newest first. */
  page(member: Member, query: TrailQueryDto): Promise<TrailPageView> {
    const { timezone } = member.ess;
    const from = query.from ? instantOf(query.from, 0, timezone) : null;
    const before = query.to ? instantOf(addDays(query.to, 1), 0, timezone) : null;
    return this.database.tx(member.ctx, async (tx) => {
      const trace = query.patient ? await patientTrace(tx, query.patient) : null;
      if (trace?.length === 0) throw notFound();
      const rows: LineRow[] = await tx.manager.query(TRAIL_PAGE, [
        tx.ctx.tenantId,
        from,
        before,
        query.actor ?? null,
        trace,
        actionsOf(query),
        query.after ?? null,
        PAGE + 1,
      ]);
      await this.audit.line(tx, {
        action: 'audit.read',
        ...(query.patient
          ? { resource: 'patient' as const, resourceId: query.patient }
          : { resource: 'list' as const, resourceId: null }),
        reason: 'audit.read',
      });
      const lines = rows.slice(0, PAGE).map(toLine);
      return { lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
    });
  }

  filters(member: Member): Promise<TrailFiltersView> {
    return this.database.tx(member.ctx, async (tx) => {
      const people: { id: string; name: string; role: MemberRole | null; requester_role: RequesterRole | null }[] =
        await tx.manager.query(TRAIL_PEOPLE, [tx.ctx.tenantId]);
      return {
        people: people.map(({ id, name, role, requester_role }) => ({
          id,
          name,
          role: roleWords(role, requester_role),
        })),
        actions: Object.entries(AUDIT_ACTION_WORDS).map(([action, { words, family }]) => ({
          ...{ action, family, label: words },
        })),
      };
    });
  }

  /** Exactly one person at a time: by a reference, or by birth date and both names. */
  findPatient(member: Member, asked: TrailPatientDto): Promise<TrailPatientView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const found = asked.reference ? await byReference(tx, asked.reference) : await byTraits(tx, asked);
      await this.audit.line(tx, {
        ...{ action: 'patient.searched', resource: 'list', resourceId: null, reason: 'audit.read' },
      });
      return found;
    });
  }
}

function actionsOf({ action, family }: TrailQueryDto): string[] | null {
  if (action !== undefined) {
    if (!isAuditAction(action)) throw new DomainError('input.invalid', 'Cette action n’existe pas dans le journal.');
    return [action];
  }
  if (!family) return null;
  return Object.entries(AUDIT_ACTION_WORDS).flatMap(([id, words]) => (words.family === family ? [id] : []));
}

export const roleWords = (role: MemberRole | null, requesterRole: RequesterRole | null): string =>
  requesterRole ? REQUESTER_ROLE_LABELS[requesterRole] : role ? MEMBER_ROLE_LABELS[role] : 'Ancien membre';

function toLine(row: LineRow): TrailLineView {
  const { id, seq, action, actor_id, patient_id, birth_name, given_names, birth_date, reference } = row;
  const name = row.is_patient ? 'Le patient, dans son espace' : (row.actor_name ?? 'Compte inconnu');
  const role = row.is_patient ? 'Patient' : roleWords(row.role, row.requester_role);
  return {
    id,
    at: row.at.toISOString(),
    actor: actor_id ? { id: actor_id, name, role } : null,
    action,
    actionLabel: actionWords(action),
    reasonLabel: reasonWords(row.reason),
    patient:
      patient_id && birth_name !== null && given_names !== null && birth_date
        ? { id: patient_id, name: listName({ birthName: birth_name, givenNames: given_names }), birthDate: birth_date }
        : null,
    reference,
    seq,
  };
}

interface PatientTraits {
  id: string;
  birthName: string;
  givenNames: string;
  birthDate: string;
  reference: string | null;
}

const toPatient = ({ id, birthDate, reference, ...names }: PatientTraits): TrailPatientView => ({
  ...{ id, birthDate, reference, name: listName(names) },
});

async function byReference(tx: Tx, typed: string): Promise<TrailPatientView[]> {
  const rows: PatientTraits[] = await tx.manager.query(
    `select p.id, p.birth_name as "birthName", p.given_names as "givenNames", p.birth_date::text as "birthDate", r.reference
       from request r join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
      where r.tenant_id = $1 and r.reference = $2`,
    [tx.ctx.tenantId, readReference(typed)],
  );
  return rows.map(toPatient);
}

async function byTraits(tx: Tx, { birthDate, birthName, givenName }: TrailPatientDto): Promise<TrailPatientView[]> {
  if (!birthDate || !birthName?.trim() || !givenName?.trim()) {
    throw new DomainError(
      'input.invalid',
      'Indiquez la référence d’une demande, ou la date de naissance, le nom et le premier prénom.',
    );
  }
  const rows: PatientTraits[] = await tx.manager.query(
    `select id, birth_name as "birthName", given_names as "givenNames", birth_date::text as "birthDate", null as reference
       from patient where tenant_id = $1 and birth_date = $2 and erased_at is null order by created_at`,
    [tx.ctx.tenantId, birthDate],
  );
  const first = (names: string) => searchName(names).split(' ')[0];
  return rows
    .filter((row) => searchName(row.birthName) === searchName(birthName) && first(row.givenNames) === first(givenName))
    .map(toPatient);
}

/** As dictated: spaces, small letters, and the letters the alphabet leaves out. */
const readReference = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
