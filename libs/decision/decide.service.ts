import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import type { Move } from '#contracts';
import { EXAM_DOER_LABELS, EXAM_LABELS, type ActKind } from '#contracts/care';
import { Roster } from '#directory';
import type { Member } from '#directory';
import { Clock, Database } from '#platform';
import type { Key, Tx } from '#platform';
import { RequestAccess, Requests } from '#requests';
import type { MoveOrder, RequestRow } from '#requests';
import { type ActDetail, EMPTY_DETAIL } from './act.entity.ts';
import { Acts } from './acts.service.ts';
import { Colleagues } from './colleagues.service.ts';
import type {
  AskInfoDto,
  BookDto,
  MissedDto,
  OrderConsultationDto,
  OrderExamDto,
  OrderVisitDto,
  PassDto,
  TextDto,
} from './decision.dto.ts';

/** Usual time at the bedside, in minutes, when the specialist says nothing. */
const VISIT_MINUTES = 30;
/** A little over a year: beyond, it is a slip of the finger. */
const FURTHEST_MS = 370 * 24 * 3600_000;

interface Opened {
  tx: Tx;
  row: RequestRow;
  key: Key;
}

const invalid = (field: string, message: string) =>
  new DomainError('decision.invalid', message, { errors: [{ field, code: 'invalid', message }] });

