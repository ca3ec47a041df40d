import type { SheetDto } from '#mobile-team';
import type { Member } from '#directory';
import { notFound } from '#contracts';
import type { Cast } from './cast.ts';
import type { LaterAct, SheetWords, SignedWords } from './data/acts.ts';
import { localDay } from './data/calendar.ts';
import type { Story } from './data/story.ts';
import { idOf } from './ids.ts';
import type { Stage } from './stage.ts';

interface Held {
  id: string;
  version: number;
}

type Of<Name extends LaterAct['act']> = Extract<LaterAct, { act: Name }>;

/** One act of a story, by the real use case. */
export class Performer {
  private readonly stage: Stage;
  private readonly cast: Cast;

  constructor(stage: Stage, cast: Cast) {
    this.stage = stage;
    this.cast = cast;
  }

  async perform(member: Member, { id, version }: Held, story: Story, act: LaterAct): Promise<void> {
    const { triage, decide, answers } = this.stage;
    switch (act.act) {
      case 'claim':
        return triage.claim(member, id, version);
      case 'acknowledge':
        return triage.acknowledge(member, id, version);
      case 'confirm':
        return triage.chooseClass(member, id, version, undefined, '');
      case 'raise':
        return triage.chooseClass(member, id, version, act.toClass, '');
      case 'lower':
        return triage.chooseClass(member, id, version, act.toClass, act.text);
      case 'cancel':
        return decide.cancel(member, id, version, act.text);
      case 'pass':
        return decide.pass(member, id, { version, toId: this.cast.professionalId(act.toEmail), note: act.text });
      case 'ask_info':
        return decide.askInfo(member, id, { version, question: act.text });
      case 'give_info':
        return decide.giveInfo(member, id, { version, text: act.text });
      case 'exam_back':
        return decide.examBack(member, id, { version, text: act.text });
      case 'ask_again':
        return decide.askAgain(member, id, { version, text: act.text });
      case 'unbook':
        return decide.missed(member, id, { version, reason: act.text });
      case 'order_exam': {
        const { exams, doer, text: question } = act;
        return decide.exam(member, id, { version, exams, doer, question, dueAt: inDays(act.at, act.dueInDays) });
      }
      case 'order_visit': {
        const { exams, minutes, text: question } = act;
        return decide.visit(member, id, { version, exams, minutes, question });
      }
      case 'order_consultation':
      case 'order_teleconsultation': {
        const withId = act.withEmail ? this.cast.professionalId(act.withEmail) : undefined;
        const kind = act.act === 'order_consultation' ? 'consultation' : 'teleconsultation';
        return decide.consultation(member, id, { version, question: act.text, withId }, kind);
      }
      case 'book': {
        const { minutes, place, on, withEmail } = act;
        const withId = this.cast.professionalId(withEmail);
        return decide.book(member, id, { version, at: on.toISOString(), minutes, place, withId });
      }
      case 'advise':
        return answers.give(member, id, { version, answer: this.adviceOf(act.words) });
      case 'sign_reading':
        return answers.signReading(member, id, version, readingOf(act.words));
      case 'report_appointment':
        return answers.reportAppointment(member, id, version, readingOf(act.words));
      case 'decline':
        return answers.decline(member, id, { version, advice: act.text, conclusions: act.conclusions });
      case 'redirect': {
        const { resource, contact, text: advice } = act;
        return answers.redirect(member, id, { version, resource, contact, advice });
      }
      case 'admit': {
        const { service, when, contact, text: advice } = act;
        return answers.admit(member, id, { version, service, when, contact, advice });
      }
      case 'hand_over':
        return answers.handOver(member, id, { version, toldTo: act.toldTo, reason: act.text });
      case 'receive':
        return this.receive(member, { id, version }, act);
      case 'start_visit':
      case 'arrive':
      case 'visit_done':
      case 'visit_not_done':
        return this.atTheDoor(member, id, story, act);
    }
  }

  private adviceOf({ said, conclusions, tasks, callBackWhen, call15When }: SignedWords) {
    const day = localDay(this.stage.clock.now());
    const told = { informed: true, informedOn: day, consent: 'oral' as const, consentOn: day };
    return { answer: said, conclusions, tasks, callBackWhen, call15When, incidents: '', ...told };
  }

  private async receive(member: Member, { id, version }: Held, act: Of<'receive'>): Promise<void> {
    const { kind, toldTo, happened, withoutEss } = act;
    const [report] = await this.stage.database.tx(member.ctx, (tx) => this.stage.reports.ofRequest(tx, id));
    if (!report) throw notFound();
    await this.stage.receptions.receive(member, report.id, { version, kind, toldTo, happened, withoutEss });
  }

  private async atTheDoor(
    member: Member,
    id: string,
    story: Story,
    act: Of<'start_visit' | 'arrive' | 'visit_done' | 'visit_not_done'>,
  ): Promise<void> {
    const { nurses, acts, database } = this.stage;
    const open = await database.tx(member.ctx, (tx) => acts.openOf(tx, id));
    if (!open) throw notFound();
    const at = act.at.toISOString();
    const key = idOf(`${story.key}/${act.act}/${at}`);
    switch (act.act) {
      case 'start_visit':
        await nurses.status(member, open.id, { status: 'en_route', at, key });
        return;
      case 'arrive':
        await nurses.status(member, open.id, { status: 'arrived', at, key });
        return;
      case 'visit_done':
        await nurses.done(member, open.id, { sheet: sheetOf(act.sheet, act.exams, act.at), at, key });
        return;
      case 'visit_not_done':
        await nurses.notDone(member, open.id, { reason: act.reason, note: act.text, at, key });
    }
  }
}

const inDays = (from: Date, days: number): string => new Date(from.getTime() + days * 86_400_000).toISOString();

const readingOf = ({ said, conclusions, tasks, callBackWhen, call15When }: SignedWords) => ({
  ...{ findings: said, conclusions, tasks, callBackWhen, call15When },
  incidents: '',
});

function sheetOf({ measures, note }: SheetWords, exams: SheetDto['examsDone'], at: Date): SheetDto {
  return {
    measures: measures.map((written) => {
      const [name = '', value = '', unit = ''] = written.split(' ');
      return { name, value: Number(value), unit, at: at.toISOString() };
    }),
    findings: {},
    note,
    examsDone: exams,
    examsMissing: [],
    called15: false,
    calledOnCall: false,
  };
}
