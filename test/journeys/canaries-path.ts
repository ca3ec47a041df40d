import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import supertest from 'supertest';
import type { RequestAnswers } from '#forms';
import { pdf } from '../support/uploads.ts';
import { advice, reading } from './support/care.ts';
import { dayInParis, inDays, WholePath } from './support/whole-path.ts';
import type { World } from './support/world.ts';

/** What people write between the decision and the received answer: words that exist nowhere else. */
export const PATH_CANARIES = {
  infoAsked: 'zygomatopétale',
  infoGiven: 'cacochymérique',
  examAsked: 'oryctéropédie',
  examResult: 'troponimbus',
  visitQuestion: 'xérophagien',
  instructions: 'chenapanerie du portail',
  passNote: 'ultracrépidarien',
  nurseNote: 'borborygmatique',
  missing: 'électrodéboussolée',
  notDone: 'volets turlututus',
  findings: 'rythme farfelunaire',
  conclusions: 'conclusion abracadabrantine',
  task: 'peser le galimatias',
  incidents: 'coupure tintinnabulante',
  answer: 'avis sardanapalesque',
  advice: 'conseil mirlitonesque',
  missed: 'autocar évanescentiel',
  toldTo: 'Mme Trébizondine',
  handedTo: 'Dr Wisigothard',
  handedWhy: 'douleur rocambolesquoïde',
  again: 'prurit saperlipopesque',
  fileName: 'ECG-Zibelinard-funambulesque',
} as const;
const W = PATH_CANARIES;

export interface Lived {
  ids: string[];
  /** Headers of everything that was downloaded. */
  headers: string[];
}

/** From the decision to the received answer, by every way out, canaries wherever a person writes; errors included. */
export async function livePath(world: World, answersOf: (birthDate: string) => RequestAnswers): Promise<Lived> {
  const path = await WholePath.of(world, world.cardio);
  const headers: string[] = [];
  const ids = [
    await visited(world, path, answersOf('1931-01-01'), headers),
    await notVisited(path, answersOf('1932-01-01')),
    await takenBack(world, path, answersOf('1933-01-01')),
    await redirected(world, path, answersOf('1934-01-01')),
    await awaited(path, answersOf('1935-01-01')),
    await handedOver(path),
  ];
  for (const list of ['specialist', 'appointments', 'unread'])
    await path.as('specialist').get(`${path.base}/worklists/${list}`).expect(200);
  return { ids, headers };
}

const tap = () => ({ at: new Date().toISOString(), key: randomUUID() });
const sheet = () => ({
  measures: [{ name: 'hr', value: 72, unit: '/min' }],
  findings: {},
  note: W.nurseNote,
  examsDone: [],
  examsMissing: [{ exam: 'ecg', reason: W.missing }],
  called15: false,
  calledOnCall: true,
});
const signed = () => ({
  ...reading(),
  findings: W.findings,
  conclusions: W.conclusions,
  incidents: W.incidents,
  tasks: [{ who: 'medecin_traitant', what: W.task, when: 'demain' }],
});
const given = () => advice({ answer: W.answer, conclusions: W.conclusions, incidents: W.incidents });

/** File, complement, visit, sheet, reading, PDF, « lu par téléphone », another question. */
async function visited(world: World, path: WholePath, answers: RequestAnswers, headers: string[]): Promise<string> {
  const { base } = path;
  const id = await path.confirmed(answers);
  await upload(world, path, id);
  const files = await path.as('specialist').get(`${base}/requests/${id}/attachments`).expect(200);
  expect(files.text).toContain(W.fileName);
  await path.act('specialist', id, 'decisions/info', { question: W.infoAsked });
  await path.act('gp', id, 'info', { text: W.infoGiven });
  const order = { exams: ['ecg'], question: W.visitQuestion, instructions: W.instructions };
  await path.act('specialist', id, 'decisions/visit', order);
  await path.publish(dayInParis(1));
  const visit = `${base}/mobile/visits/${await path.visitOf(id)}`;
  const nurse = path.as('mobileNurse');
  for (const status of ['en_route', 'arrived']) await nurse.post(`${visit}/status`, { ...tap(), status }).expect(200);
  const saved = { sheet: sheet(), savedAt: new Date().toISOString(), key: randomUUID() };
  await nurse.put(`${visit}/sheet`, saved).expect(200);
  await nurse.put(`${visit}/sheet`, { ...saved, sheet: { ...sheet(), note: `${W.nurseNote} ?` } }).expect(422);
  await nurse.post(`${visit}/done`, { ...tap(), sheet: { ...sheet(), measures: [{ name: W.nurseNote }] } }).expect(400);
  await nurse.post(`${visit}/done`, { ...tap(), sheet: sheet() }).expect(200);
  const read = await path.act('specialist', id, 'reading', { reading: signed() });
  await path.as('specialist').post(`${base}/requests/${id}/reading`, { version: 1, reading: signed() }).expect(409);
  const report = `${base}/reports/${await path.reportOf(id)}`;
  const document = await path.as('specialist').get(`${report}/pdf`).responseType('blob').expect(200);
  headers.push(JSON.stringify(document.headers));
  expect((document.body as Buffer).subarray(0, 4).toString()).toBe('%PDF');
  // The positive control: whoever may open the answer finds the words in it.
  const seen = await path.as('specialist').get(`${base}/requests/${id}/reports`).expect(200);
  expect([seen.text.includes(W.findings), seen.text.includes(W.nurseNote)]).toEqual([true, true]);
  const byPhone = { version: read.version, kind: 'by_phone', toldTo: W.toldTo, happened: 'home' };
  await path
    .as('secretary')
    .post(`${report}/receptions`, { ...byPhone, toldTo: undefined })
    .expect(422);
  await path.as('secretary').post(`${report}/receptions`, byPhone).expect(200);
  await path.act('gp', id, 'ask-again', { text: W.again });
  return id;
}

