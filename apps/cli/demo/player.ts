import { createHash } from 'node:crypto';
import { DomainError, type Move, rankOf } from '#contracts';
import type { Member } from '#directory';
import { allowedFor, RequestRow } from '#requests';
import type { Cast } from './cast.ts';
import { nameOf } from './cast.ts';
import { localDay } from './data/calendar.ts';
import { personOf } from './data/people.ts';
import type { LaterAct, Story } from './data/story.ts';
import type { Stage } from './stage.ts';

/** The draft of a story: the same story is never sent twice, whoever tells it. */
export function draftIdOf(storyKey: string): string {
  const bytes = createHash('sha256').update(`guichet-demonstration/${storyKey}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export interface Step {
  at: Date;
  story: Story;
  /** Absent: the sending itself. */
  act?: LaterAct;
}

export interface Played {
  sent: number;
  acts: number;
  /** Refused by a rule: somebody changed the request by hand, or the case no longer fits its form. */
  refused: string[];
}

const EVALUATION_SECONDS = 2;

/** Plays steps in order of time, each by its real use case at its own moment. */
export class Player {
  private readonly stage: Stage;
  private readonly cast: Cast;
  /** Requests sent in this telling: nobody else touches them meanwhile, so they need not be read again. */
  private readonly mine = new Map<string, { id: string; version: number }>();

  constructor(stage: Stage, cast: Cast) {
    this.stage = stage;
    this.cast = cast;
  }

  async play(steps: readonly Step[]): Promise<Played> {
    const played: Played = { sent: 0, acts: 0, refused: [] };
    const inOrder = [...steps].sort((first, second) => first.at.getTime() - second.at.getTime());
    for (const { at, story, act } of inOrder) {
      this.stage.clock.travelTo(at);
      try {
        if (!act) await this.send(story);
        else if (await this.act(story, act)) played.acts += 1;
        if (!act) played.sent += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        // The specialist on call already has it in hand: nothing to claim.
        if (act?.act === 'claim' && error.code === 'request.move-not-allowed') continue;
        played.refused.push(`${story.key} ${act?.act ?? 'send'}: ${error.code}`);
      }
    }
    return played;
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
    await this.perform(member, request, story, act);
    request.version += 1;
    return true;
  }

  private perform(
    member: Member,
    request: { id: string; version: number },
    story: Story,
    act: LaterAct,
  ): Promise<void> {
    const { triage } = this.stage;
    const { id, version } = request;
    const { reason = '' } = act;
    switch (act.act) {
      case 'claim':
        return triage.claim(member, id, version);
      case 'acknowledge':
        return triage.acknowledge(member, id, version);
      case 'confirm':
        return triage.chooseClass(member, id, version, undefined, '');
      case 'raise':
      case 'lower':
        return triage.chooseClass(member, id, version, act.toClass, reason);
      case 'cancel':
        return this.stage.decide.cancel(member, id, version, reason);
      case 'answer':
        return this.answer(member, request, story, reason);
    }
  }

  /** An emergency is confided to the 15; the others get a signed opinion. */
  private answer(
    member: Member,
    request: { id: string; version: number },
    story: Story,
    reason: string,
  ): Promise<void> {
    const { answers } = this.stage;
    const { id, version } = request;
    if (story.expected === 'P0')
      return answers.handOver(member, id, { version, reason, toldTo: nameOf(personOf(story.requesterEmail)) });
    const day = localDay(this.stage.clock.now());
    return answers.give(member, id, {
      version,
      answer: {
        answer: reason,
        conclusions: reason,
        tasks: [{ who: 'medecin_traitant', what: 'Informer le patient de la réponse', when: 'sous 48\u00a0h' }],
        callBackWhen: 'Si les signes s’aggravent ou reviennent',
        call15When: 'Douleur thoracique, malaise ou essoufflement brutal',
        incidents: '',
        informed: true,
        informedOn: day,
        consent: 'oral',
        consentOn: day,
      },
    });
  }

  /** The request of an earlier telling, unless somebody has changed it so that the act is no longer open. */
  private async find(member: Member, story: Story, act: LaterAct): Promise<{ id: string; version: number } | null> {
    const { tenantId } = member.ctx;
    const draftId = draftIdOf(story.key);
    const row = await this.stage.database.tx(member.ctx, (tx) =>
      tx.manager.findOneBy(RequestRow, { tenantId, draftId }),
    );
    return row && isPossible(row, member, act) ? { id: row.id, version: row.version } : null;
  }
}

const SAME = {
  claim: ['claim'],
  confirm: ['confirm'],
  raise: ['raise'],
  lower: ['lower'],
  acknowledge: ['acknowledge'],
  cancel: ['cancel'],
} as const;

function isPossible(row: RequestRow, member: Member, act: LaterAct): boolean {
  const moves = allowedFor(row, member);
  const open: Record<LaterAct['act'], readonly Move[]> = { ...SAME, answer: ['advise', 'hand_over'] };
  if (!open[act.act].some((move) => moves.includes(move))) return false;
  const change = act.toClass ? rankOf(act.toClass) - rankOf(row.class) : 0;
  if (act.act === 'raise') return change < 0;
  return act.act === 'lower' ? change > 0 : true;
}
