import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { stepOf, totpAt } from '#accounts';
import { barHere } from '../support/bar.ts';
import { openWorld, send, type Visitor, type World } from './support/world.ts';
import { cookieOf, sessionCookieOf, visitor } from './support/visitor.ts';
import { waitFor } from './support/wait-for.ts';

const SECRET = 'sept chevaux boivent la brume';

// Passwords are slow by design, and each test signs several people in.
describe('une personne arrive dans l’équipe, y travaille, la quitte', () => {
  let world: World;
  let admin: Visitor;
  beforeAll(async () => {
    world = await openWorld();
    admin = await world.as(world.cardio.essAdmin);
  });
  afterAll(() => world.stop());

  const people = (path = '') => `/api/e/${world.cardio.slug}/people${path}`;
  const mailTo = (email: string) =>
    waitFor(`a mail to ${email}`, async () => {
      const found = world.mails.messages.findLast((message) => message.includes(`To: ${email}`));
      return found?.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    });
  const invite = async (email: string, familyName: string) => {
    const order = { civility: 'Mme', familyName, givenName: 'Armelle', profession: '', email };
    const answer = await admin
      .post(people('/invitations'), { ...order, role: 'secretary', startsOn: '2026-01-05' })
      .expect(201);
    const mail = await mailTo(email);
    return { ...(answer.body as { id: string; professionalId: string }), mail, token: tokenIn(mail) };
  };
  const tokenIn = (mail: string): string => /\/lien#(\S+)/.exec(mail)?.[1] ?? '';
  const post = (path: string, body: object) => supertest(world.url).post(`/api/link/${path}`).send(body);

  test('un courriel sans nom, un lien qu’un lecteur automatique de courriels ne peut pas user, un accès complet', async () => {
    const email = 'armelle.le-hir@arrivee.example';
    const { mail, token } = await invite(email, 'Le Hir');
    expect(mail).not.toMatch(/Le Hir|Armelle/);
    const urls = [...mail.matchAll(/https?:\/\/[^\s>"]+/g)].map(([url]) => new URL(url));
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) {
      // A fragment never leaves the browser: what a scanner asks for is the page, without the token.
      await supertest(world.url).get(url.pathname + url.search);
      await supertest(world.url).head(url.pathname + url.search);
      await supertest(world.url).get(`${url.pathname}/${token}`);
    }
    for (const path of ['open', 'invitation', 'password']) {
      await supertest(world.url).get(`/api/link/${path}?token=${token}`).expect(404);
      await supertest(world.url).head(`/api/link/${path}?token=${token}`).expect(404);
    }
    const [untouched] = await world.sql('select accepted_at, revoked_at from invitation where email = $1', [email]);
    expect(untouched).toEqual({ accepted_at: null, revoked_at: null });

    const seen = await post('open', { token }).expect(200);
    expect(seen.body).toMatchObject({ purpose: 'invitation', email, hasAccount: false, role: 'secretary' });
    const accepted = await post('invitation', { token, password: SECRET }).expect(200);
    expect(accepted.body).toMatchObject({ stage: 'enrol', session: null });
    await post('invitation', { token, password: SECRET }).expect(404);

    const arriving = visitor(world.url, sessionCookieOf(accepted));
    await arriving.get(`/api/e/${world.cardio.slug}/context`).expect(401);
    const factor = await arriving.post('/api/me/factors/totp', {}).expect(200);
    const { id, secret } = factor.body as { id: string; secret: string };
    const confirmed = await arriving
      .post(`/api/me/factors/totp/${id}/confirm`, { code: totpAt(secret, stepOf(new Date())) })
      .expect(200);
    expect((confirmed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    const inside = visitor(world.url, cookieOf(confirmed, 'guichet_session') || arriving.cookie);
    await inside.get(`/api/e/${world.cardio.slug}/context`).expect(200);
  });

  test('désactivée : sa session et sa prise tombent en moins d’une seconde', async () => {
    const { secondSecretary } = world.cardio;
    const working = await world.as(secondSecretary);
    const screen = await working.socket();
    await admin.post(people(`/${secondSecretary.id}/disable`), {}).expect(204);
    const answeredAt = Date.now();
    const cutAt = await waitFor('the socket to be cut', async () => screen.cutAt ?? undefined);
    expect(cutAt - answeredAt).toBeLessThan(barHere(1_000));
    await working.get('/api/session').expect(401);
    await admin.post(people(`/${secondSecretary.id}/enable`), {}).expect(204);
    await working.get('/api/session').expect(401);
    await (await world.as(secondSecretary)).get(`/api/e/${world.cardio.slug}/context`).expect(200);
  });

  test('de deux équipes : fermée ici, ouverte là-bas', async () => {
    const both = await world.as(world.commuter);
    await admin.post(people(`/${world.commuter.id}/disable`), {}).expect(204);
    await both.get(`/api/e/${world.cardio.slug}/context`).expect(404);
    await both.get(`/api/e/${world.nephro.slug}/context`).expect(200);
  });

  test('elle part : ses demandes passent à un confrère, le certificat le dit, plus rien ne s’ouvre', async () => {
    const { cardio } = world;
    const sent = await send(await world.as(cardio.gp), cardio);
    const leaver = await world.as(cardio.secondSpecialist);
    const file = `/api/e/${cardio.slug}/requests/${sent.id}`;
    const { version } = (
      await waitFor('the proposal', async () => {
        const answer = await leaver.get(file);
        return (answer.body as { state: string }).state === 'proposed' ? answer : undefined;
      })
    ).body as { version: number };
    await leaver.post(`${file}/claim`, { version }).expect(200);
    const path = people(`/${cardio.secondSpecialist.id}/departure`);
    await admin.post(path, {}).expect(422);
    await admin.post(path, { handTo: world.nephro.specialist.id }).expect(404);
    const left = await admin.post(path, { handTo: cardio.specialist.id }).expect(201);
    expect(left.body).toMatchObject({ requestsHanded: 1, handedTo: cardio.specialist.name, accountDisabled: true });
    const { id } = left.body as { id: string };
    expect((await admin.get(people(`/departures/${id}`)).expect(200)).body).toEqual(left.body);
    await leaver.get(file).expect(401);
    const reader = await world.as(cardio.specialist);
    const now = (await reader.get(file).expect(200)).body as { owner: { name: string }; timeline: { label: string }[] };
    expect(now.owner.name).toBe(cardio.specialist.name);
    expect(now.timeline.some(({ label }) => label.includes('Départ d’un membre'))).toBe(true);
  });

  test('une déléguée envoie pour la médecin : l’une est l’auteur, l’autre est nommée, les deux suivent', async () => {
    const { cardio } = world;
    const delegate = await world.as(cardio.delegate);
    const sent = await send(delegate, cardio);
    for (const follower of [delegate, await world.as(cardio.gp)]) {
      const list = await follower.get(`/api/e/${cardio.slug}/requests?scope=mine&status=open`).expect(200);
      expect((list.body as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(sent.id);
      const file = await follower.get(`/api/e/${cardio.slug}/requests/${sent.id}`).expect(200);
      const author = { displayName: cardio.gp.name, takenBy: cardio.delegate.name };
      expect(file.body).toMatchObject({ channel: 'form', author });
    }
    await admin.post(people(`/${cardio.gp.id}/disable`), {}).expect(204);
    const refused = send(delegate, cardio);
    await expect(refused).rejects.toThrow('404');
    await admin.post(people(`/${cardio.gp.id}/enable`), {}).expect(204);
  });

  test('un mot de passe oublié : le lien sert une fois, ferme les sessions, et ne saute pas le second facteur', async () => {
    const { colleague } = world.cardio;
    const before = await world.as(colleague);
    await supertest(world.url).post('/api/session/forgot').send({ email: colleague.email }).expect(202);
    const token = tokenIn(await mailTo(colleague.email));
    await post('password', { token, password: 'azertyuiop123' }).expect(422);
    await post('password', { token, password: SECRET }).expect(204);
    await post('password', { token, password: SECRET }).expect(404);
    await before.get('/api/session').expect(401);
    const signed = await supertest(world.url).post('/api/session').send({ email: colleague.email, password: SECRET });
    expect(signed.body).toMatchObject({ stage: 'factor', session: null });
  });

  test('un réglage de l’ESS vaut tout de suite, et seule l’administration le change', async () => {
    const path = `/api/e/${world.cardio.slug}/settings`;
    const open = { sharingDefault: 'team', accessListNames: true };
    await admin.put(path, open).expect(200);
    expect((await admin.get(path).expect(200)).body).toEqual(open);
    await admin.put(path, { sharingDefault: 'consent', accessListNames: false }).expect(200);
    await (await world.as(world.cardio.medicalLead)).put(path, open).expect(403);
    await (await world.as(world.cardio.gp)).post(`${people()}/search`, {}).expect(403);
    await admin.get('/api/platform/ess').expect(403);
  });

  test('la plateforme ouvre une ESS et invite sa première administration, sans dossier à portée', async () => {
    await world.sql('update account set platform_admin = true where professional_id = $1', [world.nephro.essAdmin.id]);
    const platform = await world.as(world.nephro.essAdmin);
    const administrator = { civility: '', familyName: 'Jaouen', givenName: 'Rozenn', email: 'rozenn@arrivee.example' };
    const ess = {
      slug: 'pediatrie-essai',
      name: 'Pédiatrie Essai',
      specialty: 'pediatrie',
      region: '',
      phone: '0261910441',
    };
    const opened = await platform.post('/api/platform/ess', { ...ess, administrator }).expect(201);
    expect(opened.body).toMatchObject({ slug: ess.slug, administrators: 0, invitedAdministrators: 1 });
    await platform.post('/api/platform/ess', { ...ess, administrator }).expect(422);
    await platform.get(`/api/e/${ess.slug}/context`).expect(404);
    const token = tokenIn(await mailTo(administrator.email));
    expect((await post('open', { token }).expect(200)).body).toMatchObject({ role: 'ess_admin', essName: ess.name });
  });

  test('la plateforme ferme partout l’accès d’une personne partagée, et nulle équipe ne le rouvre', async () => {
    const { commuter, cardio, nephro } = world;
    const platform = await world.as(nephro.essAdmin);
    await admin.post(people(`/${commuter.id}/enable`), {});
    const working = await world.as(commuter);
    const screen = await working.socket();
    const sent = await send(await world.as(nephro.gp), nephro);
    await world.sql(`update request set owner_kind = 'user', owner_id = $2 where id = $1`, [sent.id, commuter.id]);
    const one = (act: string) => `/api/platform/people/${commuter.id}/${act}`;

    await admin.post('/api/platform/people/search', { email: commuter.email }).expect(403);
    await admin.post(one('disable'), {}).expect(403);
    await platform.post('/api/platform/people/search', { email: 'personne@nulle-part.example' }).expect(422);
    const found = await platform
      .post('/api/platform/people/search', { email: commuter.email.toUpperCase() })
      .expect(200);
    expect(found.body).toMatchObject({ id: commuter.id, name: commuter.name, state: 'open' });
    expect((found.body as { teams: { slug: string }[] }).teams.map(({ slug }) => slug)).toEqual([
      cardio.slug,
      nephro.slug,
    ]);

    await supertest(world.url).post('/api/session/forgot').send({ email: commuter.email }).expect(202);
    const link = tokenIn(await mailTo(commuter.email));
    await post('open', { token: link }).expect(200);
    const closed = await platform.post(one('disable'), {}).expect(200);
    const answeredAt = Date.now();
    expect(closed.body).toMatchObject({ state: 'closed' });
    const cutAt = await waitFor('the socket to be cut', async () => screen.cutAt ?? undefined);
    expect(cutAt - answeredAt).toBeLessThan(barHere(1_000));
    await working.get('/api/session').expect(401);
    await post('open', { token: link }).expect(404);
    expect(await world.sql('select owner_id from request where id = $1', [sent.id])).not.toEqual([
      { owner_id: commuter.id },
    ]);
    await admin.post(people(`/${commuter.id}/enable`), {}).expect(422);
    const lines = await world.sql(
      `select tenant_id from audit where action = 'person.disabled' and resource_id = $1
          and reason = 'administration de la plateforme'`,
      [commuter.id],
    );
    expect(lines).toHaveLength(2);

    await platform.post(one('enable'), {}).expect(200);
    await platform.post(one('enable'), {}).expect(422);
    const back = await world.as(commuter);
    await back.get(`/api/e/${nephro.slug}/context`).expect(200);
    expect((await platform.post(one('reset-factors'), {}).expect(200)).body).toMatchObject({
      state: 'open',
      factors: 0,
    });
    await back.get('/api/session').expect(401);
    const self = `/api/platform/people/${nephro.essAdmin.id}/disable`;
    await platform.post(self, {}).expect(422);
  });
});