/** What is decided on a request, short of a signed answer: each act has what it needs and no more. */
@Injectable()
export class Decide {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: RequestAccess,
    private readonly requests: Requests,
    private readonly roster: Roster,
    private readonly acts: Acts,
    private readonly colleagues: Colleagues,
  ) {}

  visit(member: Member, id: string, dto: OrderVisitDto): Promise<void> {
    const { version, exams, question, instructions = '', minutes = VISIT_MINUTES } = dto;
    const detail = { ...EMPTY_DETAIL, exams, question, instructions, minutes };
    return this.order(member, id, 'order_visit', 'visit', version, detail, this.futureOf(dto.dueAt));
  }

  exam(member: Member, id: string, dto: OrderExamDto): Promise<void> {
    const { version, exams, doer, question } = dto;
    const detail = { ...EMPTY_DETAIL, exams, doer, question };
    return this.order(member, id, 'order_exam', 'exam', version, detail, this.futureOf(dto.dueAt));
  }

  consultation(member: Member, id: string, dto: OrderConsultationDto, kind: 'consultation' | 'teleconsultation') {
    const { version, question, withId = null } = dto;
    const detail = { ...EMPTY_DETAIL, question, withId };
    const move = kind === 'consultation' ? 'order_consultation' : 'order_teleconsultation';
    return this.order(member, id, move, kind, version, detail, this.futureOf(dto.dueAt), withId);
  }

  pass(member: Member, id: string, { version, toId, note = '' }: PassDto): Promise<void> {
    return this.onRequest(member, id, async ({ tx, row, key }) => {
      if (toId === member.professionalId) throw invalid('toId', 'Choisissez un confrère\u00a0: c’est déjà vous.');
      await this.refuseStranger(tx, toId, 'toId');
      await this.move({ tx, row, key }, member, { move: 'pass', version, assigneeId: toId }, note);
    });
  }

  askInfo(member: Member, id: string, { version, question }: AskInfoDto): Promise<void> {
    return this.simple(member, id, 'ask_info', version, question);
  }

  giveInfo(member: Member, id: string, { version, text }: TextDto): Promise<void> {
    return this.simple(member, id, 'give_info', version, text);
  }

  askAgain(member: Member, id: string, { version, text }: TextDto): Promise<void> {
    return this.simple(member, id, 'ask_again', version, text);
  }

  examBack(member: Member, id: string, { version, text }: TextDto): Promise<void> {
    return this.onRequest(member, id, async (opened) => {
      const after = await this.move(opened, member, { move: 'exam_back', version }, text);
      await this.acts.end(opened.tx, id, after.version, 'done');
    });
  }

  book(member: Member, id: string, dto: BookDto): Promise<void> {
    const from = this.soon(dto.at, 'at');
    const to = new Date(from.getTime() + dto.minutes * 60_000);
    return this.onRequest(member, id, async (opened) => {
      const { tx, key } = opened;
      await this.refuseStranger(tx, dto.withId, 'withId');
      const order = { move: 'book' as const, version: dto.version, assigneeId: dto.withId, planned: { from, to } };
      await this.move(opened, member, order, '');
      const act = await this.acts.openOf(tx, id);
      if (!act) throw notFound();
      const { minutes, place, withId } = dto;
      const appointment = { at: from.toISOString(), minutes, place, withId };
      await this.acts.reseal(tx, act, key, { ...this.acts.detail(act, key), appointment });
    });
  }

  cancel(member: Member, id: string, version: number, reason: string): Promise<void> {
    return this.onRequest(member, id, async (opened) => {
      const after = await this.move(opened, member, { move: 'cancel', version }, reason);
      await this.acts.end(opened.tx, id, after.version, 'cancelled');
    });
  }

  missed(member: Member, id: string, { version, reason }: MissedDto): Promise<void> {
    return this.simple(member, id, 'unbook', version, reason);
  }

  private simple(member: Member, id: string, move: Move, version: number, text: string): Promise<void> {
    return this.onRequest(member, id, async (opened) => {
      await this.move(opened, member, { move, version }, text);
    });
  }

  private order(
    member: Member,
    id: string,
    move: Move,
    kind: ActKind,
    version: number,
    detail: ActDetail,
    dueAt: Date | undefined,
    withId: string | null = null,
  ): Promise<void> {
    return this.onRequest(member, id, async (opened) => {
      const { tx, key } = opened;
      const wanted = withId ? await this.refuseStranger(tx, withId, 'withId') : null;
      // Who does it is said to everybody who follows the request.
      const exams = detail.exams.map((exam) => EXAM_LABELS[exam]).join(', ');
      const by = detail.doer ? ` par ${EXAM_DOER_LABELS[detail.doer]}` : '';
      const words = [wanted ? `Avec ${wanted.name}` : exams + by, detail.question].filter(Boolean);
      const after = await this.move(
        opened,
        member,
        { move, version, dueAt, facts: { act: kind } },
        words.join('\u00a0: '),
      );
      const due = after.dueAt ?? this.clock.now();
      await this.acts.open(tx, after, key, { kind, detail, dueAt: due, orderedBy: member.professionalId });
    });
  }

  private move({ tx, row, key }: Opened, member: Member, order: Omit<MoveOrder, 'member'>, text: string) {
    const note = text.trim() ? { key, text } : undefined;
    return this.requests.move(tx, member.ess, row, { ...order, member, note });
  }

  private onRequest(member: Member, id: string, work: (opened: Opened) => Promise<void>): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, key } = await this.access.openToWrite(tx, member, id);
      await work({ tx, row, key });
    });
  }

  private async refuseStranger(tx: Tx, professionalId: string, field: string): Promise<{ name: string }> {
    const list = await this.colleagues.list(tx, this.clock.now(), await this.roster.onCall(tx));
    const found = list.find((colleague) => colleague.id === professionalId);
    if (!found || !(await this.colleagues.hold(tx, this.clock.now(), professionalId)))
      throw invalid(field, 'Choisissez un spécialiste de cette équipe, dans la liste.');
    return found;
  }

  private futureOf(dueAt: string | undefined): Date | undefined {
    return dueAt ? this.soon(dueAt, 'dueAt') : undefined;
  }

  /** To come, and near enough to be seen late one day; what is no date at all is neither. */
  private soon(typed: string, field: string): Date {
    const date = new Date(typed);
    const ahead = date.getTime() - this.clock.now().getTime();
    if (ahead > 0 && ahead < FURTHEST_MS) return date;
    throw invalid(field, 'Choisissez une date à venir, dans les douze mois.');
  }
}
