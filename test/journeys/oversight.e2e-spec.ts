import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { sessionCookieOf, visitor } from './support/visitor.ts';
import { waitFor } from './support/wait-for.ts';
import { openWorld, send, somebody, type Sent, type Visitor, type World } from './support/world.ts';

const SECRET = 'quatre mouettes suivent le chalut';

describe('le contrôle des accès, et ce que le patient en lit', () => {
  let world: World;
  let dpo: Visitor;
  let secretary: Visitor;
  let sent: Sent;
  let patientId: string;
  /** Bears the name of the secretary. */
  const patient = {
    ...somebody(),
    ...{ birthName: 'Rouaud', givenNames: 'Denise', birthDate: '1933-04-05', phone: '06 39 98 00 02' },
  };
  beforeAll(async () => {
    world = await openWorld();
    const gp = await world.as(world.cardio.gp);
    sent = await send(gp, world.cardio, { patient });
    const [row] = await world.sql<{ id: string }>('select patient_id as id from request where id = $1', [sent.id]);
    patientId = row?.id ?? '';
    secretary = await world.as(world.cardio.secretary);
    dpo = await world.as(world.cardio.dpo);
    await secretary.get(`/api/e/${world.cardio.slug}/requests/${sent.id}`).expect(200);
  });
  afterAll(() => world.stop());

  const audit = (path = '') => `/api/e/${world.cardio.slug}/audit${path}`;

  test('le DPO trouve le patient par la référence, lit ses lignes, et chaque regard est une ligne', async () => {
    const found = await dpo.post(audit('/patients'), { reference: sent.reference }).expect(200);
    expect(found.body).toMatchObject([{ id: patientId, birthDate: '1933-04-05' }]);
    const lines = async () =>
      (await dpo.get(audit(`?patient=${patientId}`)).expect(200)).body.lines as { action: string }[];
    const first = await lines();
    expect(first.map(({ action }) => action)).toEqual(expect.arrayContaining(['request.sent', 'request.read']));
    const again = await lines();
    expect(again.filter(({ action }) => action === 'audit.read').length).toBeGreaterThan(0);
    for (const wrong of ['from=hier', 'actor=personne', 'family=tout', `after=${'x'.repeat(99)}`, 'inconnu=1'])
      await dpo.get(audit(`?${wrong}`)).expect(400);
  });

  test('une seule revue par accès : le second clic est un conflit, la secrétaire n’entre pas', async () => {
    const list = await dpo.get(audit('/reviews')).expect(200);
    const item = list.body.items.find((one: { patient: { id: string } }) => one.patient.id === patientId);
    expect(item).toMatchObject({ kind: 'link', own: false, review: null, links: [{ kind: 'same-name' }] });
    const body = { auditId: item.id, verdict: 'legitimate', note: 'Elle a ouvert la demande au guichet.' };
    await dpo.post(audit('/reviews'), { ...body, note: 'oui' }).expect(400);
    await dpo.post(audit('/reviews'), body).expect(204);
    const second = await dpo.post(audit('/reviews'), body).expect(409);
    expect(second.body.code).toBe('review.already-done');
    for (const path of ['', '/reviews', '/state', '/filters']) await secretary.get(audit(path)).expect(403);
    const lead = await world.as(world.cardio.medicalLead);
    await lead.get(audit('/reviews')).expect(200);
    await lead.get(audit()).expect(403);
    const other = await world.as(world.nephro.dpo);
    await other.get(audit()).expect(404);
    await other.get(`/api/e/${world.nephro.slug}/audit?patient=${patientId}`).expect(404);
  });

  test('la chaîne vérifiée à l’écran est celle de la ligne de commande : intacte, puis rompue', async () => {
    await waitFor('every line sealed', async () => (await dpo.get(audit('/state'))).body.head !== null);
    const whole = await dpo.post(audit('/verify'), {}).expect(200);
    expect(['intact', 'unanchored']).toContain(whole.body.verdict);
    expect(whole.body.verified).toBeGreaterThan(2);
    await world.sql(`update audit set reason = 'rien' where tenant_id = $1 and seq = 2`, [world.cardio.id]);
    const broken = await dpo.post(audit('/verify'), {}).expect(200);
    expect(broken.body).toMatchObject({ verdict: 'broken', verified: 1 });
    expect(broken.body.sentences[0]).toMatch(/Rupture à la ligne 2/);
  });

  test('invité par le guichet, le patient ouvre son espace et y lit sa liste, sans un nom', async () => {
    const base = `/api/e/${world.cardio.slug}/patients/${patientId}`;
    const email = 'denise@patient.example';
    const gp = await world.as(world.cardio.gp);
    await gp.post(`${base}/invite`, { email }).expect(403);
    await secretary.post(`${base}/invite`, { email: 'pas une adresse' }).expect(400);
    await secretary.post(`${base}/invite`, { email: world.cardio.gp.email }).expect(422);
    await secretary.post(`${base}/invite`, { email }).expect(200);
    const mail = await waitFor('the invitation', async () =>
      world.mails.messages.findLast((message) => message.includes(`To: ${email}`)),
    );
    const plain = mail.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    expect(plain).not.toMatch(/Rouaud|Denise/);
    const token = /\/lien#(\S+)/.exec(plain)?.[1] ?? '';
    const accepted = await supertest(world.url)
      .post('/api/link/invitation')
      .send({ token, password: SECRET })
      .expect(200);
    const own = visitor(world.url, sessionCookieOf(accepted));
    const path = `/api/me/patient/${world.cardio.slug}`;
    const space = await own.get(path).expect(200);
    expect(space.body.patient).toEqual({ displayName: 'Rouaud Denise', birthDate: '1933-04-05' });
    const roles = space.body.access.lines.map((line: { role: string; name: string | null }) => [line.role, line.name]);
    expect(roles).toEqual(
      expect.arrayContaining([
        ['Secrétaire', null],
        ['Médecin traitant', null],
      ]),
    );
    expect(JSON.stringify(space.body.access)).not.toMatch(/Nadege|Marchais|request\.|desk/);
    const pdf = await own.get(`${path}/access-list/pdf`).expect(200).expect('content-type', /pdf/);
    expect(pdf.headers['content-disposition']).toBe('attachment; filename="acces-au-dossier.pdf"');
    await own.get(`/api/me/patient/${world.nephro.slug}`).expect(404);
    await own.get(`${base}/access-list`).expect(404);
    await own.get(audit()).expect(404);
    await secretary.get(path).expect(403);
    const stranger = await world.as(world.cardio.stranger);
    await stranger.get(`${base}/access-list`).expect(404);
    await stranger.get(`${base}/access-list/pdf`).expect(404);
    await secretary.get(`${base}/access-list/pdf`).expect(200);
  });
});
