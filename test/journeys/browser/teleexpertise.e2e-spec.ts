import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { RequestAnswers } from '#forms';
import { waitFor } from '../support/wait-for.ts';
import { send, somebody } from '../support/world.ts';
import { lookAt } from './look-at.ts';
import { card, isLive, openScene, type Scene } from './people.ts';
import { field, words } from './request-form.ts';
import { publishTour } from './tour-of-today.ts';

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

describe('dans le navigateur, le spécialiste prend, décide, répond', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  const row = async (id: string) =>
    (
      await scene.world.sql<{ state: string; version: number; next_action: string }>(
        'select state, version, next_action from request where id = $1',
        [id],
      )
    )[0];

  /** A request of the GP whose priority the secretary has confirmed: it waits for a specialist. */
  async function toDecide(patient: RequestAnswers['patient']): Promise<string> {
    const { world } = scene;
    const { cardio } = world;
    const { id } = await send(await world.as(cardio.gp), cardio, { patient });
    await waitFor('the proposal', async () => (await row(id))?.state === 'proposed');
    const secretary = await world.as(cardio.secretary);
    const path = `/api/e/${cardio.slug}/requests/${id}/confirm`;
    await secretary.post(path, { version: (await row(id))?.version }).expect(200);
    return id;
  }

  const form = (page: Page, name: string) => page.getByRole('form', { name });
  /** The button of a form; its keys are drawn in it. */
  const sendForm = (page: Page, label: string) => page.getByRole('button', { name: new RegExp(`^${label}`) }).click();

  test('sur un téléphone, de « À prendre » à la réponse reçue', async () => {
    const { world, browser, at } = scene;
    const { cardio } = world;
    const patient = somebody('Guerin');
    const id = await toDecide(patient);
    const page = await at(cardio.secondSpecialist, 'avis', PHONE);
    await isLive(page);
    await page
      .getByText(/Cardiologue d’avis\s: Dr Anne Kerviel/)
      .first()
      .waitFor();
    await lookAt(page, 'avis-liste');
    await card(page, patient.birthName).tap();
    await page.getByRole('article').waitFor();
    await lookAt(page, 'avis-dossier');
    await page.getByRole('button', { name: 'Je prends' }).tap();
    await page.getByRole('button', { name: 'Réponse', exact: true }).tap();
    await page.getByRole('radio', { name: /^Avis donné/ }).check();
    const answer = form(page, 'Votre avis');
    await answer.waitFor();
    await sendForm(page, 'Envoyer l’avis');
    await page.getByRole('alert').getByText('Écrivez votre réponse.').waitFor();
    await lookAt(page, 'avis-erreurs');

    await field(page, 'Votre réponse').fill('Décompensation modérée, sans signe de gravité.');
    await field(page, 'Conclusions').fill('Majorer le furosémide à 80 mg pendant cinq jours, poids chaque matin.');
    await answer.getByRole('button', { name: 'Médecin traitant' }).tap();
    await page.getByLabel('Quoi, ligne 1').fill('Créatinine et potassium');
    await answer.getByRole('button', { name: words('Sous 7 jours') }).tap();
    await answer.getByRole('button', { name: /signes d’alerte du formulaire/ }).tap();
    await lookAt(page, 'avis-reponse');

    // Left for a moment: nothing typed is lost.
    await waitFor('the text on the device', async () => (await page.getByText(/Gardé sur cet appareil/).count()) > 0);
    await page.reload();
    await page.getByRole('button', { name: 'Réponse', exact: true }).tap();
    expect(await field(page, 'Conclusions').inputValue()).toContain('furosémide');
    expect(await page.getByLabel('Pour quand, ligne 1').inputValue()).toMatch(/^Sous 7/);
    await sendForm(page, 'Envoyer l’avis');
    await page
      .getByRole('status')
      .getByText(/avis signé\. Rien n’est encore parti/)
      .waitFor();
    expect((await row(id))?.state).toBe('reported');
    await page.getByText('Majorer le furosémide à 80 mg', { exact: false }).first().waitFor({ state: 'attached' });
    await lookAt(page, 'avis-signe');

    const author = await world.as(cardio.gp);
    await waitFor(
      'the answer is no longer held back',
      async () => (await author.get(`/api/e/${cardio.slug}/requests/${id}/reports`)).body.reports.length > 0,
    );
    const gp = await at(cardio.gp, `demandes/${id}/reponse`, PHONE);
    await gp
      .getByText(/Majorer le furosémide/)
      .first()
      .waitFor();
    await waitFor('« Lu » closes the request', async () => (await row(id))?.state === 'closed');
    expect(browser.faults).toEqual([]);
  });

  test('deux spécialistes prennent la même : l’un l’a, l’autre lit par qui et quand', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    // Nobody gives advice today: the request waits for whoever takes it first.
    await world.sql("update on_call set ends_at = now() - interval '1 minute'");
    const patient = somebody('Belhadj');
    const id = await toDecide(patient);
    const [first, second, third] = await Promise.all([
      at(cardio.specialist, `avis/${id}`),
      at(cardio.secondSpecialist, `avis/${id}`),
      at(cardio.secondSpecialist, 'avis'),
    ]);
    await Promise.all([first, second, third].map((page) => isLive(page)));
    await card(third, patient.birthName).waitFor();
    await second.getByRole('article').waitFor();
    // The network of the second is slow: his screen still shows it as free.
    let arrive = () => {};
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    await second.route(`**/requests/${id}`, async (route) => {
      await slow;
      await route.continue();
    });
    await first.getByRole('button', { name: /^Je prends/ }).click();
    await first.getByText(/vous l’avez prise/).waitFor();
    const refused = second.waitForResponse((response) => response.status() === 409);
    await second.keyboard.press('g');
    await refused;
    arrive();
    const band = second.getByRole('alert').filter({ hasText: cardio.specialist.name });
    await band.getByText(/a pris la demande à\s\d\d:\d\d/).waitFor();
    await second.getByText(/^Pris par/).waitFor();
    await third
      .getByText(new RegExp(`Pris par ${cardio.specialist.name} à\\s\\d\\d:\\d\\d`))
      .first()
      .waitFor();
    expect(await card(third, patient.birthName).count()).toBe(0);
    await world.sql("update on_call set ends_at = '2040-01-01'");
    expect(browser.faults).toEqual([]);
  });

  test('une visite demandée s’annule dans les dix secondes, et ce qui était écrit revient', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const id = await toDecide(somebody('Richer'));
    const page = await at(cardio.specialist, `avis/${id}`);
    await page.getByRole('article').waitFor();
    await page.keyboard.press('m');
    const visit = form(page, 'Visite de l’équipe mobile');
    await visit.waitFor();
    await visit.getByRole('checkbox', { name: 'Biologie' }).check();
    await field(page, 'Consignes pour l’équipe (facultatif)').fill('Peser avant de prélever.');
    await lookAt(page, 'avis-visite');
    await sendForm(page, 'Demander la visite');
    await page
      .getByRole('status')
      .getByText(/visite demandée\. Rien n’est encore parti/)
      .waitFor();
    expect((await row(id))?.next_action).toBe('plan_visit');
    await page.locator('body').press('z');
    await page.getByText(/annulé, comme avant/).waitFor();
    expect((await row(id))?.state).toBe('confirmed');
    expect(await field(page, 'Consignes pour l’équipe (facultatif)').inputValue()).toBe('Peser avant de prélever.');
    expect(browser.faults).toEqual([]);
  });

  test('décidée ailleurs entre-temps : le texte est gardé, on lit qui et quand', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const id = await toDecide(somebody('Chauvet'));
    const page = await at(cardio.specialist, `avis/${id}`);
    await page.getByRole('article').waitFor();
    await page.keyboard.press('t');
    const typed = 'Texte long, écrit pendant qu’une collègue relève la priorité.';
    await field(page, 'Votre réponse').fill(typed);
    await field(page, 'Conclusions').fill('Contrôle dans un mois.');
    let arrive = () => {};
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(`**/requests/${id}`, async (route) => {
      await slow;
      await route.continue();
    });
    const other = await world.as(cardio.caseManager);
    const path = `/api/e/${cardio.slug}/requests/${id}/reclass`;
    await other.post(path, { version: (await row(id))?.version, class: 'P1' }).expect(200);
    const refused = page.waitForResponse((response) => response.status() === 409);
    await field(page, 'Conclusions').press('ControlOrMeta+Enter');
    await refused;
    arrive();
    const band = page.getByRole('alert').filter({ hasText: 'Votre texte est gardé' });
    await band
      .getByText(new RegExp(`${cardio.caseManager.name} a relevé la priorité à P1, à\\s\\d\\d:\\d\\d`))
      .waitFor();
    expect(await field(page, 'Votre réponse').inputValue()).toBe(typed);
    await field(page, 'Conclusions').press('ControlOrMeta+Enter');
    await waitFor('the second try, on the fresh version', async () => (await row(id))?.state === 'reported');
    expect(browser.faults).toEqual([]);
  });

  test('« À interpréter » : la visite faite se lit à côté de ce qu’on écrit, puis se signe', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const tour = await publishTour(scene, ['Lefort']);
    const [visit] = tour.visits;
    const nurse = await world.as(cardio.mobileNurse);
    const visits = `/api/e/${cardio.slug}/mobile/visits/${visit?.actId}`;
    const tap = () => ({ at: new Date().toISOString(), key: randomUUID() });
    const sheet = {
      measures: [
        { name: 'weight', value: 64.5, unit: 'kg' },
        { name: 'hr', value: 92, unit: '/min' },
      ],
      ...{ findings: { chest_pain_ongoing: 'denied' }, note: 'Jambes gonflées, dort assise.' },
      ...{ examsDone: ['ecg'], examsMissing: [{ exam: 'echo', reason: 'Patiente fatiguée' }] },
      ...{ called15: false, calledOnCall: false },
    };
    for (const status of ['en_route', 'arrived'])
      await nurse.post(`${visits}/status`, { status, ...tap() }).expect(200);
    await nurse.post(`${visits}/done`, { sheet, ...tap() }).expect(200);

    const page = await at(cardio.specialist, 'avis');
    await isLive(page);
    await page
      .getByRole('region', { name: /^À interpréter/ })
      .locator('[data-queue-card]')
      .first()
      .click();
    const brought = page.getByRole('region', { name: 'Visite de l’équipe mobile' });
    await brought.getByText('Jambes gonflées, dort assise.').waitFor();
    await brought.getByText('64,5').waitFor();
    await brought.getByText(/Patiente fatiguée/).waitFor();
    await field(page, 'Constatations').fill('Rythme sinusal, bloc de branche gauche connu.');
    await field(page, 'Conclusions').fill('Majorer le furosémide, contrôle du poids à une semaine.');
    await lookAt(page, 'avis-interpretation');
    await sendForm(page, 'Signer');
    await page.getByText(/interprétation signée\. Rien n’est encore parti/).waitFor();
    expect((await row(visit?.requestId ?? ''))?.state).toBe('reported');
    await page.getByRole('button', { name: /^Demander une consultation/ }).waitFor();
    expect(browser.faults).toEqual([]);
  });

  test('au bureau : la secrétaire demande un complément, le note, et lit la réponse par téléphone', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const id = await toDecide(somebody('Hervouet'));
    const page = await at(cardio.secretary, `bureau/${id}`);
    await page.getByRole('article').waitFor();
    expect(await page.getByRole('radio', { name: /^Avis donné/ }).count()).toBe(0);
    await page.keyboard.press('d');
    await field(page, 'Ce qui manque').fill('La dernière créatinine, s’il vous plaît.');
    await sendForm(page, 'Demander au demandeur');
    await page.getByText(/complément demandé\. Rien n’est encore parti/).waitFor();
    expect((await row(id))?.state).toBe('waiting_requester');
    await page.getByRole('button', { name: /^Ajouter le complément/ }).click();
    await field(page, 'Le complément reçu').fill('Créatinine 92 micromol/L hier.');
    await form(page, 'Ajouter le complément')
      .getByRole('button', { name: /^Ajouter le complément/ })
      .click();
    await waitFor('back to the decision', async () => (await row(id))?.state === 'confirmed');

    const specialist = await world.as(cardio.specialist);
    const answer = {
      ...{ answer: 'Avis rendu.', conclusions: 'Suivi habituel.', tasks: [], callBackWhen: '', call15When: '' },
      ...{ incidents: '', informed: true, informedOn: '2026-01-05', consent: 'oral', consentOn: '2026-01-05' },
    };
    const version = (await row(id))?.version;
    await specialist.post(`/api/e/${cardio.slug}/requests/${id}/answer`, { version, answer }).expect(200);
    await page.getByRole('button', { name: /^Lu par téléphone/ }).click();
    await form(page, 'Lu par téléphone').getByRole('radio', { name: 'Suivi sur place, comme conseillé' }).check();
    await lookAt(page, 'bureau-lu-par-telephone');
    await sendForm(page, 'Réponse lue, clore');
    await waitFor('« Lu par téléphone » closes', async () => (await row(id))?.state === 'closed');
    expect(browser.faults).toEqual([]);
  });
});
