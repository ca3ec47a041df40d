import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { RequestAnswers } from '#forms';
import { waitFor } from '../support/wait-for.ts';
import { send, somebody } from '../support/world.ts';
import { lookAt as lookAtScreen } from './look-at.ts';
import { isLive, isSamePage, mark, openScene, type Scene } from './people.ts';
import { dayFromNow, field, press, words } from './request-form.ts';

const ANSWER = {
  answer: 'Décompensation modérée, sans signe de gravité.',
  conclusions: 'Majorer le furosémide à 80 mg pendant cinq jours.',
  tasks: [
    { who: 'medecin_traitant', what: 'Ionogramme et créatinine', when: 'sous 48 h' },
    { who: 'patient', what: 'Se peser chaque matin', when: 'dès demain' },
  ],
  callBackWhen: 'Prise de plus de 2 kg en trois jours',
  call15When: 'Essoufflement au repos',
  ...{ incidents: '', informed: true, informedOn: '2026-01-05', consent: 'oral', consentOn: '2026-01-05' },
};

describe('dans le navigateur, de la décision à la réponse reçue', () => {
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
  const isIn = (id: string, state: string) =>
    waitFor(`the state ${state}`, async () => (await row(id))?.state === state);

  /** One act by the api, at the version it finds. */
  async function act(who: 'specialist' | 'secretary', id: string, path: string, body: object): Promise<void> {
    const { world } = scene;
    const person = await world.as(world.cardio[who]);
    const version = (await row(id))?.version;
    await person.post(`/api/e/${world.cardio.slug}/requests/${id}/${path}`, { version, ...body }).expect(200);
  }

  /** Sent by the GP, its priority confirmed: a specialist has to decide. */
  async function toDecide(patient: RequestAnswers['patient']): Promise<string> {
    const { world } = scene;
    const { id } = await send(await world.as(world.cardio.gp), world.cardio, { patient });
    await isIn(id, 'proposed');
    await act('secretary', id, 'confirm', {});
    return id;
  }

  const lookAt = (page: Page, name: string) => lookAtScreen(page, name, { height: 2400 });

  const line = (page: Page, patient: { birthName: string }) =>
    page.getByRole('article').filter({ hasText: patient.birthName });

  test('le demandeur lit, dit « Bien reçu » et ce qui s’est passé ; le guichet voit la preuve', async () => {
    const { world, browser, at } = scene;
    const { cardio } = world;
    const patient = somebody('Lucas');
    const id = await toDecide(patient);
    const desk = await at(cardio.secretary, 'bureau/reponses');
    const gp = await at(cardio.gp, `demandes/${id}`);
    await Promise.all([isLive(desk), isLive(gp)]);
    await Promise.all([mark(desk), mark(gp)]);
    // Told while it may be taken back, ten seconds: looked for from before they begin.
    const coming = gp.getByText('La réponse arrive').waitFor();
    await act('specialist', id, 'answer', { answer: ANSWER });
    await coming;

    await line(desk, patient).waitFor();
    await lookAt(desk, 'reponses-non-lues');
    const link = gp.getByRole('link', { name: 'Lire la réponse' });
    await link.waitFor();
    await lookAt(gp, 'suivi-reponse-prete');
    expect((await row(id))?.state).toBe('reported');

    await link.click();
    await gp.getByRole('heading', { level: 1, name: 'Réponse de téléexpertise' }).waitFor();
    await gp.getByText(ANSWER.conclusions).waitFor();
    await gp.getByRole('row', { name: /Médecin traitant.*Ionogramme et créatinine.*sous 48 h/ }).waitFor();
    await gp.getByText(new RegExp(`^Lu par ${cardio.gp.name}`)).waitFor();
    await isIn(id, 'closed');
    await line(desk, patient).waitFor({ state: 'detached' });

    await press(gp, 'Bien reçu');
    await gp.getByText(new RegExp(`^Bien reçu par ${cardio.gp.name}`)).waitFor();
    await gp.getByRole('radio', { name: 'Suivi sur place, comme conseillé' }).click();
    await gp.getByRole('radio', { name: 'Envoyer aux urgences' }).click();
    await waitFor('what happened, kept', async () => {
      const [kept] = await world.sql<{ happened: string; without_ess: string | null }>(
        'select happened, without_ess from outcome where request_id = $1',
        [id],
      );
      return kept?.happened === 'home' && kept.without_ess === 'emergency';
    });
    await gp.getByText('Enregistré, merci').waitFor();
    await gp.getByText('Mentions de l’acte').click();
    await lookAt(gp, 'reponse');
    expect(await isSamePage(gp)).toBe(true);
    expect(await isSamePage(desk)).toBe(true);

    // The team and a colleague of the practice read the same page, and say nothing by looking.
    for (const person of [cardio.secretary, cardio.colleague]) {
      const page = await at(person, `demandes/${id}/reponse`);
      await page.getByText(new RegExp(`^Bien reçu par ${cardio.gp.name}`)).waitFor();
    }
    await gp.goto(`/${cardio.slug}/demandes/${id}`);
    await gp.getByText('Réponse lue, demande close').waitFor();
    await gp.getByText(words('Suite connue : suivi sur place, comme conseillé')).waitFor();
    await lookAt(gp, 'suivi-close');
    expect(browser.faults).toEqual([]);
  });

  test('le document PDF se télécharge depuis la page', async () => {
    const { world, browser, at } = scene;
    const { cardio } = world;
    const id = await toDecide(somebody('Daniel'));
    await act('specialist', id, 'answer', { answer: ANSWER });
    const page = await at(cardio.specialist, `demandes/${id}/reponse`);
    const download = page.waitForEvent('download');
    await press(page, 'Télécharger en PDF');
    expect((await download).suggestedFilename()).toMatch(/^compte-rendu-[0-9A-Z]{8}\.pdf$/);
    expect(browser.faults).toEqual([]);
  });

  test('sans lecture, la secrétaire rappelle et note « Lu par téléphone avec … »', async () => {
    const { world, browser, at } = scene;
    const { cardio } = world;
    const patient = somebody('Morel');
    const id = await toDecide(patient);
    await act('specialist', id, 'answer', { answer: ANSWER });
    const page = await at(cardio.secretary, 'bureau/reponses');
    const mine = line(page, patient);
    await mine.getByRole('button', { name: 'Je prends' }).click();
    await mine.getByText(cardio.secretary.name).waitFor();
    await mine.getByRole('button', { name: /^Lu par téléphone/ }).click();
    await mine.getByText(ANSWER.conclusions).waitFor();
    await press(page, 'Réponse lue, clore');
    await mine.getByText('Indiquez à qui la réponse a été lue.').waitFor();
    await lookAt(page, 'lu-par-telephone');

    // Typed, then the page is lost: the device has kept it.
    await field(page, 'Lu par téléphone avec').fill('Mme Petit, infirmière');
    await page.reload();
    await mine.getByRole('button', { name: /^Lu par téléphone/ }).click();
    await waitFor(
      'the name kept',
      async () => (await field(page, 'Lu par téléphone avec').inputValue()) === 'Mme Petit, infirmière',
    );
    await press(page, 'Réponse lue, clore');
    await page.getByText(/réponse lue par téléphone avec Mme Petit/).waitFor();
    await isIn(id, 'closed');
    await mine.waitFor({ state: 'detached' });
    const gp = await at(cardio.gp, `demandes/${id}/reponse`);
    await gp
      .getByText(new RegExp(`^Lu par téléphone avec Mme Petit, infirmière par ${cardio.secretary.name}`))
      .waitFor();
    expect(browser.faults).toEqual([]);
  });

  test('le demandeur lit la question, répond, et la demande repart', async () => {
    const { world, browser, at } = scene;
    const { cardio } = world;
    const id = await toDecide(somebody('Fournier'));
    await act('specialist', id, 'decisions/info', { question: 'Quel était son poids la semaine dernière ?' });
    const page = await at(cardio.gp, `demandes/${id}`);
    await page.getByRole('heading', { name: 'Nous attendons votre réponse' }).waitFor();
    await page.getByText('Quel était son poids la semaine dernière ?').first().waitFor();
    await lookAt(page, 'suivi-complement');
    await field(page, 'Votre réponse').fill('Soixante-deux kilos mardi dernier.');
    await page.getByText(/^Gardé sur cet appareil/).waitFor();
    await page.reload();
    await waitFor('the text kept', async () => (await field(page, 'Votre réponse').inputValue()).includes('mardi'));
    await press(page, 'Envoyer le complément');
    await page.getByText('Complément donné').waitFor();
    expect((await row(id))?.state).toBe('confirmed');
    expect(browser.faults).toEqual([]);
  });

  test('un rendez-vous décidé reçoit sa date au clavier, le demandeur la lit, puis « non tenu » le rend au guichet', async () => {
    const { world, browser, at } = scene;
    const { cardio } = world;
    const patient = somebody('Besnard');
    const id = await toDecide(patient);
    await act('specialist', id, 'decisions/consultation', { question: 'Échographie le même jour.' });
    const page = await at(cardio.secretary, 'bureau/rendez-vous');
    await line(page, patient)
      .getByRole('button', { name: /^Donner un rendez-vous/ })
      .click();
    const form = page.getByRole('form', { name: 'Donner un rendez-vous' });
    await form.getByText('Échographie le même jour.').waitFor();
    await press(page, 'Noter le rendez-vous');
    await form.getByText('Écrivez l’heure, par exemple 14:30.').waitFor();
    await lookAt(page, 'rendez-vous');
    await field(page, 'Date, jj/mm/aaaa').fill(dayFromNow(10));
    await field(page, 'Heure, hh:mm').fill('14h30');
    await field(page, 'Avec').selectOption({ label: cardio.specialist.name });
    await field(page, 'Lieu').fill('Centre de Savenay');
    await field(page, 'Lieu').press('Enter');
    await page
      .getByRole('status')
      .getByText(/Rien n’est encore parti/)
      .waitFor();
    expect((await row(id))?.next_action).toBe('hold_appointment');

    const gp = await at(cardio.gp, `demandes/${id}`);
    await gp.getByRole('heading', { name: words('Consultation à 14:30') }).waitFor();
    await gp.getByText('Centre de Savenay').waitFor();
    await lookAt(gp, 'suivi-rendez-vous');

    await line(page, patient)
      .getByRole('button', { name: /^Rendez-vous non tenu/ })
      .click();
    await field(page, 'Pourquoi').fill('Patient hospitalisé ce jour.');
    await field(page, 'Pourquoi').press('ControlOrMeta+Enter');
    await waitFor('back to the list', async () => (await row(id))?.next_action === 'book');
    await gp.getByText(/^Rendez-vous non tenu/).waitFor();
    await gp.getByText(/Patient hospitalisé ce jour/).waitFor();
    expect(browser.faults).toEqual([]);
  });
});
