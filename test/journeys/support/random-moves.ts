import { DomainError, MOVE_RULES, type ErrorCode, type Move } from '#contracts';
import { PRIORITY_CLASSES } from '#contracts/enums';
import { MOVES } from '#contracts/transitions';
import type { Member } from '#directory';
import { allowedFor, Requests, type RequestRow } from '#requests';
import { Database } from '#platform';
import { leastEmergency } from './answers.ts';
import { openMoves, type AnyMove, type MakeMove } from './make-move.ts';
import type { Services } from './services.ts';
import type { Team } from './territory.ts';

/** What a random evening at the desk did. */
export interface Tally {
  made: Record<string, number>;
  refused: Partial<Record<ErrorCode, number>>;
  /** Sentences on what should never be; empty is the proof. */
  faults: string[];
}

const OPEN_AT_ONCE = 24;
/** What the desk may answer to a wrong or late move; anything else is a fault. */
const EXPECTED: ErrorCode[] = [
  'request.stale',
  'request.move-not-allowed',
  'request.clinician-required',
  'request.reason-required',
  'request.undo-too-late',
  'report.invalid',
  'not-found',
];

/** Open requests that nobody owns, that have no action or no time; and finished ones that still ask for something. */
const ORPHANS = `
  select r.id, r.state, r.version, r.closed_at from request r
   where ($1::uuid is null or r.id = $1) and case when r.state in ('closed', 'cancelled', 'declined', 'redirected', 'merged')
              then r.next_action <> 'none' or r.owner_id is not null or r.due_at is not null or r.closed_at is null
              else r.next_action = 'none' or r.due_at is null or r.react_by is null or r.closed_at is not null
                   or r.owner_kind is null or r.owner_id is null
                   or (r.owner_kind = 'desk' and r.owner_id <> r.tenant_id)
                   or (r.owner_kind = 'team' and not exists (
                        select 1 from team t where t.tenant_id = r.tenant_id and t.id = r.owner_id))
                   or (r.owner_kind = 'user' and not exists (
                        select 1 from membership m where m.tenant_id = r.tenant_id and m.professional_id = r.owner_id))
                   or (r.state = 'emergency' and r.class <> 'P0')
                   or (r.class = 'P0' and r.state in ('received', 'proposed', 'confirmed')) end`;

/** Closed without a proof that the answer was received since it was given. */
const UNRECEIVED = `
  select r.id, r.state from request r
   where ($1::uuid is null or r.id = $1) and r.state in ('closed', 'declined', 'redirected')
     and not exists (select 1 from reception x where x.tenant_id = r.tenant_id and x.request_id = r.id and x.at >= r.answered_at)`;

/** An act is open exactly while its request is being carried out. */
const LOOSE_ACTS = `
  select r.id, r.state, r.next_action from request r
   where ($1::uuid is null or r.id = $1)
     and (r.state in ('decided', 'scheduled', 'in_progress', 'to_read'))
         <> exists (select 1 from act a where a.tenant_id = r.tenant_id and a.request_id = r.id and a.state = 'open')`;

/** A move is one version, one event and one audit line, or nothing at all. */
const UNEVEN = `
  select r.id from request r
   where ($1::uuid is null or r.id = $1) and (r.version <> (select count(*) from event e where e.tenant_id = r.tenant_id and e.request_id = r.id)
      or r.version <> (select count(*) from audit a where a.tenant_id = r.tenant_id and a.resource_id = r.id
                        and a.action not in ('request.read', 'report.read', 'mail.sent')))`;

/** mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes `moves` random moves of everybody on open requests of both teams, under a clock that runs through the nights. */
export async function randomMoves(services: Services, moves: number, seed: number): Promise<Tally> {
  const evening = new Evening(services, randomFrom(seed));
  await evening.open();
  while (evening.count < moves && evening.tally.faults.length === 0) await evening.step();
  await evening.inspect(ORPHANS, 'without owner, action or time', null);
  await evening.inspect(UNRECEIVED, 'closed without a received answer', null);
  await evening.inspect(LOOSE_ACTS, 'an act and its request disagree', null);
  await evening.inspect(UNEVEN, 'versions, events and audit lines differ', null);
  return evening.tally;
}

interface Choice {
  member: Member;
  version: number;
  isStale: boolean;
  move: AnyMove;
}

const BY_HAND: readonly Move[] = MOVES.filter((move) => MOVE_RULES[move].by !== 'system');
const RARE: readonly Move[] = [
  'cancel',
  'hand_over',
  'decline',
  'redirect',
  'admit',
  'advise',
  'lower',
  'claim',
  'ask_info',
  'raise',
];

class Evening {
  readonly tally: Tally = { made: {}, refused: {}, faults: [] };
  count = 0;
  private readonly members = new Map<string, Member[]>();
  private readonly open_: { team: Team; id: string }[] = [];
  private readonly makers = new Map<string, MakeMove>();

  constructor(
    private readonly services: Services,
    private readonly random: () => number,
  ) {}

