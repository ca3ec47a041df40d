import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { addDays, Directory, localTime } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database } from '#platform';
import type { Tx } from '#platform';
import { recommend } from '#routing';
import { tellPlanners } from '../tell-members.ts';
import { planInWorker } from '../plan-in-worker.ts';
import { stepVersion } from './day-guard.ts';
import { DayRows } from './day-rows.service.ts';
import type { DayState } from './day-state.ts';
import type { DayDto, LockVisitDto, MoveVisitDto, PlanDto } from './day.dto.ts';
import type { DayView, MoveView, OptionView } from './day.view.ts';
import { toMoveView, toOptionView } from './price-of-move.ts';
import { movableVisit, renumbered, settled, withMove } from './rearrange.ts';
import { timeDay, type TimedDay, toDayView } from './to-day-view.ts';
import { withPlan } from './with-plan.ts';
import { writeDay } from './write-day.ts';

const USUAL_SECONDS = 1;
const SEED = 1;
const MOST_OPTIONS = 6;
/** The longest delay of a class is 90 days. */
const FURTHEST_DAYS = 92;

/** « Tournées »: the plan of a day, as drafts. Nobody is told before it is published. */
@Injectable()
export class TourPlanning {
  /** One search at a time in this process: each has a thread of its own, and the machine answers others too. */
  private lastSearch: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly rows: DayRows,
  ) {}

  day(member: Member, date: string): Promise<DayView> {
    return this.database.tx(member.ctx, async (tx) => {
      await this.audit.line(tx, { action: 'tour.read', resource: 'list', resourceId: null, reason: 'desk' });
      return toDayView(timeDay(await this.rows.read(tx, member.ess, date)));
    });
  }

  /** Everything that is not locked, announced or begun, in a thread of its own; no transaction waits for it. */
  async plan(member: Member, order: PlanDto): Promise<DayView> {
    const before = await this.database.tx(member.ctx, (tx) => this.changeable(tx, member, order));
    const { problem } = timeDay(before);
    const budgetMs = (order.seconds ?? USUAL_SECONDS) * 1000;
    const search = this.lastSearch.then(() => planInWorker(problem, { budgetMs, seed: SEED }));
    this.lastSearch = search.catch(() => undefined);
    const { plan } = await search;
    return this.change(member, order, (day) => withPlan(day, plan));
  }

  async move(member: Member, order: MoveVisitDto): Promise<MoveView> {
    const wish = order.teamId
      ? {
          teamId: order.teamId,
          position: order.position,
          startAt: hourOf(order, member.ess.timezone),
        }
      : null;
    return this.database.tx(member.ctx, async (tx) => {
      const before = timeDay(await this.changeable(tx, member, order));
      const after = withMove(before, order.actId, wish);
      if (order.dryRun) return toMoveView(before, after, order.actId);
      return toMoveView(before, await this.keep(tx, member, order, after), order.actId);
    });
  }

  lock(member: Member, order: LockVisitDto): Promise<DayView> {
    return this.change(member, order, (day) => {
      const visit = movableVisit(day.state, order.actId);
      if (!visit.placement)
        throw new DomainError('visit.invalid', 'Donnez d’abord une équipe et une heure à cette visite.');
      const hours = settled(day);
      const visits = hours.state.visits.map((other) =>
        other.actId === order.actId && other.placement
          ? { ...other, placement: { ...other.placement, locked: order.locked } }
          : other,
      );
      return timeDay({ ...hours.state, visits });
    });
  }

  /** The best places for one visit in the day as it stands; nothing else moves team. */
  options(member: Member, actId: string, date: string): Promise<OptionView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const day = timeDay(await this.rows.read(tx, member.ess, date));
      refuseUnplannable(day.state);
      movableVisit(day.state, actId);
      const visit = day.problem.visits.find(({ id }) => id === actId);
      if (!visit) return [];
      const places = recommend(day.plan, { ...visit, lock: undefined }, { limit: MOST_OPTIONS });
      return places.map((place) => toOptionView(day, place));
    });
  }

  /** Reads the day again, changes it and writes it whole, behind its version; others are answered between two steps. */
  private change(member: Member, order: DayDto, how: (day: TimedDay) => TimedDay): Promise<DayView> {
    return this.database.tx(member.ctx, async (tx) => {
      const day = how(timeDay(await this.changeable(tx, member, order)));
      const kept = await this.keep(tx, member, order, day);
      await breathe();
      return toDayView(kept);
    });
  }

  private async keep(tx: Tx, member: Member, order: DayDto, day: TimedDay): Promise<TimedDay> {
    await stepVersion(tx, this.directory, member, order, this.clock.now());
    await writeDay(tx, renumbered(settled(day).state));
    tellPlanners(tx, order.date);
    return timeDay(await this.rows.read(tx, member.ess, order.date));
  }

  private async changeable(tx: Tx, member: Member, order: DayDto): Promise<DayState> {
    const state = await this.rows.read(tx, member.ess, order.date);
    refuseUnplannable(state);
    if ((state.tour?.version ?? 0) !== order.version)
      await stepVersion(tx, this.directory, member, order, this.clock.now());
    return state;
  }
}

/** A visit put by a slip of the finger on a day of another year would leave the list of those that wait. */
export function refuseUnplannable({ date, today }: DayState): void {
  if (date < today)
    throw new DomainError('visit.invalid', 'Cette journée est passée\u00A0: elle se lit, elle ne se change plus.');
  if (date > addDays(today, FURTHEST_DAYS))
    throw new DomainError('visit.invalid', 'Une tournée se prépare trois mois à l’avance au plus.');
}

function hourOf({ date, startAt }: MoveVisitDto, timezone: string): Date | undefined {
  if (startAt === undefined) return undefined;
  const hour = new Date(startAt);
  // Some spellings of a date are of the norm and of no clock: a week, a day of the year.
  if (Number.isNaN(hour.getTime())) throw new DomainError('input.invalid', 'Indiquez une heure.');
  if (localTime(hour, timezone).date !== date)
    throw new DomainError('visit.invalid', 'Choisissez une heure de cette journée.');
  return hour;
}
