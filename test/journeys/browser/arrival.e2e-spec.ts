import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { PASSWORD } from '../support/territory.ts';
import { openWorld, send, somebody, type World } from '../support/world.ts';
import { field, fillClinical, fillPatient, fillReason, press, signInByPage, step, words } from './request-form.ts';

describe('dans le navigateur, une demande part, arrive, est prise et suivie', () => {
  let world: World;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await openWorld();
    browser = await openBrowser(world.url);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.stop();
  }, 30_000);

  const desk = async (person: { email: string; id: string; name: string }): Promise<Page> => {
    const { cookie } = await world.as(person);
    const page = await browser.window({ cookie });
    await page.goto(`/${world.cardio.slug}/bureau`);
    await page.getByText('En direct').filter({ visible: true }).waitFor();
    return page;
  };

  test('une généraliste envoie, la secrétaire la voit sans recharger et la prend', async () => {
    const { cardio } = world;
    const [first, second] = await Promise.all([desk(cardio.secretary), desk(cardio.secondSecretary)]);
    const patient = somebody('Arrivee');
    const page = await browser.window();
    await page.goto(`/${cardio.slug}/demande`);
    await signInByPage(page, cardio.gp.email, PASSWORD);
    await fillReason(page);
    await press(page, 'Continuer vers le patient');
    await fillPatient(page, patient);
    await press(page, 'Continuer vers les signes');
    await fillClinical(page, 'Faut-il majorer le furosémide ?');
    await press(page, 'Vérifier la demande');
    await step(page, 'Vérifier et envoyer');
    await page.getByText(/12\/8 lu comme 120\/80/).waitFor();
    await press(page, 'C’est juste');
    await page
      .getByText(words('120/80 mmHg'))
      .or(page.getByText(/120\/80/))
      .first()
      .waitFor();
    await press(page, 'Envoyer la demande');
    await page.getByRole('heading', { level: 1, name: /Demande reçue/ }).waitFor();
    console.log(browser.faults);
  }, 60_000);
});
