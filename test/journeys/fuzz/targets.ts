import { randomUUID } from 'node:crypto';
import { answersOf, somebody } from '../support/answers.ts';
import { advice, reading } from '../support/care.ts';
import { dayInParis, inDays, type Who, type WholePath } from '../support/whole-path.ts';
import type { World } from '../support/world.ts';
import { rewind, snapshot, type Snapshot } from './rewind.ts';

/** A write route, who may call it, on what, and a body that it accepts. */
export interface Target {
  route: string;
  who: Who;
  /** The request it works on; put back whenever it has moved. */
  stage?: Staged;
  id?: string;
  good: () => Promise<object> | object;
  headers?: () => Record<string, string>;
  /** Its good body has the right shape, and may be refused for what it asks. */
  mayRefuse?: boolean;
  /** Seconds the body itself asks the server to work. */
  asksMs?: (body: string) => number;
}

export interface Staged {
  kept: Snapshot;
  version(): Promise<number>;
  rewind(): Promise<void>;
}

/** One request at each step of its path, and every write route on the step that opens it. */
export async function stageTargets(world: World, path: WholePath): Promise<Target[]> {
  const { team } = path;
  const stage = async (requestId: string): Promise<Staged> => {
    const kept = await snapshot(world, requestId);
    return {
      kept,
      rewind: () => rewind(world, kept),
      async version() {
        const [row] = await world.sql<{ version: number }>('select version from request where id = $1', [requestId]);
        return row!.version;
      },
    };
  };
  /** On the request of a stage, at its version. */
  const on = (staged: Staged, who: Who, step: string, rest: () => object = () => ({})): Target => ({
    route: `POST /api/e/{ess}/requests/{id}/${step}`,
    who,
    stage: staged,
    id: staged.kept.requestId,
    good: async () => ({ version: await staged.version(), ...rest() }),
  });

  const proposed = await stage(await path.proposed());
  const claimedId = await path.proposed();
  await path.act('secretary', claimedId, 'claim');
  const claimed = await stage(claimedId);
  const emergency = await stage(await path.emergency());
  const confirmed = await stage(await path.confirmed());
  const asked = await path.confirmed();
  await path.act('specialist', asked, 'decisions/info', { question: 'Poids du jour ?' });
  const awaitInfo = await stage(asked);
  const examined = await path.confirmed();
  const exam = () => ({ exams: ['biologie'], doer: 'requester', question: 'BNP', dueAt: inDays(5) });
  await path.act('specialist', examined, 'decisions/exam', exam());
  const awaitExam = await stage(examined);
  const toBook = await path.confirmed();
  await path.act('specialist', toBook, 'decisions/consultation', { question: 'Consultation avancée' });
  const booking = await stage(toBook);
  const booked = await stage(await path.booked());
  const undoable = await stage(await path.answered());
  const answeredId = await path.answered();
  await world.sql(`update report set visible_at = signed_at where request_id = $1`, [answeredId]);
  await world.sql('delete from undo where request_id = $1', [answeredId]);
  const answered = await stage(answeredId);
  const closedId = await path.answered();
  await world.sql(`update report set visible_at = signed_at where request_id = $1`, [closedId]);
  const closing = { version: (await path.file(closedId)).version, kind: 'acknowledged' };
  await path
    .as('gp')
    .post(`${path.base}/reports/${await path.reportOf(closedId)}/receptions`, closing)
    .expect(200);
  const closed = await stage(closedId);

  const [drafted, driven] = [dayInParis(2), dayInParis(1)];
  const [toDrive, visited] = [await path.visitOrdered(), await path.visitOrdered()];
  await path.publish(driven);
  const [driveAct, visitedAct] = [await path.visitOf(toDrive), await path.visitOf(visited)];
  const tap = () => ({ at: new Date().toISOString(), key: randomUUID() });
  const nurse = path.as('mobileNurse');
  for (const status of ['en_route', 'arrived'])
    await nurse.post(`${path.base}/mobile/visits/${visitedAct}/status`, { ...tap(), status }).expect(200);
  await nurse.post(`${path.base}/mobile/visits/${visitedAct}/done`, { ...tap(), sheet: sheet() }).expect(200);
  const toRead = await stage(visited);
  const onTheRoad = await stage(toDrive);
  const toPlan = await stage(await path.visitOrdered());
  const planAct = await path.visitOf(toPlan.kept.requestId);
  const dayVersion = async (date: string) => (await path.day(date)).version;
  const onDay = (step: string, rest: () => object = () => ({})): Target => ({
    route: `POST /api/e/{ess}/mobile/day/${step}`,
    who: 'coordinator',
    stage: toPlan,
    good: async () => ({ date: drafted, version: await dayVersion(drafted), ...rest() }),
  });
  /** The lock wants a stop: the visit gets its team again if a body took it out. @returns the version of the day. */
  const placed = async (): Promise<number> => {
    const { version, unplanned } = await path.day(drafted);
    if (!unplanned.some((visit) => visit.actId === planAct)) return version;
    const order = { date: drafted, version, actId: planAct, teamId: team.mobileTeamId, dryRun: false };
    await path.as('coordinator').post(`${path.base}/mobile/day/move`, order).expect(200);
    return dayVersion(drafted);
  };
  const drive = (method: string, step: string, rest: () => object): Target => ({
    route: `${method} /api/e/{ess}/mobile/visits/{id}/${step}`,
    who: 'mobileNurse',
    stage: onTheRoad,
    id: driveAct,
    good: rest,
  });

  const draftId = randomUUID();
  const signed = { answer: advice() };
  const contact = { contact: '02 61 91 00 12', advice: 'À voir en urgence relative' };
  return [
    {
      route: 'POST /api/e/{ess}/patients/search',
      who: 'secretary',
      good: () => ({ birthDate: '1945-03-14', name: 'Es' }),
    },
    {
      route: 'POST /api/e/{ess}/patients/{id}/identity',
      who: 'secretary',
      id: (await path.file(proposed.kept.requestId)).patient.id,
      good: () => ({}),
    },
    { route: 'POST /api/e/{ess}/professionals/search', who: 'secretary', good: () => ({ query: 'March' }) },
    {
      route: 'POST /api/e/{ess}/requests/duplicates',
      who: 'gp',
      good: async () => ({
        patientId: (await path.file(proposed.kept.requestId)).patient.id,
        reason: 'douleur_thoracique',
      }),
    },
    {
      route: 'PUT /api/e/{ess}/drafts/{id}',
      who: 'gp',
      id: draftId,
      good: async () => {
        const [row] = await world.sql<{ version: number }>('select version from draft where id = $1', [draftId]);
        return { step: 2, version: row?.version ?? 0, content: answersOf(team) };
      },
    },
    {
      route: 'POST /api/e/{ess}/requests',
      who: 'gp',
      good: () => ({ answers: answersOf(team, { patient: somebody() }) }),
      headers: () => ({ 'idempotency-key': randomUUID() }),
    },
    on(proposed, 'secretary', 'claim'),
    on(claimed, 'secretary', 'release'),
    on(emergency, 'secretary', 'acknowledge'),
    on(proposed, 'secretary', 'confirm'),
    on(proposed, 'specialist', 'reclass', () => ({ class: 'P2', reason: 'Stable depuis une semaine' })),
    on(proposed, 'gp', 'cancel', () => ({ reason: 'Le patient a changé d’avis' })),
    on(emergency, 'secretary', 'hand-over', () => ({ toldTo: 'Régulation du 15', reason: 'Douleur typique en cours' })),
    on(confirmed, 'specialist', 'decisions/visit', () => ({ exams: ['ecg'], question: 'Rythme ?', minutes: 30 })),
    on(confirmed, 'specialist', 'decisions/exam', exam),
    on(confirmed, 'specialist', 'decisions/consultation', () => ({ question: 'À voir', dueAt: inDays(9) })),
    on(confirmed, 'specialist', 'decisions/teleconsultation', () => ({ question: 'À voir', dueAt: inDays(9) })),
    on(confirmed, 'specialist', 'decisions/pass', () => ({ toId: team.secondSpecialist.id, note: 'Plutôt pour toi' })),
    on(confirmed, 'specialist', 'decisions/info', () => ({ question: 'Poids du jour ?' })),
    on(confirmed, 'specialist', 'answer', () => signed),
    on(confirmed, 'specialist', 'decisions/decline', () => ({ advice: 'Rien à faire', conclusions: 'Surveillance' })),
    on(confirmed, 'specialist', 'decisions/redirect', () => ({ resource: 'Centre du rythme', ...contact })),
    on(confirmed, 'specialist', 'decisions/admission', () => ({ service: 'Cardiologie', when: 'Ce soir', ...contact })),
    on(awaitInfo, 'gp', 'info', () => ({ text: '84 kg ce matin' })),
    on(awaitExam, 'gp', 'exam-result', () => ({ text: 'BNP 410 ng/l' })),
    on(booking, 'secretary', 'appointment', () => ({
      ...{ at: inDays(3), minutes: 30, place: 'Savenay', withId: team.specialist.id },
    })),
    on(booked, 'secretary', 'appointment/missed', () => ({ reason: 'Patient hospitalisé' })),
    on(booked, 'specialist', 'appointment/report', () => ({ report: reading() })),
    on(toRead, 'specialist', 'reading', () => ({ reading: reading() })),
    on(undoable, 'specialist', 'undo'),
    on(answered, 'gp', 'ask-again', () => ({ text: 'Et s’il prend deux kilos ?' })),
    on(closed, 'gp', 'outcome', () => ({ happened: 'home', withoutEss: 'wait' })),
    {
      route: 'POST /api/e/{ess}/reports/{id}/receptions',
      who: 'gp',
      stage: answered,
      id: await path.reportOf(answeredId),
      good: async () => ({ version: await answered.version(), kind: 'acknowledged', happened: 'home' }),
    },
    {
      ...onDay('plan', () => ({ seconds: 0.1 })),
      asksMs: (body) => Number(/"seconds":([\d.]+)/.exec(body)?.[1] ?? 1) * 1000,
    },
    onDay('move', () => ({ actId: planAct, teamId: team.mobileTeamId, position: 0, dryRun: false })),
    {
      ...onDay('lock'),
      stage: undefined,
      good: async () => ({ date: drafted, version: await placed(), actId: planAct, locked: true }),
    },
    { ...onDay('publish'), stage: undefined },
    drive('POST', 'status', () => ({ ...tap(), status: 'en_route' })),
    drive('PUT', 'sheet', () => ({ sheet: sheet(), savedAt: new Date().toISOString(), key: randomUUID() })),
    drive('POST', 'done', () => ({ ...tap(), sheet: sheet() })),
    drive('POST', 'not-done', () => ({ ...tap(), reason: 'absent', note: 'Volets fermés' })),
  ];
}

const sheet = () => ({
  measures: [{ name: 'hr', value: 72, unit: '/min', at: new Date().toISOString() }],
  findings: { syncope: 'denied' },
  note: 'Patient calme',
  examsDone: ['ecg'],
  examsMissing: [{ exam: 'echo', reason: 'Appareil en panne' }],
  called15: false,
  calledOnCall: false,
});
