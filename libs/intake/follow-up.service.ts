import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { PRIORITY_WORDS } from '#contracts/enums';
import { CLOSED_STATES, REQUEST_STATE_LABELS } from '#contracts/transitions';
import { localTime } from '#directory';
import type { Member } from '#directory';
import { ageOn, listName } from '#patients';
import { Audit, Clock, Database } from '#platform';
import { nextStep, RequestRow } from '#requests';
import { reasonLabel } from './duplicates.ts';
import type { FollowUpItemView, FollowUpPageView } from './intake.view.ts';

const PAGE = 30;

export type FollowUpScope = 'mine' | 'organisation';
export type FollowUpStatus = 'open' | 'closed' | 'all';

type FoundRow = Omit<RequestRow, 'sealed' | 'sealedSummary' | 'fingerprint'> & {
  birthName: string;
  givenNames: string;
  birthDate: string;
  authorName: string;
  organisationName: string;
  ownerName: string | null;
  handedOver: boolean;
};

/** « Mes demandes » and « Celles de mon cabinet ». */
@Injectable()
export class FollowUp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  list(member: Member, scope: FollowUpScope, status: FollowUpStatus, cursor: string | null): Promise<FollowUpPageView> {
    return this.database.tx(member.ctx, async (tx) => {
      const organisations = member.organisations.map((organisation) => organisation.id);
      const after = cursor ? readCursor(cursor) : null;
      const rows: FoundRow[] = await tx.manager.query(LIST_REQUESTS, [
        member.ess.id,
        // A delegate follows what belongs to the requester he writes for.
        scope === 'mine' ? (member.delegateOf ?? member.professionalId) : null,
        scope === 'organisation' ? organisations : null,
        status,
        [...CLOSED_STATES],
        after?.at ?? null,
        after?.id ?? null,
        PAGE + 1,
      ]);
      await this.audit.line(tx, {
        action: 'request.listed',
        resource: 'list',
        resourceId: null,
        reason: scope === 'mine' ? 'author' : 'organisation',
      });
      const page = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? page[page.length - 1] : undefined;
      const today = localTime(this.clock.now(), member.ess.timezone).date;
      return {
        items: page.map((row) => toItem(row, member, today)),
        nextCursor: last ? `${last.receivedAt.toISOString()}~${last.id}` : null,
      };
    });
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readCursor(cursor: string): { at: string; id: string } {
  const [at, id] = cursor.split('~');
  if (!at || !id || !INSTANT.test(at) || Number.isNaN(Date.parse(at)) || !UUID.test(id)) {
    throw new DomainError('input.invalid', 'Cette page de la liste n’existe plus. Revenez au début.');
  }
  return { at, id };
}

const toItem = (row: FoundRow, member: Member, today: string): FollowUpItemView => ({
  id: row.id,
  reference: row.reference,
  state: row.state,
  stateLabel: REQUEST_STATE_LABELS[row.state],
  handedOver: row.handedOver,
  class: row.classStatus === 'confirmed' || row.state === 'emergency' ? row.class : null,
  classWord: row.classStatus === 'confirmed' || row.state === 'emergency' ? PRIORITY_WORDS[row.class] : null,
  nextAction: row.nextAction,
  patientName: listName(row),
  patientAge: ageOn(row.birthDate, today),
  reasonLabel: reasonLabel(member.ess.specialty, row.reason),
  authorName: row.authorName,
  organisationName: row.organisationName,
  receivedAt: row.receivedAt.toISOString(),
  updatedAt: row.changedAt.toISOString(),
  next: nextStep({ ...row, essName: member.ess.name }),
});

const LIST_REQUESTS = `
  select r.id, r.reference, r.state, r.class, r.class_status as "classStatus", r.next_action as "nextAction", r.reason,
         r.owner_kind as "ownerKind", r.owner_id as "ownerId", r.received_at as "receivedAt", r.changed_at as "changedAt",
         r.due_at as "dueAt", r.react_by as "reactBy",
         s.birth_name as "birthName", s.given_names as "givenNames", s.birth_date::text as "birthDate",
         trim(a.civility || ' ' || a.given_name || ' ' || a.family_name) as "authorName", o.name as "organisationName",
         trim(w.civility || ' ' || w.given_name || ' ' || w.family_name) as "ownerName",
         r.state = 'closed' and exists (
           select 1 from event e
            where e.tenant_id = r.tenant_id and e.request_id = r.id
              and e.type = 'request.closed' and e.data ->> 'move' = 'hand_over') as "handedOver"
    from request r
    join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
    join patient s on s.tenant_id = p.tenant_id and s.id = coalesce(p.merged_into, p.id)
    join professional a on a.id = r.author_id
    join organisation o on o.id = r.organisation_id
    left join professional w on r.owner_kind = 'user' and w.id = r.owner_id
   where r.tenant_id = $1
     and ($2::uuid is null or r.author_id = $2)
     and ($3::uuid[] is null or r.organisation_id = any($3))
     and ($4 = 'all' or ($4 = 'closed') = (r.state = any($5)))
     and ($6::timestamptz is null or (r.received_at, r.id) < ($6, $7::uuid))
   order by r.received_at desc, r.id desc
   limit $8`;
