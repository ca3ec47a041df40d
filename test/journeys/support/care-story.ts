import { randomUUID } from 'node:crypto';
import type { Move } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import { Decide } from '#decision';
import type { Member } from '#directory';
import type { RequestAnswers } from '#forms';
import { NurseVisits, PublishDay, TourPlanning } from '#mobile-team';
import { Database } from '#platform';
import { Answers, Receptions, TakeBack } from '#reports';
import { Requests, type MoveOrder } from '#requests';
import { Triage } from '#triage';
import { advice, reading } from './care.ts';
import type { Services } from './services.ts';
import type { Person, Team } from './territory.ts';

const DAY_MS = 24 * 3600_000;
/** What a nurse writes at the bedside, at its shortest. */
const SHEET = {
  ...{ measures: [], findings: {}, note: '', examsDone: ['ecg' as const], examsMissing: [] },
  ...{ called15: false, calledOnCall: false },
};

/** One request carried from step to step by the people of its team, at the version each of them sees. */
export class CareStory {
  private constructor(
    private readonly services: Services,
    private readonly team: Team,
    readonly id: string,
    readonly reference: string,
  ) {}

  static async begin(services: Services, team: Team, change: Partial<RequestAnswers> = {}): Promise<CareStory> {
    const { id, reference } = await services.send(team, change);
    return new CareStory(services, team, id, reference);
  }

  /** Lets the undo window pass, and the worker work. */
  async settle(): Promise<void> {
    this.services.clock.advanceMinutes(1);
    await this.services.deliver();
  }

  async version(): Promise<number> {
    const [row] = await this.services.sql<{ version: number }>('select version from request where id = $1', [this.id]);
    return row!.version;
  }

  /** An event of this request, as its handlers get it. */
  async event(type: string) {
    const [row] = await this.services.sql<{ id: string; version: number; at: Date; actor_id: string | null }>(
      'select id, version, at, actor_id from event where request_id = $1 and type = $2 order by version desc limit 1',
      [this.id, type],
    );
    return {
      ...{ eventId: row!.id, tenantId: this.team.id, requestId: this.id },
      ...{ version: row!.version, at: row!.at.toISOString(), actorId: row!.actor_id },
    };
  }

  /** As proposed, or raised by the specialist. */
  async confirm(value?: PriorityClass): Promise<void> {
    const member = await this.member(this.team.specialist);
    await this.services.get(Triage).chooseClass(member, this.id, await this.version(), value, '');
  }

  async askInfo(question: string): Promise<void> {
    const version = await this.version();
    await this.services.get(Decide).askInfo(await this.member(this.team.secretary), this.id, { version, question });
  }

  async giveInfo(text: string): Promise<void> {
    const version = await this.version();
    await this.services.get(Decide).giveInfo(await this.member(this.team.gp), this.id, { version, text });
  }

  async orderVisit(question: string): Promise<void> {
    const dto = { version: await this.version(), exams: ['ecg' as const], question };
    await this.services.get(Decide).visit(await this.member(this.team.specialist), this.id, dto);
  }

  async bookConsultation(question: string, inMinutes: number): Promise<void> {
    const decide = this.services.get(Decide);
    const order = { version: await this.version(), question };
    await decide.consultation(await this.member(this.team.specialist), this.id, order, 'consultation');
    const at = new Date(this.services.clock.now().getTime() + inMinutes * 60_000).toISOString();
    const booking = {
      version: await this.version(),
      at,
      minutes: 20,
      place: 'Cabinet',
      withId: this.team.specialist.id,
    };
    await decide.book(await this.member(this.team.secretary), this.id, booking);
  }

  planVisit(inMinutes: number): Promise<void> {
    const from = new Date(this.services.clock.now().getTime() + inMinutes * 60_000);
    const planned = { from, to: new Date(from.getTime() + 60 * 60_000) };
    return this.move(this.team.caseManager, 'plan_visit', { planned, assigneeId: this.team.id });
  }

  async driveAndExamine(): Promise<void> {
    await this.move(this.team.mobileNurse, 'start_visit');
    await this.move(this.team.mobileNurse, 'visit_done');
  }

  /** The same, planned, published and driven tomorrow by the mobile team. */
  async driveTour(): Promise<void> {
    const { clock } = this.services;
    const [coordinator, nurse] = [await this.member(this.team.coordinator), await this.member(this.team.mobileNurse)];
    const [act] = await this.services.sql<{ id: string }>(
      `select id from act where request_id = $1 and state = 'open'`,
      [this.id],
    );
    const date = new Date(clock.now().getTime() + DAY_MS).toISOString().slice(0, 10);
    const planning = this.services.get(TourPlanning);
    const { version } = await planning.day(coordinator, date);
    const planned = await planning.plan(coordinator, { date, version, seconds: 0.1 });
    await this.services.get(PublishDay).publish(coordinator, { date, version: planned.version });
    clock.travelTo(new Date(`${date}T08:00:00Z`));
    const tap = () => ({ at: clock.now().toISOString(), key: randomUUID() });
    const visits = this.services.get(NurseVisits);
    for (const status of ['en_route', 'arrived'] as const) {
      await visits.status(nurse, act!.id, { ...tap(), status });
      clock.advanceMinutes(20);
    }
    await visits.done(nurse, act!.id, { ...tap(), sheet: SHEET });
  }

  async signReading(findings: string): Promise<void> {
    const member = await this.member(this.team.specialist);
    await this.services.get(Answers).signReading(member, this.id, await this.version(), { ...reading(), findings });
  }

  async advise(answer: string): Promise<void> {
    const member = await this.member(this.team.specialist);
    const dto = { version: await this.version(), answer: advice({ answer }) };
    await this.services.get(Answers).give(member, this.id, dto);
  }

  async undo(by: Person = this.team.specialist): Promise<void> {
    await this.services.get(TakeBack).undo(await this.member(by), this.id, await this.version());
  }

  async receive(): Promise<void> {
    const [report] = await this.services.sql<{ id: string }>(
      'select id from report where request_id = $1 and withdrawn_at is null order by signed_at desc limit 1',
      [this.id],
    );
    const dto = {
      version: await this.version(),
      kind: 'read' as const,
      happened: 'home' as const,
      withoutEss: 'wait' as const,
    };
    await this.services.get(Receptions).receive(await this.member(this.team.gp), report!.id, dto);
  }

  async move(by: Person, move: Move, order: Partial<MoveOrder> = {}): Promise<void> {
    const member = await this.member(by);
    const requests = this.services.get(Requests);
    const version = await this.version();
    await this.services.get(Database).tx(member.ctx, async (tx) => {
      await requests.move(tx, member.ess, await requests.find(tx, this.id), { ...order, move, version, member });
    });
  }

  private member(person: Person): Promise<Member> {
    return this.services.member(this.team, person);
  }
}
