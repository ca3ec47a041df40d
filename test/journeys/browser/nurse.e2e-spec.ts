import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { accessibilityFaults, keptOnDevice } from '../../support/browser-audit.ts';
import { openRadio, type Radio } from '../../support/radio.ts';
import { waitFor } from '../support/wait-for.ts';
import { lookAt as lookAtScreen } from './look-at.ts';
import { openScene, type Scene } from './people.ts';
import { answerSign, field, press, signInByPage, words } from './request-form.ts';
import { publishTour, type PlannedVisit, type PublishedTour } from './tour-of-today.ts';

const PHONE = { width: 360, height: 780 };

/** Controls too small for a thumb: every one of the road is 48 px high at least. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary')];
    return controls.flatMap((control) => {
      const isDrawn = control.checkVisibility({ visibilityProperty: true }) && control.offsetWidth > 2;
      const inText = control.matches('p a, [role="alert"] li > a, [href="#contenu"]');
      const target = control.matches('input[type="radio"], input[type="checkbox"]')
        ? (control.closest('label') ?? control)
        : control;
      const { height } = target.getBoundingClientRect();
      return isDrawn && !inText && height < 47.5 ? [`${control.textContent?.trim() || control.id}: ${height} px`] : [];
    });
  });

/** Addresses the browser keeps for the pages: files of the application, never an answer of the api. */
const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });

