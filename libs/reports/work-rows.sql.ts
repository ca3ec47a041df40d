import type { NextAction, RequestState } from '#contracts';
import type { Modality, PriorityClass, Sex } from '#contracts/enums';
import type { ClassStatus, OwnerKind } from '#requests';

export interface WorkRow {
  id: string;
  reference: string;
  version: number;
  state: RequestState;
  class: PriorityClass;
  classStatus: ClassStatus;
  reason: string;
  modality: Modality | null;
  nextAction: NextAction;
  ownerKind: OwnerKind;
  ownerId: string;
  ownerName: string | null;
  takenAt: Date | null;
  returnTo: string | null;
  receivedAt: Date;
  dueAt: Date;
  reactBy: Date;
  plannedFrom: Date | null;
  answeredAt: Date | null;
  patientId: string;
  birthName: string;
  givenNames: string;
  sex: Sex;
  birthDate: string;
  communeName: string | null;
  wrappedKey: Buffer;
  sealedSummary: Buffer;
  requesterName: string;
  requesterPhone: string | null;
  organisationName: string;
  organisationPhone: string | null;
  readBy: string | null;
  reportId: string | null;
}

/** $1 tenant · $2 next actions. Urgent first, then earliest due. */
export const WORK_ROWS = `
  select r.id, r.reference, r.version, r.state, r.class, r.class_status as "classStatus", r.reason, r.modality,
         r.next_action as "nextAction", r.owner_kind as "ownerKind", r.owner_id as "ownerId",
         trim(w.civility || ' ' || w.given_name || ' ' || w.family_name) as "ownerName",
         r.taken_at as "takenAt", r.return_to as "returnTo", r.received_at as "receivedAt", r.due_at as "dueAt",
         r.react_by as "reactBy", r.planned_from as "plannedFrom", r.answered_at as "answeredAt",
         p.id as "patientId", s.birth_name as "birthName", s.given_names as "givenNames", s.sex,
         s.birth_date::text as "birthDate", c.name as "communeName", p.wrapped_key as "wrappedKey",
         r.sealed_summary as "sealedSummary",
         trim(a.civility || ' ' || a.given_name || ' ' || a.family_name) as "requesterName", a.phone as "requesterPhone",
         o.name as "organisationName", o.phone as "organisationPhone",
         (select trim(b.civility || ' ' || b.given_name || ' ' || b.family_name)
            from reception x join professional b on b.id = x.by_id
           where x.tenant_id = r.tenant_id and x.request_id = r.id and r.state = 'reported' and x.at >= r.answered_at
           order by x.at desc limit 1) as "readBy",
         (select y.id from report y
           where y.tenant_id = r.tenant_id and y.request_id = r.id and y.withdrawn_at is null
           order by y.signed_at desc limit 1) as "reportId"
    from request r
    join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
    join patient s on s.tenant_id = p.tenant_id and s.id = coalesce(p.merged_into, p.id)
    join professional a on a.id = r.author_id
    join organisation o on o.id = r.organisation_id
    left join professional w on r.owner_kind = 'user' and w.id = r.owner_id
    left join commune c on c.insee_code = r.commune_insee
   where r.tenant_id = $1 and r.next_action = any($2)
     and r.state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged')
   order by r.queue_rank, r.due_at, r.id
   limit 300`;

/** $1 tenant · $2 next actions. */
export const WORK_COUNTS = `
  select next_action as "nextAction", count(*)::int as count
    from request
   where tenant_id = $1 and next_action = any($2)
     and state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged')
   group by next_action`;
