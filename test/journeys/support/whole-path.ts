import type { RequestAnswers } from '#forms';
import { leastEmergency, somebody } from './answers.ts';
import { advice } from './care.ts';
import type { Person, Team } from './territory.ts';
import { waitFor } from './wait-for.ts';
import { send, type Visitor, type World } from './world.ts';

const PEOPLE = [
  'gp',
  'colleague',
  'stranger',
  'secretary',
  'secondSecretary',
  'caseManager',
  'specialist',
  'secondSpecialist',
  'coordinator',
  'mobileNurse',
] as const;
export type Who = (typeof PEOPLE)[number];

const DAY_MS = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const PARIS_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
/** Days of the team's calendar, whatever the length of this one; the planner plans days to come. */
export const dayInParis = (days: number): string =>
  new Date(Date.parse(PARIS_DAY.format(new Date())) + days * DAY_MS).toISOString().slice(0, 10);

/** Fields of the answers these journeys look at, whichever route gave them. */
export interface FileBody {
  id: string;
  reference: string;
  version: number;
  state: string;
  nextAction: string;
  patient: { id: string };
}

interface DayBody {
  version: number;
  unplanned: { requestId: string; actId: string }[];
  teams: { id: string; stops: { requestId: string; actId: string }[] }[];
}

/** Requests of one team of a world, brought through the api to any step of their path, each act by whoever may do it. */
export class WholePath {
  readonly base: string;

  private constructor(
    private readonly world: World,
    readonly team: Team,
    private readonly visitors: Record<string, Visitor>,
  ) {
    this.base = `/api/e/${team.slug}`;
  }

  static async of(world: World, team: Team): Promise<WholePath> {
    const visitors: Record<string, Visitor> = {};
    for (const who of PEOPLE) visitors[who] = await world.as(team[who] as Person);
    return new WholePath(world, team, visitors);
  }

  as(who: Who): Visitor {
    return this.visitors[who]!;
  }

  async file(id: string, who: Who = 'secretary'): Promise<FileBody> {
    return (await this.as(who).get(`${this.base}/requests/${id}`).expect(200)).body as FileBody;
  }

  async act(who: Who, id: string, path: string, body: object = {}): Promise<FileBody> {
    const { version } = await this.file(id);
    const answer = await this.as(who).post(`${this.base}/requests/${id}/${path}`, { version, ...body });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as FileBody;
  }

  async proposed(change: Partial<RequestAnswers> = {}): Promise<string> {
    const { id } = await send(this.as('gp'), this.team, { patient: somebody(), ...change });
    await this.proposedNow(id);
    return id;
  }

  /** The worker has proposed a class. */
  async proposedNow(id: string): Promise<void> {
    await waitFor('the proposal', async () => (await this.file(id)).state !== 'received');
  }

  async emergency(): Promise<string> {
    return (await send(this.as('gp'), this.team, leastEmergency(this.team))).id;
  }

  async confirmed(change: Partial<RequestAnswers> = {}): Promise<string> {
    const id = await this.proposed(change);
    await this.act('secretary', id, 'confirm');
    return id;
  }

  async answered(change: Partial<RequestAnswers> = {}, answer = advice()): Promise<string> {
    const id = await this.confirmed(change);
    await this.act('specialist', id, 'answer', { answer });
    return id;
  }

  async booked(): Promise<string> {
    const id = await this.confirmed();
    await this.act('specialist', id, 'decisions/consultation', { question: 'Consultation avancée' });
    const withId = this.team.specialist.id;
    await this.act('secretary', id, 'appointment', { at: inDays(3), minutes: 30, place: 'Savenay', withId });
    return id;
  }

  async visitOrdered(change: Partial<RequestAnswers> = {}, question = 'Trouble du rythme ?'): Promise<string> {
    const id = await this.confirmed(change);
    await this.act('specialist', id, 'decisions/visit', { exams: ['ecg'], question, instructions: 'Sonner deux fois' });
    return id;
  }

  /** The act of the visit ordered last. */
  async visitOf(id: string): Promise<string> {
    const [act] = await this.world.sql<{ id: string }>(
      `select id from act where request_id = $1 and kind = 'visit' order by ordered_at desc limit 1`,
      [id],
    );
    return act!.id;
  }

  async day(date: string): Promise<DayBody> {
    return (await this.as('coordinator').get(`${this.base}/mobile/day?date=${date}`).expect(200)).body as DayBody;
  }

  /** Planned and published with everything else of that day. */
  async publish(date: string): Promise<void> {
    const coordinator = this.as('coordinator');
    const { version } = await this.day(date);
    const planned = await coordinator.post(`${this.base}/mobile/day/plan`, { date, version, seconds: 0.1 }).expect(200);
    await coordinator.post(`${this.base}/mobile/day/publish`, { date, version: planned.body.version }).expect(200);
  }

  /** The answer, as soon as it may be read outside the desk. */
  async reportOf(id: string): Promise<string> {
    const [row] = await this.world.sql<{ id: string }>(
      'select id from report where request_id = $1 order by signed_at desc limit 1',
      [id],
    );
    return row!.id;
  }
}