describe('l’infirmière mobile fait sa tournée, même sans réseau', () => {
  let scene: Scene;
  let tour: PublishedTour;
  let phone: BrowserContext;
  let radio: Radio;
  const visits = new Map<string, PlannedVisit>();
  const visitOf = (family: string) => visits.get(family)!;
  const tourPath = () => `/${scene.world.cardio.slug}/tournee`;

  beforeAll(async () => {
    scene = await openScene();
    radio = await openRadio();
    tour = await publishTour(scene, ['Le Goff', 'Bertin', 'Simon']);
    for (const visit of tour.visits) visits.set(visit.family, visit);
    const page = await openPhone();
    phone = page.context();
    await page.close();
  });
  afterAll(async () => {
    await scene.close();
    await radio.close();
  });

  /** A phone of the nurse, at eight in the morning of the day of the tour. */
  async function openPhone(): Promise<Page> {
    const { world, browser } = scene;
    const { cookie } = await world.as(world.cardio.mobileNurse);
    const page = await browser.window({
      cookie,
      viewport: PHONE,
      hasTouch: true,
      proxy: { server: radio.server },
    });
    await page.context().clock.install({ time: tour.morning });
    return page;
  }
  const newPage = async (path = ''): Promise<Page> => {
    const page = await phone.newPage();
    await page.goto(`${tourPath()}${path}`);
    return page;
  };
  /** Scripts and pages are on the phone: from now on it needs no network to start. */
  const shellIsKept = (page: Page) =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  /** No network, and the phone says so. */
  const enterDeadZone = async () => {
    await phone.setOffline(true);
    radio.cut();
  };
  const leaveDeadZone = async () => {
    radio.restore();
    await phone.setOffline(false);
  };
  const isSaved = (page: Page) => page.getByText(/^Enregistré sur ce téléphone à/).waitFor();
  const link = (page: Page, name: string) => page.getByRole('link', { name: words(name) });

  const lookAt = (page: Page, name: string) => lookAtScreen(page, name, { otherWidths: [320], more: smallTargets });

  test('elle arrive sur sa tournée : la prochaine étape, la journée, le plan, chaque visite', async () => {
    const page = await newPage();
    await page.goto(`/${scene.world.cardio.slug}/demandes`);
    await page.waitForURL(`**${tourPath()}`);
    const [first] = tour.visits;
    await page.getByRole('heading', { level: 2, name: new RegExp(first!.family) }).waitFor();
    expect(await page.getByRole('list').last().getByRole('listitem').count()).toBe(3);
    const civil = new RegExp(`^${first!.family} .*, née? le \\d{2}/\\d{2}/\\d{4}$`);
    await page.getByText(civil).waitFor();
    expect(await link(page, 'Itinéraire').getAttribute('href')).not.toMatch(new RegExp(first!.family));
    expect(await page.getByRole('link', { name: /^Appeler/ }).getAttribute('href')).toBe('tel:0261912020');
    await lookAt(page, 'tournee');
    await page.getByRole('link', { name: 'Plan de la tournée' }).click();
    await page.getByRole('group', { name: /Croquis de la tournée.*3.étapes/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Étape \d/ }).count()).toBe(3);
    await lookAt(page, 'tournee-plan');
    await page.goto(`${tourPath()}/${first!.actId}`);
    await page.getByRole('heading', { name: 'Mesures' }).waitFor();
    await lookAt(page, 'visite');
    await page.close();
    expect(scene.browser.faults).toEqual([]);
  });

  test('rechargée, tuée et reprise en zone blanche, elle n’a rien perdu ; au retour du réseau tout part', async () => {
    const { world } = scene;
    const visit = visitOf('Le Goff');
    let page = await newPage(`/${visit.actId}`);
    await press(page, 'En route');
    await press(page, 'Sur place');
    await page.getByRole('button', { name: 'Visite faite' }).waitFor();
    await waitFor('the arrival on the server', async () => (await statusOf(visit)) === 'arrived');
    await shellIsKept(page);

    await enterDeadZone();
    await page.getByText('Hors ligne').waitFor();
    await field(page, 'Fréquence cardiaque').fill('78');
    await field(page, 'Poids').fill('64,5');
    await field(page, 'Ce que le médecin doit savoir').fill('Moins essoufflée depuis hier, œdèmes jusqu’au genou.');
    await isSaved(page);
    await page.reload();
    await page.getByText('Hors ligne').waitFor();
    expect(await field(page, 'Fréquence cardiaque').inputValue()).toBe('78');
    expect(await field(page, 'Poids').inputValue()).toBe('64,5');
    await field(page, 'Diastolique').fill('76');
    await field(page, 'Systolique').fill('13');
    await page.close();

    page = await newPage(`/${visit.actId}`);
    expect(await field(page, 'Ce que le médecin doit savoir').inputValue()).toContain('œdèmes jusqu’au genou');
    expect(await field(page, 'Systolique').inputValue()).toBe('13');
    await field(page, 'Systolique').fill('138');

    await press(page, 'Visite faite');
    await page
      .getByRole('alert')
      .getByText(/ECG 12 dérivations.*indiquez si l’examen est fait/)
      .waitFor();
    await page
      .getByRole('group', { name: 'ECG 12 dérivations' })
      .getByRole('radio', { name: 'Fait', exact: true })
      .check();
    const echo = page.getByRole('group', { name: 'Échographie' });
    await echo.getByRole('radio', { name: 'Non fait' }).check();
    await echo.getByRole('textbox', { name: 'Pourquoi' }).fill('Sonde en panne');
    await press(page, 'Visite faite');
    await page.getByText(/partira au retour du réseau/).waitFor();
    expect(
      await page
        .getByText(/en attente/)
        .first()
        .innerText(),
    ).toMatch(/1.en attente/);
    await page.reload();
    await page.getByText(/partira au retour du réseau/).waitFor();
    expect(await statusOf(visit)).toBe('arrived');

    await leaveDeadZone();
    await page.getByText(/La feuille est envoyée/).waitFor();
    const specialist = await world.as(world.cardio.specialist);
    expect(await tour.file(specialist, visit.requestId)).toMatchObject({ state: 'to_read' });
    const brought = await specialist.get(`/api/e/${world.cardio.slug}/requests/${visit.requestId}/reports`).expect(200);
    expect(JSON.stringify(brought.body)).toContain('œdèmes jusqu’au genou');
    for (const value of [78, 64.5, 138, 76]) expect(JSON.stringify(brought.body)).toContain(`"value":${value}`);
    expect(JSON.stringify(brought.body)).toContain('Sonde en panne');
    for (const address of await keptAddresses(page)) expect(address).toMatch(/^\/(assets\/|connexion$|favicon\.svg$)/);
    await lookAt(page, 'visite-faite');
    await page.close();
    expect(scene.browser.faults).toEqual([]);
  });

  const statusOf = async ({ actId }: PlannedVisit) =>
    (await scene.world.sql<{ status: string }>('select status from tour_stop where act_id = $1', [actId]))[0]?.status;

  test('une mesure au-delà du seuil dit « Appelez le 15 » sans réseau, note l’appel, et se tait quand elle est corrigée', async () => {
    const visit = visitOf('Bertin');
    const page = await newPage(`/${visit.actId}`);
    await shellIsKept(page);
    await press(page, 'En route');
    await press(page, 'Sur place');
    await enterDeadZone();
    await field(page, 'SpO2, air ambiant').fill('86');
    const alarm = page.getByRole('alert', { name: words('Appelez le 15') });
    await alarm.getByText(/SpO2.*86/).waitFor();
    const calls = await alarm.getByRole('link').evaluateAll((links) => links.map((each) => each.getAttribute('href')));
    expect(calls).toEqual(['tel:15', 'tel:0261911234']);
    expect(await alarm.innerText()).toContain('ne constitue pas un avis médical');
    await page.evaluate(() => {
      // No call leaves this phone; whatever else is clicked does what it does.
      document.addEventListener('click', (event) => {
        if (event.target instanceof Element && event.target.closest('a[href^="tel:"]')) event.preventDefault();
      });
    });
    await alarm.getByRole('link', { name: words('Appeler le 15') }).click();
    await alarm.getByText(/Appel au 15 noté/).waitFor();
    await lookAt(page, 'visite-15');
    await field(page, 'SpO2, air ambiant').fill('96');
    await alarm.waitFor({ state: 'detached' });
    await answerSign(page, /^Douleur thoracique en cours/, 'Oui');
    await alarm.getByText(/Douleur thoracique en cours/).waitFor();
    await answerSign(page, /^Douleur thoracique en cours/, 'Non');
    await alarm.waitFor({ state: 'detached' });
    await leaveDeadZone();
    const nurse = await scene.world.as(scene.world.cardio.mobileNurse);
    const sealed = async () => {
      const day = tour.morning.toISOString().slice(0, 10);
      const view = await nurse.get(`/api/e/${scene.world.cardio.slug}/mobile/today?date=${day}`).expect(200);
      const stop = view.body.stops.find(({ actId }: PlannedVisit) => actId === visit.actId);
      return stop.sheet?.called15 === true && stop.sheet.findings.chest_pain_ongoing === 'denied';
    };
    await waitFor('the sheet on the server', sealed);
    await page.close();
    expect(scene.browser.faults).toEqual([]);
  });

  test('visite impossible : une raison, et la demande revient au guichet', async () => {
    const { world } = scene;
    const visit = visitOf('Bertin');
    const page = await newPage(`/${visit.actId}`);
    await press(page, 'Visite impossible…');
    await press(page, 'Prévenir le guichet');
    await page.getByText('Choisissez une raison.').waitFor();
    await lookAt(page, 'visite-impossible');
    await page.getByRole('radio', { name: 'Absent, personne n’ouvre' }).check();
    await field(page, 'Précision (facultatif)').fill('Volets fermés, la voisine ne sait pas.');
    await press(page, 'Prévenir le guichet');
    await page.getByText(/Le guichet est prévenu/).waitFor();
    const secretary = await world.as(world.cardio.secretary);
    expect(await tour.file(secretary, visit.requestId)).toMatchObject({ state: 'decided', owner: { kind: 'desk' } });
    await page.getByRole('link', { name: 'Étape suivante' }).click();
    await page.getByText(/La journée/).waitFor();
    await lookAt(page, 'tournee-avancee');
    await page.close();
  });

  test('déconnectée avec une saisie non partie, elle est prévenue ; rien d’autre ne reste, et tout part à son retour', async () => {
    const { world } = scene;
    const visit = visitOf('Simon');
    const other = await openPhone();
    await other.goto(`${tourPath()}/${visit.actId}`);
    await other.route('**/mobile/visits/**', (route) =>
      route.fulfill({ status: 503, json: { code: 'unavailable', message: 'Le service ne répond pas.' } }),
    );
    await press(other, 'En route');
    await field(other, 'Ce que le médecin doit savoir').fill('Canarinote écrite avant de partir');
    await isSaved(other);
    await other.getByRole('link', { name: 'Retour à la tournée' }).click();
    await press(other, 'Se déconnecter');
    await other.getByText(/2.saisies ne sont pas encore parties/).waitFor();
    expect(await accessibilityFaults(other)).toEqual([]);
    await press(other, 'Se déconnecter, garder pour moi');
    await other.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    const kept = await keptOnDevice(other);
    expect(kept).toContain('Canarinote');
    expect(kept).not.toContain('Calvaire');
    expect(kept).not.toContain(world.cardio.mobileNurse.email);
    await other.unroute('**/mobile/visits/**');
    await signInByPage(other, world.cardio.mobileNurse);
    await other.waitForURL(`**${tourPath()}`);
    await waitFor('the departure on the server', async () => (await statusOf(visit)) === 'en_route');
    await waitFor('nothing left on the phone', async () => !(await keptOnDevice(other)).includes('"dirty":true'));
    await other.context().close();
  });

  test('un jour sans tournée se dit en mots', async () => {
    const { world, browser } = scene;
    const { cookie } = await world.as(world.nephro.mobileNurse);
    const page = await browser.window({ cookie, viewport: PHONE });
    await page.goto(`/${world.nephro.slug}/tournee`);
    await page.getByRole('heading', { name: 'Aucune visite publiée aujourd’hui.' }).waitFor();
    await lookAt(page, 'tournee-vide');
    await page.context().close();
  });
});