  async open(): Promise<void> {
    for (const team of [this.services.cardio, this.services.nephro]) {
      const { gp, colleague, stranger, secretary, secondSecretary, caseManager } = team;
      const { specialist, secondSpecialist, medicalLead, coordinator, mobileNurse } = team;
      const asking = [gp, colleague, stranger];
      const working = [secretary, secondSecretary, caseManager, specialist, secondSpecialist, medicalLead];
      const people = [...asking, ...working, coordinator, mobileNurse];
      this.members.set(team.id, await Promise.all(people.map((person) => this.services.member(team, person))));
      this.makers.set(team.id, openMoves(this.services, team, this.random));
      await this.leaveNightsEmpty(team);
    }
  }

  async step(): Promise<void> {
    this.services.clock.advanceMinutes(Math.floor(this.random() ** 4 * 600));
    while (this.open_.length < OPEN_AT_ONCE) await this.receive();
    const index = Math.floor(this.random() * this.open_.length);
    const { team, id } = this.open_[index]!;
    if (this.random() < 0.15) await this.services.deliver();
    const row = await this.rowOf(team, id);
    const chosen = this.choose(team, row);
    // Sometimes two people click at once on what they both see.
    if (this.random() < 0.1) await this.together(team, row, chosen, this.choose(team, row));
    else await this.tryOne(row, chosen);
    await this.inspect(ORPHANS, 'without owner, action or time', id);
    await this.inspect(UNRECEIVED, 'closed without a received answer', id);
    await this.inspect(LOOSE_ACTS, 'an act and its request disagree', id);
    const over = `select 1 from request where id = $1 and closed_at is not null`;
    // A closed request lives on now and then: what happened is told, another question is asked.
    const closed = this.random() < 0.4 ? [] : await this.services.sql(over, [id]);
    if (closed.length > 0) this.open_.splice(index, 1);
  }

  /** One request, or all of them. */
  async inspect(question: string, what: string, id: string | null): Promise<void> {
    const rows = await this.services.sql<{ id: string }>(question, [id]);
    if (rows.length > 0) this.tally.faults.push(`${what} after ${this.count} moves: ${JSON.stringify(rows[0])}`);
  }

  private async receive(): Promise<void> {
    const team = this.random() < 0.6 ? this.services.cardio : this.services.nephro;
    const declaredClass = PRIORITY_CLASSES[1 + Math.floor(this.random() * 4)]!;
    const isVital = team === this.services.cardio && this.random() < 0.2;
    const sent = await this.services.send(team, isVital ? leastEmergency(team) : { declaredClass });
    this.open_.push({ team, id: sent.id });
  }

  private choose(team: Team, row: RequestRow): Choice {
    const people = this.members.get(team.id)!;
    const able = people.filter((one) => allowedFor(row, one).length > 0);
    const member = this.pick(able.length > 0 && this.random() < 0.8 ? able : people);
    const isUndo = this.random() < 0.05;
    // Finishing moves are rarer, so that requests live long enough to be in every state.
    const lively = allowedFor(row, member).filter((move) => !RARE.includes(move) || this.random() < 0.12);
    const isWild = lively.length === 0 || this.random() < 0.1;
    const isStale = row.version > 1 && this.random() < 0.12;
    const version = isStale ? row.version - 1 - Math.floor(this.random() * (row.version - 1)) : row.version;
    const move = isUndo ? 'undo' : this.pick(isWild ? BY_HAND : lively);
    return { member, version, isStale: version !== row.version, move };
  }

  private async tryOne(row: RequestRow, chosen: Choice): Promise<boolean> {
    const { member, move, version } = chosen;
    try {
      await this.makers.get(row.tenantId)!(row, move, member, version);
      this.count += 1;
      this.tally.made[move] = (this.tally.made[move] ?? 0) + 1;
      if (chosen.isStale) this.tally.faults.push(`a stale ${move} was accepted on ${row.state}`);
      return true;
    } catch (error) {
      const code = error instanceof DomainError ? error.code : null;
      if (!code || !EXPECTED.includes(code))
        this.tally.faults.push(
          `${move} on ${row.state}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
        );
      else this.tally.refused[code] = (this.tally.refused[code] ?? 0) + 1;
      return false;
    }
  }

  private async together(team: Team, row: RequestRow, one: Choice, two: Choice) {
    const done = await Promise.all([this.tryOne(row, one), this.tryOne(row, two)]);
    const after = await this.rowOf(team, row.id);
    const won = done.filter(Boolean).length;
    if (won > 1 || after.version !== row.version + won) {
      this.tally.faults.push(`${won} of two moves at once on version ${row.version}, now ${after.version}`);
    }
  }

  private rowOf(team: Team, id: string): Promise<RequestRow> {
    const ctx = { tenantId: team.id, userId: null };
    return this.services.get(Database).tx(ctx, (tx) => this.services.get(Requests).find(tx, id));
  }

  /** On call by day only: some nights nobody is there, and the desk is closed at the weekend. */
  private async leaveNightsEmpty(team: Team): Promise<void> {
    await this.services.sql('delete from on_call where tenant_id = $1', [team.id]);
    await this.services.sql(
      `insert into on_call (tenant_id, id, professional_id, starts_at, ends_at)
       select $1, gen_random_uuid(), $2, day, day + interval '14 hours' from generate_series($3::timestamptz, $3::timestamptz + interval '600 days', '1 day') as day`,
      [team.id, team.specialist.id, this.services.clock.now()],
    );
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)]!;
  }
}
