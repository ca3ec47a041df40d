import { Injectable } from '@nestjs/common';
import type { NextAction } from '#contracts';
import { NEXT_ACTION_LABELS, REQUEST_STATE_LABELS } from '#contracts/transitions';
import { localTime, Roster } from '#directory';
import type { EssRow, Member } from '#directory';
import { reasonLabel } from '#intake';
import { ageOn, listName, Patients } from '#patients';
import { Audit, Clock, Database } from '#platform';
import type { Tx } from '#platform';
import { Requests } from '#requests';
import type { SpecialistBoardView, WorkItemView, WorklistCountsView, WorklistView } from './reports.view.ts';
import { WORK_COUNTS, WORK_ROWS, type WorkRow } from './work-rows.sql.ts';

const DECIDE: readonly NextAction[] = ['decide', 'call_back', 'acknowledge'];
const AWAITED: readonly NextAction[] = ['await_exam', 'await_info', 'chase_info'];

/** By who asked for it; an exam that comes back to nobody by name is everybody's. */
const isAwaitedBy = (row: WorkRow, me: string): boolean =>
  row.returnTo === me || (row.returnTo === null && row.nextAction === 'await_exam');

/** Lists of work by next action, each item with its owner and its due time. */
@Injectable()
export class Worklists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly roster: Roster,
    private readonly patients: Patients,
    private readonly requests: Requests,
  ) {}

  /** The specialist's evening: what waits for anybody, what is his, what he has to read, what he waits for. */
  specialist(member: Member): Promise<SpecialistBoardView> {
    return this.database.tx(member.ctx, async (tx) => {
      const me = member.professionalId;
      const rows = await this.rows(tx, [...DECIDE, ...AWAITED, 'read']);
      const onCall = await this.roster.onCall(tx);
      const isMine = (row: WorkRow) => row.ownerKind === 'user' && row.ownerId === me && row.takenAt !== null;
      const own = (row: WorkRow) => Number(row.ownerId === me);
      const toDecide = rows.filter((row) => DECIDE.includes(row.nextAction));
      const toRead = rows.filter((row) => row.nextAction === 'read').sort((a, b) => own(b) - own(a));
      const awaited = rows.filter((row) => AWAITED.includes(row.nextAction) && isAwaitedBy(row, me));
      const items = (some: WorkRow[]) => this.items(member.ess, some);
      return {
        toTake: await items(toDecide.filter((row) => row.takenAt === null)),
        mine: await items(toDecide.filter(isMine)),
        toRead: await items(toRead),
        awaited: await items(awaited),
        onCallName: onCall?.name ?? null,
        onCallIsMe: onCall?.id === me,
        serverNow: this.clock.now().toISOString(),
      };
    });
  }

  /** « Rendez-vous à donner », then those already given by date. */
  appointments(member: Member): Promise<WorklistView> {
    return this.list(member, ['book', 'hold_appointment']);
  }

  /** « Réponses non lues »: those to call first. */
  unread(member: Member): Promise<WorklistView> {
    return this.list(member, ['chase_reception', 'await_reception']);
  }

  /** How many wait in each list: a number tells nothing of anybody, hence no line of the audit. */
  counts(member: Member): Promise<WorklistCountsView> {
    return this.database.tx(member.ctx, async (tx) => {
      const rows: { nextAction: NextAction; count: number }[] = await tx.manager.query(WORK_COUNTS, [
        tx.ctx.tenantId,
        ['chase_reception', 'book'],
      ]);
      const count = (action: NextAction) => rows.find(({ nextAction }) => nextAction === action)?.count ?? 0;
      return { unread: count('chase_reception'), appointments: count('book') };
    });
  }

  private list(member: Member, actions: NextAction[]): Promise<WorklistView> {
    return this.database.tx(member.ctx, async (tx) => {
      const rank = (row: WorkRow) => actions.indexOf(row.nextAction);
      const rows = (await this.rows(tx, actions)).sort((a, b) => rank(a) - rank(b));
      return { items: await this.items(member.ess, rows), serverNow: this.clock.now().toISOString() };
    });
  }

  private async rows(tx: Tx, actions: NextAction[]): Promise<WorkRow[]> {
    await this.audit.line(tx, { action: 'request.listed', resource: 'list', resourceId: null, reason: 'desk' });
    return tx.manager.query(WORK_ROWS, [tx.ctx.tenantId, actions]);
  }

  private async items(ess: EssRow, rows: WorkRow[]): Promise<WorkItemView[]> {
    const today = localTime(this.clock.now(), ess.timezone).date;
    const items: WorkItemView[] = [];
    for (const row of rows) items.push(await this.item(ess, row, today));
    return items;
  }

  private async item(ess: EssRow, row: WorkRow, today: string): Promise<WorkItemView> {
    const key = await this.patients.keyFrom(ess.id, row.patientId, row.wrappedKey);
    const { id, reference, version, state, class: value, classStatus, modality, nextAction, sex, communeName } = row;
    const { requesterName, requesterPhone, organisationName, organisationPhone, readBy, reportId } = row;
    return {
      ...{ id, reference, version, state, class: value, classStatus, modality, nextAction, sex, communeName },
      ...{ requesterName, requesterPhone, organisationName, organisationPhone, readBy, reportId },
      stateLabel: REQUEST_STATE_LABELS[state],
      patientName: listName(row),
      patientAge: ageOn(row.birthDate, today),
      reasonLabel: reasonLabel(ess.specialty, row.reason),
      summary: this.requests.summary(row, key),
      nextActionLabel: NEXT_ACTION_LABELS[nextAction],
      owner: { kind: row.ownerKind, id: row.ownerId, name: row.ownerName ?? `Guichet ${ess.name}` },
      takenAt: row.takenAt?.toISOString() ?? null,
      receivedAt: row.receivedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      reactBy: row.reactBy.toISOString(),
      plannedFrom: row.plannedFrom?.toISOString() ?? null,
      answeredAt: row.answeredAt?.toISOString() ?? null,
    };
  }
}
