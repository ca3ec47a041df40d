import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { barHere } from '../../support/bar.ts';
import { stopwatch } from '../../support/browser-stopwatch.ts';
import { waitFor } from '../support/wait-for.ts';
import { somebody } from '../support/world.ts';
import { card, isLive, isSamePage, mark, openScene, type Scene } from './people.ts';
import { answerSign, field, fillPlace, pick, press, step, words } from './request-form.ts';

const CARMINE = 'rgb(122, 0, 48)';

describe('dans le navigateur, une urgence vitale n’attend ni le réseau ni le traitement', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ worker: false });
  });
  afterAll(() => scene.close());

  test('réseau coupé, la page « 15 » s’affiche aussitôt ; envoyée, le guichet et l’astreinte la voient sans traitement', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const patient = somebody('Vitale');
    const [desk, onCall] = await Promise.all([at(cardio.secretary, 'bureau'), at(cardio.specialist, 'bureau')]);
    await Promise.all([desk, onCall].map(async (page) => [await isLive(page), await mark(page)]));
    const gp = await at(cardio.gp, 'demande');
    await step(gp, 'Motif et signes d’alerte');

    await gp.context().setOffline(true);
    const moments = await stopwatch(gp, '[role="alert"]', 'J’appelle le');
    await answerSign(gp, /^Douleur thoracique en cours/, 'Oui');
    const banner = gp.getByRole('alert', { name: 'Urgence vitale' });
    await banner.waitFor();
    const { shownAt, clickedAt } = await moments();
    expect([clickedAt, shownAt].map((at) => at > 0)).toEqual([true, true]);
    expect(shownAt - clickedAt).toBeLessThan(barHere(1_000));
    await banner.getByText(words('Appelez le 15 maintenant')).waitFor();
    await banner.getByText(/Douleur thoracique en cours\s: n’attendez pas la réponse de l’équipe/).waitFor();
    const call = banner.getByRole('link', { name: words('J’appelle le 15') });
    expect(await call.getAttribute('href')).toBe('tel:15');
    expect(await banner.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(CARMINE);
    const handled = banner.getByRole('button', { name: words('Déjà pris en charge par le 15') });
    await handled.click();
    expect(await handled.getAttribute('aria-pressed')).toBe('true');
    expect(await gp.evaluate(() => navigator.onLine)).toBe(false);
    await gp.context().setOffline(false);

    await pick(gp, 'Motif principal', 'Douleur thoracique, angor');
    await press(gp, 'Continuer vers le patient');
    await step(gp, 'Patient et lieu');
    await field(gp, 'Date de naissance').fill('14/03/1945');
    await field(gp, 'Nom de naissance').fill(patient.birthName);
    await field(gp, 'Prénoms, le premier d’abord').fill(patient.givenNames);
    await pick(gp, 'Sexe', 'Féminin');
    await fillPlace(gp);
    await field(gp, 'Ligne directe').fill('06 39 98 10 20');
    await press(gp, 'Continuer vers les signes');
    await step(gp, 'Signes, mesures et question');
    await field(gp, 'Votre question au spécialiste').fill('Douleur depuis vingt minutes, que faire ?');
    await press(gp, 'Vérifier la demande');
    await step(gp, 'Vérifier et envoyer');
    await press(gp, 'Envoyer aussi à l’équipe');

    await gp.getByRole('heading', { level: 1, name: /^Urgence vitale/ }).waitFor();
    expect(await gp.getByRole('link', { name: words('J’appelle le 15') }).getAttribute('href')).toBe('tel:15');
    expect(await gp.locator('body').innerText()).not.toMatch(/reçue/i);

    for (const page of [desk, onCall]) {
      const arrived = card(page, patient.birthName);
      await arrived.waitFor();
      await page.getByRole('heading', { name: words('Urgence vitale · 1') }).waitFor();
      const chip = arrived.locator('[data-priority="P0"]').filter({ hasText: 'Urgence vitale' });
      expect(await chip.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(CARMINE);
      expect(await isSamePage(page)).toBe(true);
    }
    const evaluations = await world.sql<{ count: string }>('select count(*) from evaluation');
    expect([world.worker, Number(evaluations[0]?.count)]).toEqual([null, 0]);

    await card(onCall, patient.birthName).click();
    await onCall.getByText('Déjà pris en charge par le 15', { exact: false }).first().waitFor();
    await onCall.keyboard.press('u');
    const taken = words(`Urgence prise en charge par ${cardio.specialist.name}`);
    await onCall.getByRole('heading', { name: taken }).waitFor();
    await gp.getByRole('link', { name: 'Voir qui s’en occupe' }).click();
    await gp.getByText(new RegExp(`${cardio.specialist.name} a pris l’urgence en charge`)).waitFor();
    expect(await gp.locator('main').innerText()).not.toMatch(/demande reçue/i);
    await waitFor('the signal on the other desk', async () =>
      (await card(desk, patient.birthName).innerText()).includes(cardio.specialist.name),
    );
    expect(browser.faults).toEqual([]);
  });
});
