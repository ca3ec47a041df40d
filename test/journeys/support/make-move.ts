import { DomainError, type Move } from '#contracts';
import { OUTCOMES } from '#contracts/care';
import { PRIORITY_CLASSES } from '#contracts/enums';
import { Decide } from '#decision';
import type { Member } from '#directory';
import { Patients } from '#patients';
import { Database } from '#platform';
import { Answers, Receptions, Reports, TakeBack } from '#reports';
import { Requests, type MoveOrder, type RequestRow } from '#requests';
import { Triage } from '#triage';
import { advice, reading } from './care.ts';
import type { Services } from './services.ts';
import type { Team } from './territory.ts';

export type AnyMove = Move | 'undo';
/** Makes one move through the use case that people reach it by. */
export type MakeMove = (row: RequestRow, move: AnyMove, member: Member, version: number) => Promise<void>;

const REASON = 'Revue au téléphone avec le médecin';
const HOUR_MS = 3_600_000;

/** Every move of one team, with whatever its use case asks for, at random. */
export function openMoves(services: Services, team: Team, random: () => number): MakeMove {
  const triage = services.get(Triage);
  const decide = services.get(Decide);
  const answers = services.get(Answers);
  const later = (hours: number): Date => new Date(services.clock.now().getTime() + hours * HOUR_MS);
  const soon = (): string => later(1 + random() * 400).toISOString();
  const doctor = (): string => (random() < 0.5 ? team.specialist.id : team.secondSpecialist.id);

  /** The tour's own moves, as the planner and the nurse make them one request at a time. */
  const onTour = (row: RequestRow, order: MoveOrder): Promise<void> =>
    services.get(Database).tx({ tenantId: team.id, userId: order.member?.professionalId ?? null }, async (tx) => {
      const found = await services.get(Requests).find(tx, row.id);
      const { key } = await services.get(Patients).open(tx, row.patientId);
      const note = order.move === 'visit_not_done' ? { key, text: REASON } : undefined;
      await services.get(Requests).move(tx, order.member!.ess, found, { ...order, note });
    });

  const receive = async (row: RequestRow, member: Member, version: number): Promise<void> => {
    const ctx = { tenantId: team.id, userId: null };
    const [latest] = await services.get(Database).tx(ctx, (tx) => services.get(Reports).ofRequest(tx, row.id));
    const asks = member.roles.includes('requester');
    const kind = asks ? (random() < 0.5 ? ('read' as const) : ('acknowledged' as const)) : ('by_phone' as const);
    // The page that shows itself read works on what it finds: only a button can be stale.
    const shown = kind === 'read' ? (await current(row.id)).version : version;
    if (kind === 'read' && shown !== version)
      throw new DomainError('request.stale', 'Déjà reçue, ou changée entre-temps.');
    const dto = { version, kind, ...(kind === 'by_phone' && { toldTo: 'le secrétariat' }) };
    await services.get(Receptions).receive(member, latest?.id ?? row.id, dto);
    if (!(await wasHis(row, member))) throw new DomainError('request.stale', 'Déjà reçue, ou changée entre-temps.');
  };
  /** Two proofs at once are both kept, one of them moves the request: that one only is a move. */
  const moved = new Set<string>();
  const wasHis = async (row: RequestRow, member: Member): Promise<boolean> => {
    const next = `${row.id} ${row.version + 1}`;
    const made = await services.sql(
      `select 1 from event where request_id = $1 and version = $2 and type = 'report.received' and actor_id = $3`,
      [row.id, row.version + 1, member.professionalId],
    );
    const isNew = made.length > 0 && !moved.has(next);
    moved.add(next);
    return isNew;
  };
  const current = (id: string): Promise<RequestRow> =>
    services.get(Database).tx({ tenantId: team.id, userId: null }, (tx) => services.get(Requests).find(tx, id));

  return async (row, move, member, version) => {
    const { id } = row;
    const tour = { version, member };
    switch (move) {
      case 'undo':
        return services.get(TakeBack).undo(member, id, version);
      case 'claim':
        return triage.claim(member, id, version);
      case 'release':
        return triage.release(member, id, version);
      case 'acknowledge':
        return triage.acknowledge(member, id, version);
      case 'cancel':
        return decide.cancel(member, id, version, REASON);
      case 'hand_over':
        return answers.handOver(member, id, { version, toldTo: 'Dr Marchais', reason: REASON });
      case 'pass':
        return decide.pass(member, id, {
          version,
          toId: member.professionalId === team.specialist.id ? team.secondSpecialist.id : team.specialist.id,
        });
      case 'ask_info':
        return decide.askInfo(member, id, { version, question: REASON });
      case 'give_info':
        return decide.giveInfo(member, id, { version, text: REASON });
      case 'ask_again':
        return decide.askAgain(member, id, { version, text: REASON });
      case 'exam_back':
        return decide.examBack(member, id, { version, text: REASON });
      case 'order_visit':
        return decide.visit(member, id, { version, exams: ['ecg'], question: REASON });
      case 'order_exam':
        return decide.exam(member, id, {
          version,
          exams: ['biologie'],
          doer: 'requester',
          question: REASON,
          dueAt: soon(),
        });
      case 'order_consultation':
        return decide.consultation(member, id, { version, question: REASON }, 'consultation');
      case 'order_teleconsultation':
        return decide.consultation(member, id, { version, question: REASON, withId: doctor() }, 'teleconsultation');
      case 'book':
        return decide.book(member, id, { version, at: soon(), minutes: 20, place: 'Cabinet', withId: doctor() });
      case 'unbook':
        return decide.missed(member, id, { version, reason: REASON });
      case 'advise':
        return answers.give(member, id, { version, answer: advice() });
      case 'decline':
        return answers.decline(member, id, { version, advice: REASON, conclusions: REASON });
      case 'redirect':
        return answers.redirect(member, id, { version, resource: 'CHU', contact: '0261911234', advice: REASON });
      case 'admit':
        return answers.admit(member, id, {
          version,
          service: 'Cardiologie',
          when: 'ce soir',
          contact: 'garde',
          advice: REASON,
        });
      case 'sign_reading':
        return answers.signReading(member, id, version, reading());
      case 'report_appointment':
        return answers.reportAppointment(member, id, version, reading());
      case 'plan_visit':
        return onTour(row, {
          ...tour,
          move,
          assigneeId: team.mobileTeamId,
          planned: { from: later(24), to: later(25) },
        });
      case 'unplan_visit':
      case 'start_visit':
      case 'visit_done':
      case 'visit_not_done':
        return onTour(row, { ...tour, move });
      case 'receive':
        return receive(row, member, version);
      case 'tell_outcome': {
        const happened = OUTCOMES[Math.floor(random() * OUTCOMES.length)]!;
        return services.get(Receptions).outcome(member, id, { version, happened, withoutEss: 'wait' });
      }
      default: {
        const value = PRIORITY_CLASSES[Math.floor(random() * 5)]!;
        const wanted = move === 'confirm' ? undefined : value;
        return triage.chooseClass(member, id, version, wanted, random() < 0.9 ? REASON : '');
      }
    }
  };
}