async function upload(world: World, path: WholePath, id: string): Promise<void> {
  const send = (type: string, bytes: Buffer) =>
    supertest(world.url)
      .post(`${path.base}/requests/${id}/attachments`)
      .set('cookie', path.as('gp').cookie)
      .set('content-type', 'application/octet-stream')
      .set({ 'idempotency-key': randomUUID(), 'x-file-name': `${W.fileName}.pdf`, 'x-file-type': type })
      .set('x-file-kind', 'ecg')
      .send(bytes);
  await send('application/pdf', pdf()).expect(201);
  await send('application/pdf', Buffer.from(`MZ ${W.fileName}`)).expect(422);
}

/** The team found nobody: the note goes back to the desk. */
async function notVisited(path: WholePath, answers: RequestAnswers): Promise<string> {
  const id = await path.visitOrdered(answers, W.visitQuestion);
  await path.publish(dayInParis(1));
  const visit = `${path.base}/mobile/visits/${await path.visitOf(id)}`;
  const refusal = { ...tap(), reason: 'absent', note: W.notDone };
  await path.as('mobileNurse').post(`${visit}/not-done`, refusal).expect(200);
  return id;
}

/** The answer taken back, then the table of answers gone while it is signed again: an error nobody foresaw. */
async function takenBack(world: World, path: WholePath, answers: RequestAnswers): Promise<string> {
  const id = await path.answered(answers, given());
  await path.act('specialist', id, 'undo');
  await path.act('specialist', id, 'decisions/pass', { toId: path.team.secondSpecialist.id, note: W.passNote });
  const { version } = await path.file(id);
  await world.sql('alter table report rename to gone');
  const answer = `${path.base}/requests/${id}/answer`;
  await path.as('secondSpecialist').post(answer, { version, answer: given() }).expect(500);
  await world.sql('alter table gone rename to report');
  await path
    .as('secondSpecialist')
    .post(answer, { version, answer: { ...given(), [W.answer]: W.answer } })
    .expect(400);
  await path.act('secondSpecialist', id, 'answer', { answer: given() });
  return id;
}

/** A signed copy travels to the team next door. */
async function redirected(world: World, path: WholePath, answers: RequestAnswers): Promise<string> {
  const id = await path.confirmed(answers);
  const { slug } = world.nephro;
  const order = { resource: slug, toEss: slug, contact: '02 61 91 00 12', advice: W.advice };
  await path.act('specialist', id, 'decisions/redirect', order);
  return id;
}

/** Exam first, then an appointment that is missed. */
async function awaited(path: WholePath, answers: RequestAnswers): Promise<string> {
  const id = await path.confirmed(answers);
  const exam = { exams: ['biologie'], doer: 'requester', question: W.examAsked, dueAt: inDays(5) };
  await path.act('specialist', id, 'decisions/exam', exam);
  await path.act('gp', id, 'exam-result', { text: W.examResult });
  await path.act('specialist', id, 'decisions/consultation', { question: W.visitQuestion });
  const withId = path.team.specialist.id;
  await path.act('secretary', id, 'appointment', { at: inDays(3), minutes: 30, place: 'Savenay', withId });
  await path.act('secretary', id, 'appointment/missed', { reason: W.missed });
  return id;
}

async function handedOver(path: WholePath): Promise<string> {
  const id = await path.emergency();
  await path.act('secretary', id, 'hand-over', { toldTo: W.handedTo, reason: W.handedWhy });
  return id;
}
