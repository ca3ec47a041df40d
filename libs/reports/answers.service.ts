import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Move } from '#contracts';
import type { ActKind, ReportKind } from '#contracts/care';
import { Acts, EMPTY_DETAIL } from '#decision';
import { Directory, localTime } from '#directory';
import type { EssRow, Member } from '#directory';
import { takesRedirections } from '#intake';
import type { RequestContent } from '#intake';
import { Clock, Database, sealJson, uuidv7 } from '#platform';
import type { Key, Tx } from '#platform';
import { RequestAccess, Requests } from '#requests';
import type { RequestRow } from '#requests';
import { EMPTY_CONTENT, ReceptionRow, type ReportContent } from './report.entity.ts';
import type {
  AdmissionDto,
  AnswerDto,
  DeclineDto,
  GiveAnswerDto,
  HandOverDto,
  ReadingDto,
  RedirectDto,
} from './reports.dto.ts';
import { Reports } from './reports.service.ts';

interface Opened {
  tx: Tx;
  row: RequestRow;
  key: Key;
}

interface Signing {
  move: Move;
  kind: ReportKind;
  /** An answer without an act behind it is an act done at once. */
  act: ActKind | null;
  version: number;
  content: Partial<ReportContent>;
  /** Redirection to another team of the house. */
  toEssId?: string | null;
}

/** Every way to answer a request with a signed text: one use case, one transaction. */
@Injectable()
export class Answers {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly access: RequestAccess,
    private readonly requests: Requests,
    private readonly acts: Acts,
    private readonly reports: Reports,
  ) {}

  /** « Avis donné »: the téléexpertise answer with its legal fields. */
  async give(member: Member, id: string, { version, answer }: GiveAnswerDto): Promise<void> {
    refuseWrongLegalDates(answer, localTime(this.clock.now(), member.ess.timezone).date);
    await this.sign(member, id, { move: 'advise', kind: 'advice', act: 'advice', version, content: answer });
  }

  async signReading(member: Member, id: string, version: number, reading: ReadingDto): Promise<void> {
    const content = textOf(reading);
    await this.sign(member, id, { move: 'sign_reading', kind: 'reading', act: null, version, content });
  }

  async reportAppointment(member: Member, id: string, version: number, report: ReadingDto): Promise<void> {
    const content = textOf(report);
    await this.sign(member, id, { move: 'report_appointment', kind: 'consultation', act: null, version, content });
  }

  async decline(member: Member, id: string, { version, advice, conclusions }: DeclineDto): Promise<void> {
    const content = { answer: advice, conclusions };
    await this.sign(member, id, { move: 'decline', kind: 'refusal', act: 'refusal', version, content });
  }

  /** To a resource in words, or to another team of the house, which receives a signed copy. */
  async redirect(member: Member, id: string, { version, advice, toEss, ...typed }: RedirectDto): Promise<void> {
    const other = toEss ? await this.otherTeam(member, toEss) : null;
    const { resource, contact } = other ? { resource: other.name, contact: other.phone } : typed;
    const content = { answer: advice, conclusions: `Réorientée vers ${resource}`, resource, contact };
    const signing = { move: 'redirect', kind: 'redirection', act: 'redirection', version, content } as const;
    await this.sign(member, id, { ...signing, toEssId: other?.id ?? null });
  }

  private async otherTeam(member: Member, slug: string): Promise<EssRow> {
    const other = await this.directory.ess(slug);
    if (other.id !== member.ess.id && takesRedirections(other)) return other;
    const message = 'Choisissez une autre équipe, qui reçoit des demandes.';
    throw new DomainError('report.invalid', message, { errors: [{ field: 'toEss', code: 'invalid', message }] });
  }

  async admit(member: Member, id: string, dto: AdmissionDto): Promise<void> {
    const { version, service, when, contact, advice } = dto;
    const content = {
      answer: advice,
      conclusions: `Admission\u00a0: ${service}, ${when}`,
      resource: service,
      when,
      contact,
    };
    await this.sign(member, id, { move: 'admit', kind: 'admission', act: 'admission', version, content });
  }

  /** A vital emergency confided to the SAMU: told by phone, hence received and closed. */
  handOver(member: Member, id: string, { version, toldTo, reason }: HandOverDto): Promise<void> {
    return this.onRequest(member, id, async ({ tx, row, key }) => {
      const note = { key, text: `Dit à ${toldTo}\u00a0: ${reason}` };
      const after = await this.requests.move(tx, member.ess, row, { move: 'hand_over', version, member, note });
      const conclusions = 'Urgence confiée au\u00a015';
      const content = { ...EMPTY_CONTENT, question: questionOf(this.requests, row, key), answer: reason, conclusions };
      const report = { kind: 'handover' as const, actId: null, authorId: member.professionalId, content };
      const { id: reportId } = await this.reports.sign(tx, after, key, report);
      await this.acts.end(tx, id, after.version, 'done');
      const receptionId = uuidv7(this.clock.now());
      const place = { table: 'reception', column: 'sealed_told_to', row: receptionId };
      await tx.manager.insert(ReceptionRow, {
        tenantId: row.tenantId,
        id: receptionId,
        reportId,
        requestId: id,
        kind: 'by_phone',
        byId: member.professionalId,
        at: this.clock.now(),
        sealedToldTo: sealJson(key, place, toldTo),
      });
    });
  }

  private sign(member: Member, id: string, signing: Signing): Promise<void> {
    const { move, kind, version } = signing;
    return this.onRequest(member, id, async ({ tx, row, key }) => {
      const open = await this.acts.openOf(tx, id);
      const question = open ? this.acts.detail(open, key).question : questionOf(this.requests, row, key);
      const facts = { report: kind, ...(signing.toEssId && { toEssId: signing.toEssId }) };
      const after = await this.requests.move(tx, member.ess, row, { move, version, member, facts });
      const actId = await this.actOf(tx, after, key, member, signing, open?.id ?? null);
      const content = { ...EMPTY_CONTENT, question, ...signing.content };
      await this.reports.sign(tx, after, key, { kind, actId, authorId: member.professionalId, content });
    });
  }

  private async actOf(tx: Tx, row: RequestRow, key: Key, member: Member, { act }: Signing, openId: string | null) {
    if (!act) {
      await this.acts.end(tx, row.id, row.version, 'done');
      return openId;
    }
    const orderedBy = member.professionalId;
    const dueAt = this.clock.now();
    return (await this.acts.open(tx, row, key, { kind: act, detail: EMPTY_DETAIL, dueAt, orderedBy, done: true })).id;
  }

  private onRequest(member: Member, id: string, work: (opened: Opened) => Promise<void>): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, key } = await this.access.openToWrite(tx, member, id);
      await work({ tx, row, key });
    });
  }
}

