import { DomainError } from '#contracts';
import type { Member } from '#directory';
import type { Cast } from './cast.ts';
import { later } from './data/acts.ts';
import type { Story, VisitPlan } from './data/story.ts';
import { teamOf } from './data/teams.ts';
import type { Stage } from './stage.ts';
import type { TourStep } from './steps.ts';

/** A request as the player holds it; a version it is not sure of is read again. */
export interface HeldRequest {
  id: string;
  version: number | null;
}

export interface TourStop {
  story: Story;
  visit: VisitPlan;
  request: HeldRequest;
}
export interface TourOutcome extends TourStop {
  error?: string;
}

/** Far behind every stop: the planner brings it back to the end of the tour. */
const LAST = 200;

/** The coordinator at work: each visit in its tour, then the day published. */
export class TourPlayer {
  private readonly stage: Stage;
  private readonly cast: Cast;

  constructor(stage: Stage, cast: Cast) {
    this.stage = stage;
    this.cast = cast;
  }

  async plan(member: Member, { day, publishes }: TourStep, stops: readonly TourStop[]): Promise<TourOutcome[]> {
    if (stops.length === 0) return [];
    const outcomes: TourOutcome[] = [];
    for (const stop of stops) outcomes.push({ ...stop, ...(await this.place(member, day, stop)) });
    if (!publishes || outcomes.every(({ error }) => error)) return outcomes;
    try {
      await this.stage.publishDay.publish(member, { date: day, version: await this.versionOf(member, day) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return outcomes.map((outcome) => ({ ...outcome, error: error.code }));
    }
    return outcomes;
  }

  private async place(member: Member, date: string, { visit, request }: TourStop): Promise<{ error?: string }> {
    const actId = await this.stage.database.tx(member.ctx, (tx) => this.stage.acts.openOf(tx, request.id));
    if (!actId) return { error: 'no open act' };
    const version = await this.versionOf(member, date);
    const now = this.stage.clock.now();
    const startAt = visit.startsAt && visit.startsAt > now ? visit.startsAt : later(now, 30);
    try {
      await this.stage.planning.move(member, {
        date,
        version,
        actId: actId.id,
        teamId: this.cast.teamId(member.ess.slug, teamOf(visit.team).name),
        dryRun: false,
        ...(visit.startsAt ? { startAt: startAt.toISOString() } : { position: LAST }),
      });
      return {};
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { error: error.code };
    }
  }

  private async versionOf(member: Member, day: string): Promise<number> {
    const rows: { version: number }[] = await this.stage.database.tx(member.ctx, (tx) =>
      tx.manager.query('select version from tour where tenant_id = $1 and day = $2', [member.ctx.tenantId, day]),
    );
    return rows[0]?.version ?? 0;
  }
}
