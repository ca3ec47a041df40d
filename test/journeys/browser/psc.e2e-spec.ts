import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../support/browser-audit.ts';
import { exerciceAt, person, providerPlace, startTestProvider, type TestProvider } from '../../support/psc-provider.ts';
import { openScene, type Scene } from './people.ts';

const GP = '810000001916';
const STRANGER = '810000001924';

describe('dans le navigateur, avec Pro Santé Connect', () => {
  let scene: Scene;
  let provider: TestProvider;
  beforeAll(async () => {
    const place = await providerPlace();
    scene = await openScene({ worker: false, env: place.env });
    const people = [
      person(GP, {
        givenName: 'Hélène',
        exercices: [exerciceAt('Cabinet du Port'), exerciceAt('EHPAD des Pins', 'S')],
      }),
      person(STRANGER, { givenName: 'Camille' }),
    ];
    provider = await startTestProvider(scene.world.url, people, place);
    await scene.world.sql('update professional set rpps = $2 where id = $1', [scene.world.cardio.gp.id, GP.slice(1)]);
  });
  afterAll(async () => {
    await scene.close();
    await provider.stop();
  });

  const button = (page: Page, name: RegExp) => page.getByRole('button', { name });
  const leave = async (page: Page) => {
    await button(page, /S’identifier avec Pro Santé Connect/).click();
    await page.getByText('Qui êtes-vous').waitFor();
  };
  /** Neither the way back nor its secrets stay in the address, whatever the page says. */
  const isClean = (page: Page) => expect(page.url()).not.toMatch(/code=|state=|iss=/);

  test.each([360, 1280])(
    'on choisit son lieu d’exercice, à %i pixels, et un rechargement le retrouve',
    async (width) => {
      const page = await scene.browser.window({ viewport: { width, height: 800 } });
      await page.goto('/connexion?suite=/cardio-essai/demandes');
      await button(page, /S’identifier avec Pro Santé Connect/).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await leave(page);
      expect(await page.title()).toBe('Fournisseur fictif de la démonstration');
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(page, /Hélène/).click();
      await button(page, /EHPAD des Pins/).waitFor();
      isClean(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.reload();
      await button(page, /Médecin salarié, EHPAD des Pins/).click();
      await page.waitForURL('**/cardio-essai/demandes');
      expect(scene.browser.faults.filter(({ kind }) => kind !== 'host')).toEqual([]);
    },
  );

  test('qui n’a pas de compte le lit en une phrase, et peut revenir sous une autre identité', async () => {
    const page = await scene.browser.window();
    await page.goto('/connexion');
    await leave(page);
    await button(page, /Camille/).click();
    await page.getByRole('alert').getByText('aucun compte d’ici ne porte votre numéro RPPS').waitFor();
    isClean(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(page, /sous une autre identité/).click();
    await button(page, /Hélène/).click();
    await button(page, /EHPAD des Pins/).waitFor();
  });

  test('qui renonce revient sans rien perdre', async () => {
    const page = await scene.browser.window();
    await page.goto('/connexion');
    await leave(page);
    await button(page, /sans se connecter/).click();
    await page.getByRole('alert').getByText('Vous êtes revenu sans vous identifier').waitFor();
    await page.getByRole('link', { name: 'Revenir à la page de connexion' }).click();
    await button(page, /S’identifier avec Pro Santé Connect/).waitFor();
  });

  test('une session verrouillée se rouvre dans un autre onglet, et ce qu’on écrivait est là', async () => {
    const page = await scene.browser.window();
    await page.goto('/connexion?suite=/compte');
    await leave(page);
    await button(page, /Hélène/).click();
    await button(page, /EHPAD des Pins/).click();
    await page.waitForURL('**/compte');
    await page.clock.install();
    await page.goto('/compte');
    const typed = page.getByLabel('Nouveau mot de passe', { exact: true });
    await typed.fill('texte gardé sous le verrou');
    await scene.world.sql(`update session set last_seen_at = last_seen_at - interval '31 minutes'`);
    await page.clock.fastForward('31:00');
    await page.getByRole('dialog', { name: 'Session verrouillée' }).waitFor();
    const other = page.context().waitForEvent('page');
    await page.getByRole('link', { name: /Reprendre avec Pro Santé Connect/ }).click();
    const tab = await other;
    await button(tab, /Hélène/).click();
    await page.getByRole('dialog', { name: 'Session verrouillée' }).waitFor({ state: 'detached' });
    expect(await typed.inputValue()).toBe('texte gardé sous le verrou');
  });

  test('se déconnecter finit aussi la session de Pro Santé Connect', async () => {
    const page = await scene.browser.window();
    await page.goto('/connexion?suite=/cardio-essai/demandes');
    await leave(page);
    await button(page, /Hélène/).click();
    await button(page, /EHPAD des Pins/).click();
    await page.waitForURL('**/cardio-essai/demandes');
    await button(page, /^Compte/).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.waitForURL('**/connexion');
    await leave(page);
  });
});