const questionOf = (requests: Requests, row: RequestRow, key: Key): string =>
  requests.content<RequestContent>(row, key).answers.question || requests.summary(row, key);

const textOf = ({ findings, ...reading }: ReadingDto): Partial<ReportContent> => ({ ...reading, answer: findings });

/** What is said of the patient has its date, and that day has come (CSP R.6316-4). */
function refuseWrongLegalDates(answer: AnswerDto, today: string): void {
  const { informed, informedOn, consent, consentOn } = answer;
  const missing = [
    {
      field: 'answer.informedOn',
      isMissing: informed && !informedOn,
      message: 'Indiquez quand le patient a été informé.',
    },
    {
      field: 'answer.consentOn',
      isMissing: consent !== 'not_obtained' && !consentOn,
      message: 'Indiquez quand l’accord a été recueilli.',
    },
  ].flatMap(({ isMissing, field, message }) => (isMissing ? [{ field, code: 'required', message }] : []));
  const wrong = Object.entries({ 'answer.informedOn': informedOn, 'answer.consentOn': consentOn })
    .filter(([, day]) => day && !(isCalendarDay(day) && day <= today))
    .map(([field]) => ({ field, code: 'invalid', message: 'Indiquez une date passée, ou celle d’aujourd’hui.' }));
  const errors = [...missing, ...wrong];
  if (errors.length > 0)
    throw new DomainError('report.invalid', errors[0]?.message ?? 'Complétez la réponse.', { errors });
}

const isCalendarDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
