import { DomainError, type Move, rankOf } from '#contracts';
import { ANSWERED_STATES } from '#contracts/transitions';
import type { Member } from '#directory';
import { allowedFor, RequestRow } from '#requests';
import type { Cast } from './cast.ts';
import type { ActName, LaterAct } from './data/acts.ts';
import { personOf } from './data/people.ts';
import type { Story } from './data/story.ts';
import { draftIdOf } from './ids.ts';
import { Performer } from './performer.ts';
import type { Stage } from './stage.ts';
import { isTour, type Step } from './steps.ts';
import { Timers } from './timers.ts';
import { type HeldRequest, type TourStop, TourPlayer } from './tour-player.ts';

export interface Played {
  sent: number;
  acts: number;
  /** Refused by a rule in a story told for the first time: a fault of the demonstration. */
  refused: string[];
  /** Left alone: a visitor has changed the request by hand since. */
  skipped: number;
}

const EVALUATION_SECONDS = 2;

/** Plays steps in order of time, each by its real use case at its own moment. */
export class Player {
  private readonly stage: Stage;
  private readonly cast: Cast;
  private readonly performer: Performer;
  private readonly timers: Timers;
  private readonly tours: TourPlayer;
  /** Requests sent in this telling: nobody else touches them meanwhile. */
  private readonly mine = new Map<string, HeldRequest>();
  private readonly played: Played = { sent: 0, acts: 0, refused: [], skipped: 0 };

  constructor(stage: Stage, cast: Cast) {
    this.stage = stage;
    this.cast = cast;
    this.performer = new Performer(stage, cast);
    this.timers = new Timers(stage);
    this.tours = new TourPlayer(stage, cast);
  }

  async play(steps: readonly Step[]): Promise<Played> {
    const inOrder = [...steps].sort((first, second) => first.at.getTime() - second.at.getTime());
    for (const step of inOrder) {
      this.stage.clock.travelTo(step.at);
      if (isTour(step)) await this.planTour(step);
      else await this.guarded(step.story, step.act?.act ?? 'send', () => this.tell(step.story, step.act));
    }
    return this.played;
  }

  private async tell(story: Story, act: LaterAct | undefined): Promise<void> {
    if (!act) {
      await this.send(story);
      this.played.sent += 1;
    } else if (await this.act(story, act)) this.played.acts += 1;
  }

  private async guarded(story: Story, what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // The specialist on call already has it in hand: nothing to claim.
      if (what === 'claim' && error.code === 'request.move-not-allowed') return;
      const request = this.mine.get(story.key);
      if (request) this.played.refused.push(`${story.key} ${what}: ${error.code}`);
      else this.played.skipped += 1;
    }
  }

  private async send(story: Story): Promise<void> {
    const requester = personOf(story.requesterEmail);
    const organisationId = this.cast.organisationId(requester);
    const answers = { ...story.answers, organisationId };
    const member = this.cast.member(story.takenByEmail ? personOf(story.takenByEmail) : requester);
    const caller = { professionalId: this.cast.professionalId(requester.email), organisationId };
    const { id } = await this.stage.send.send(member, draftIdOf(story.key), {
      answers,
      duplicateSeen: true,
      ...(story.takenByEmail && { caller }),
      ...(story.expected === 'P0' && { emergencyAct: 'already_handled' as const }),
    });
    this.stage.clock.travelTo(new Date(story.at.getTime() + EVALUATION_SECONDS * 1000));
    const { ess } = member;
    const { version } = await this.stage.database.tx({ tenantId: ess.id, userId: null }, (tx) =>
      this.stage.evaluate.evaluate(tx, ess, id),
    );
    this.mine.set(story.key, { id, version });
  }

  /** @returns false when the act no longer makes sense: somebody has already done it by hand. */
  private async act(story: Story, act: LaterAct): Promise<boolean> {
    const member = this.cast.member(personOf(act.by));
    const request = this.mine.get(story.key) ?? (await this.find(member, story, act));
    if (!request) return false;
    if (WAITED.includes(act.act) && (await this.timers.settle(member.ess, act.at, request.id))) request.version = null;
    this.stage.clock.travelTo(act.at);
    const version = request.version ?? (await this.versionOf(member, request.id));
    await this.performer.perform(member, { id: request.id, version }, story, act);
    request.version = KEPT.includes(act.act) ? null : version + 1;
    return true;
  }

  private async planTour(step: Extract<Step, { stops: unknown }>): Promise<void> {
    const member = this.cast.member(personOf(step.by));
    const stops: TourStop[] = [];
    for (const { story, visit } of step.stops) {
      const request = this.mine.get(story.key) ?? (await this.find(member, story, { act: 'plan_visit' }));
      if (request) stops.push({ story, visit, request });
    }
    for (const { story, request, error } of await this.tours.plan(member, step, stops)) {
      request.version = null;
      if (error && this.mine.has(story.key)) this.played.refused.push(`${story.key} plan: ${error}`);
      else if (error) this.played.skipped += 1;
      else this.played.acts += 1;
    }
  }

  private async versionOf(member: Member, id: string): Promise<number> {
    const { tenantId } = member.ctx;
    const row = await this.stage.database.tx(member.ctx, (tx) =>
      tx.manager.findOneOrFail(RequestRow, {
        select: { tenantId: true, id: true, version: true },
        where: { tenantId, id },
      }),
    );
    return row.version;
  }

  /** The request of an earlier telling, unless somebody has changed it so that the act is no longer open. */
  private async find(member: Member, story: Story, act: Asked): Promise<HeldRequest | null> {
    const { tenantId } = member.ctx;
    const draftId = draftIdOf(story.key);
    const row = await this.stage.database.tx(member.ctx, (tx) =>
      tx.manager.findOneBy(RequestRow, { tenantId, draftId }),
    );
    return row && isPossible(row, member, act) ? { id: row.id, version: row.version } : null;
  }
}

/** Acts that may come after a timer of the house. */
const WAITED: readonly ActName[] = ['receive', 'give_info'];
/** Acts of one move or of none. */
const KEPT: readonly ActName[] = ['arrive', 'receive', 'start_visit', 'visit_done', 'visit_not_done'];

type Asked = LaterAct | { act: 'plan_visit' };

function isPossible(row: RequestRow, member: Member, act: Asked): boolean {
  const moves: readonly Move[] = allowedFor(row, member);
  switch (act.act) {
    case 'arrive':
      return row.state === 'in_progress';
    case 'visit_done':
      return row.state === 'in_progress' || moves.includes('start_visit');
    case 'receive':
      return (
        row.state === 'reported' || (act.kind === 'acknowledged' && ANSWERED_STATES.some((one) => one === row.state))
      );
    case 'plan_visit':
      return row.nextAction === 'plan_visit';
    case 'raise':
      return moves.includes('raise') && rankOf(act.toClass) < rankOf(row.class);
    case 'lower':
      return moves.includes('lower') && rankOf(act.toClass) > rankOf(row.class);
    default:
      return moves.includes(act.act);
  }
}
