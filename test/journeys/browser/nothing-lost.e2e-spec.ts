import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../support/browser-audit.ts';
import { PASSWORD } from '../support/territory.ts';
import { waitFor } from '../support/wait-for.ts';
import { somebody } from '../support/world.ts';
import { openScene, type Scene } from './people.ts';
import { field, fillClinical, fillPatient, fillReason, press, step, words } from './request-form.ts';

/** Every answer on the screen: texts by their id, choices by their question and value. */
const answersOnScreen = (page: Page) =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement>('main input, main textarea, main select')];
    return Object.fromEntries(
      controls.map((control) => {
        const isChoice = control.type === 'radio' || control.type === 'checkbox';
        const question = control.name || control.closest('fieldset, [id]')?.id || '';
        return isChoice ? [`${question}=${control.value}`, control.checked] : [control.id, control.value];
      }),
    );
  });

const answeredOnScreen = async (page: Page) =>
  Object.values(await answersOnScreen(page)).filter((value) => value !== '' && value !== false).length;

const TITLES = [
  '',
  'Motif et signes d’alerte',
  'Patient et lieu',
  'Signes, mesures et question',
  'Vérifier et envoyer',
];

describe('dans le navigateur, rien de ce qui est écrit ne se perd', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  const requestCount = async () =>
    Number((await scene.world.sql<{ count: string }>('select count(*) from request'))[0]?.count);

  test('rechargée, quittée, hors réseau ou reprise ailleurs, la demande garde tout à chaque étape', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const before = await requestCount();
    const patient = somebody('Brouillon');
    const page = await at(cardio.gp, 'demandes');
    await page.getByRole('link', { name: 'Nouvelle demande' }).first().click();

    const survives = async (number: 1 | 2 | 3 | 4) => {
      const title = TITLES[number] ?? '';
      const typed = await answersOnScreen(page);
      const text = await page.locator('main dl').allInnerTexts();
      const kept = async (what: string, other: Page) => {
        await step(other, title);
        await waitFor(`${what} at step ${number}`, async () => {
          const now = await answersOnScreen(other);
          return JSON.stringify(now) === JSON.stringify(typed);
        }).catch(async () => expect([what, await answersOnScreen(other)]).toEqual([what, typed]));
        if (number === 4) expect([what, await other.locator('main dl').allInnerTexts()]).toEqual([what, text]);
      };
      await page.reload();
      await kept('the reload', page);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Mes demandes' }).waitFor();
      await page.goForward();
      await kept('back, then forward', page);
      await page
        .getByText(/Brouillon enregistré/)
        .first()
        .waitFor({ state: 'attached' });
      const elsewhere = await at(cardio.gp, 'demande');
      await kept('another device', elsewhere);
      await elsewhere.context().close();
    };

    await fillReason(page);
    await survives(1);
    await press(page, 'Continuer vers le patient');
    await fillPatient(page, patient);
    expect(await answeredOnScreen(page)).toBeGreaterThan(9);
    await survives(2);
    await press(page, 'Continuer vers les signes');
    await page.context().setOffline(true);
    await fillClinical(page, 'Question écrite sans réseau : peut-on la voir à domicile ?');
    await page
      .getByText(/Gardé sur cet appareil/)
      .first()
      .waitFor({ state: 'attached' });
    await page.context().setOffline(false);
    await page
      .getByText(/Brouillon enregistré/)
      .first()
      .waitFor({ state: 'attached' });
    expect(await answeredOnScreen(page)).toBeGreaterThan(12);
    await survives(3);
    await press(page, 'Vérifier la demande');
    await step(page, TITLES[4] ?? '');
    await page.getByText(patient.birthName).filter({ visible: true }).first().waitFor();
    await survives(4);

    await page.getByRole('button', { name: words('Envoyer la demande') }).dblclick();
    await page.getByRole('heading', { level: 1, name: /Demande reçue/ }).waitFor();
    expect(await requestCount()).toBe(before + 1);
    await page.getByRole('button', { name: 'Faire une autre demande' }).click();
    await step(page, TITLES[1] ?? '');
    expect(await page.getByText('Brouillon repris').count()).toBe(0);
    expect(browser.faults).toEqual([]);
  });

  test('une réponse perdue, puis un rechargement et un nouvel envoi ne font qu’une demande', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const before = await requestCount();
    const page = await at(cardio.colleague, 'demande');
    await fillReason(page);
    await press(page, 'Continuer vers le patient');
    await fillPatient(page, somebody('Coupure'));
    await page.getByRole('group', { name: 'Médecin traitant' }).getByText('Aucun').click();
    await press(page, 'Continuer vers les signes');
    await fillClinical(page, 'La réponse va se perdre : est-elle bien partie ?');
    await press(page, 'Vérifier la demande');
    await step(page, TITLES[4] ?? '');

    // The server answers, the answer never arrives.
    let lost = 0;
    const sending = `**/api/e/${cardio.slug}/requests`;
    await page.route(sending, async (route) => {
      const answer = await route.fetch();
      lost += answer.status() === 201 ? 1 : 0;
      await route.abort();
    });
    await press(page, 'Envoyer la demande');
    await page
      .getByText(/Connexion perdue/)
      .first()
      .waitFor();
    expect(lost).toBeGreaterThan(0);
    expect(await requestCount()).toBe(before + 1);
    await page.unroute(sending);
    await page.reload();
    await step(page, TITLES[4] ?? '');
    await press(page, 'Envoyer la demande');
    await page.getByRole('heading', { level: 1, name: /Demande reçue/ }).waitFor();
    expect(await requestCount()).toBe(before + 1);
    expect(browser.faults).toEqual([]);
  });

  test('verrouillée après une absence, la page garde le texte, refuse un faux mot de passe, puis reprend', async () => {
    const { world, browser } = scene;
    const { cardio } = world;
    const { cookie } = await world.as(cardio.stranger);
    const page = await browser.window({ cookie });
    await page.clock.install();
    await page.goto(`/${cardio.slug}/demande`);
    await fillReason(page);
    await press(page, 'Continuer vers le patient');
    await step(page, TITLES[2] ?? '');
    await field(page, 'Nom de naissance').fill('Texte gardé');
    await world.sql(
      `update session set last_seen_at = last_seen_at - interval '31 minutes'
                      where account_id = (select id from account where email = $1)`,
      [cardio.stranger.email],
    );
    await page.clock.fastForward('31:00');

    const lock = page.getByRole('dialog', { name: 'Session verrouillée' });
    await lock.waitFor();
    expect(await page.getByRole('textbox', { name: 'Nom de naissance' }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    if (process.env.GUICHET_PICTURES) await page.screenshot({ path: `${process.env.GUICHET_PICTURES}/verrou.png` });
    const password = lock.getByLabel(/^Mot de passe de/);
    await password.fill('faux');
    await press(page, 'Reprendre');
    await lock.getByText(/mot de passe incorrect/).waitFor();
    await password.fill(PASSWORD);
    await press(page, 'Reprendre');
    await lock.waitFor({ state: 'detached' });
    expect(await field(page, 'Nom de naissance').inputValue()).toBe('Texte gardé');
    await field(page, 'Prénoms, le premier d’abord').fill('Suite');
    await page.clock.fastForward('00:05');
    await page
      .getByText(/Brouillon enregistré/)
      .first()
      .waitFor({ state: 'attached' });
    expect(browser.faults).toEqual([]);
  });
});
