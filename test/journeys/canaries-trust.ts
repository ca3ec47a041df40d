import { randomUUID } from 'node:crypto';
import type { RequestAnswers } from '#forms';
import { waitFor } from './support/wait-for.ts';
import type { World } from './support/world.ts';

/** Words typed where identity, circle, consent and exceptional access are written. */
export const TRUST_CANARIES = {
  relative: 'Wolframine Essai',
  relativePhone: '0639981742',
  relativeNote: 'ornithorynque du dimanche',
  consentNote: 'pamplemousse refusé',
  exceptionalText: 'syringomyélie soudaine du voisin',
  correctedPhone: '0261917355',
};
const W = TRUST_CANARIES;

/** A file whose circle and consent are written, that nobody may open any more, then opened for an hour, corrected, and shown to its patient. */
export async function liveTrust(world: World, answersWith: (birthDate: string) => RequestAnswers): Promise<string[]> {
  const { cardio } = world;
  const home = `/api/e/${cardio.slug}`;
  const [gp, desk, nurse] = [
    await world.as(cardio.gp),
    await world.as(cardio.secretary),
    await world.as(cardio.caseManager),
  ];
  const send = async (birthDate: string): Promise<{ id: string; patientId: string; version: number }> => {
    const key = { 'idempotency-key': randomUUID() };
    const { body } = await gp.post(`${home}/requests`, { answers: answersWith(birthDate) }, key).expect(201);
    const file = await waitFor('the proposal', async () => {
      const seen = (await gp.get(`${home}/requests/${body.id}`).expect(200)).body;
      return seen.state !== 'received' && seen;
    });
    return { id: body.id, patientId: file.patient.id, version: file.version };
  };

  const closed = await send('1954-01-01');
  const patient = `${home}/patients/${closed.patientId}`;
  const relative = { kind: 'relative', name: W.relative, link: 'fille', phone: W.relativePhone, mayTalk: true };
  await gp.post(`${patient}/circle`, { ...relative, note: W.relativeNote }).expect(200);
  const opposed = { kind: 'opposition', mode: 'oral', at: new Date().toISOString(), note: W.consentNote };
  await gp.post(`${patient}/consents`, opposed).expect(200);
  await gp.post(`${home}/requests/${closed.id}/cancel`, { version: closed.version, reason: W.consentNote }).expect(200);
  await nurse.get(patient).expect(404);
  const { birthName, givenNames } = answersWith('1954-01-01').patient;
  const traits = { birthDate: '1954-01-01', birthName, givenName: givenNames };
  await nurse.post(`${home}/exceptional/search`, traits).expect(200);
  const order = { patientId: closed.patientId, reasonCode: 'urgence', text: W.exceptionalText };
  await nurse.post(`${home}/exceptional`, order).expect(201);
  await nurse.get(patient).expect(200);

  const open = await send('1955-01-01');
  const page = `${home}/patients/${open.patientId}`;
  const seen = (await desk.get(page).expect(200)).body;
  const { usedName, sex, birthPlaceInsee, insMatricule, insOid } = answersWith('1955-01-01').patient;
  const corrected = {
    ...{ version: seen.version, birthName, usedName, givenNames, sex, birthDate: '1955-01-01' },
    ...{ birthPlaceInsee, phone: W.correctedPhone, insMatricule, insOid },
  };
  await desk.put(`${page}/traits`, corrected).expect(200);
  await desk.post(`${page}/invite`, { email: 'une.patiente@exemple.example' }).expect(200);
  return [closed.id, open.id];
}
