import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { PASSWORD, type Person } from '../support/territory.ts';
import { waitFor } from '../support/wait-for.ts';
import { openWorld, type World } from '../support/world.ts';
import { lookAt as lookAtScreen } from './look-at.ts';
import { isLive } from './people.ts';
import { field, fillReason, givePassword, giveRecoveryCode, press, words } from './request-form.ts';

const MINUTES_31 = '31:00';

/** A key that says yes by itself, as a finger would. */
async function plugKey(page: Page): Promise<void> {
  const debuggerOfPage = await page.context().newCDPSession(page);
  await debuggerOfPage.send('WebAuthn.enable');
  await debuggerOfPage.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: false,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name: words(name) }).waitFor();
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name: words(name) });
const lock = (page: Page) => dialog(page, 'Session verrouillée');

describe('le compte de chacun : entrer, se protéger, reprendre, fermer', () => {
  let world: World;
  let browser: TestBrowser;

  beforeAll(async () => {
    // A key belongs to a site that has a name.
    world = await openWorld({ worker: false, env: { HOST: 'localhost' } });
    browser = await openBrowser(world.url.replace('127.0.0.1', 'localhost'));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** Signed in by the api, on a device of his own. */
  const at = async (person: Person, path: string): Promise<Page> => {
    const { cookie } = await world.as(person);
    const page = await browser.window({ cookie });
    await page.goto(path);
    return page;
  };
  const accountOf = async (person: Person): Promise<string> =>
    (await world.sql<{ id: string }>('select id from account where email = $1', [person.email]))[0]!.id;
  /** Time passes for the server: seen for the last time, or proved, so many minutes before. */
  const minutesPass = async (person: Person, column: 'last_seen_at' | 'factor_at') =>
    world.sql(`update session set ${column} = ${column} - interval '31 minutes' where account_id = $1`, [
      await accountOf(person),
    ]);

  const lookAt = (page: Page, name: string) => lookAtScreen(page, name, { faults: browser.faults });

  test('premier accès : une application de codes, une page rechargée en chemin, dix codes rangés, puis l’entrée', async () => {
    const { colleague, slug } = world.cardio;
    const account = await accountOf(colleague);
    await world.sql('delete from factor where account_id = $1', [account]);
    await world.sql('delete from recovery_code where account_id = $1', [account]);
    const page = await browser.window();
    await page.goto('/connexion');
    await givePassword(page, colleague);
    await title(page, 'Protégez votre compte');
    await lookAt(page, 'premier-acces');
    await page.reload();
    await title(page, 'Protégez votre compte');
    await page.getByRole('button', { name: /^Une application de codes/ }).click();
    await page.getByRole('img', { name: /^Code à lire/ }).waitFor();
    await lookAt(page, 'premier-acces-application');
    const secret = (await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]+$/).innerText()).replace(/\s/g, '');
    const code = field(page, 'Le code qu’elle affiche');
    await code.fill('000000');
    await page.getByText(/Ce code n’est pas celui de l’application/).waitFor();
    // Pasted as it is shown, with a space: it leaves by itself.
    await code.fill(generateSync({ secret }).replace(/^(...)/, '$1 '));
    await page.getByRole('heading', { name: 'Vos dix codes de secours' }).waitFor();
    expect(await page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem').count()).toBe(10);
    await lookAt(page, 'premier-acces-codes');
    await press(page, 'Entrer');
    await page.getByText('Rangez les codes, puis cochez cette case.').waitFor();
    await page.getByLabel('Je les ai rangés').check();
    await press(page, 'Entrer');
    await page.waitForURL(`**/${slug}/demandes`);
  });

  test('avec sa clé : ajoutée dans « Mon compte », demandée la première, même après une page rechargée', async () => {
    const { stranger, slug } = world.cardio;
    const page = await at(stranger, `/${slug}/demandes`);
    await plugKey(page);
    await page.getByRole('button', { name: /^Compte/ }).click();
    await page.getByRole('menuitem', { name: 'Mon compte' }).click();
    await title(page, 'Mon compte');
    await press(page, 'Ajouter une clé');
    await field(page, 'Nom de cette clé (facultatif)').fill('Clé du trousseau');
    await press(page, 'Enregistrer la clé');
    await page.getByRole('listitem').filter({ hasText: 'Clé du trousseau' }).waitFor();
    await lookAt(page, 'compte');
    await page.getByRole('button', { name: /^Compte/ }).click();
    await page.getByRole('menuitem', { name: words('Se déconnecter') }).click();
    await title(page, 'Se connecter');
    await givePassword(page, stranger);
    await title(page, 'Confirmez que c’est vous');
    await lookAt(page, 'seconde-preuve');
    await page.reload();
    await title(page, 'Confirmez que c’est vous');
    await press(page, 'Utiliser ma clé ou mon empreinte');
    await page.waitForURL(`**/${slug}/demandes`);

    // The same key opens the lock; what was typed is there.
    await page.clock.install();
    await page.goto(`/${slug}/demande`);
    await press(page, 'J’ai vérifié : aucun de ces signes');
    await minutesPass(stranger, 'last_seen_at');
    await page.clock.fastForward(MINUTES_31);
    await lock(page).waitFor();
    await press(page, 'Reprendre avec ma clé');
    await lock(page).waitFor({ state: 'detached' });
    expect(browser.faults).toEqual([]);
  });

  test('un acte sensible demande une preuve récente, puis se fait de lui-même ; renoncer ne perd rien', async () => {
    const { gp } = world.cardio;
    const page = await at(gp, '/compte');
    await title(page, 'Mon compte');
    const asked: number[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname === '/api/me/password') asked.push(response.status());
    });
    const next = 'quatre mots sans lien entre eux';
    await field(page, 'Mot de passe actuel').fill(PASSWORD);
    await field(page, 'Nouveau mot de passe').fill(next);
    await minutesPass(gp, 'factor_at');
    await press(page, 'Changer le mot de passe');
    const question = dialog(page, 'Confirmez que c’est vous');
    await question.waitFor();
    await lookAt(page, 'preuve-recente');
    await question.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText(/Confirmation abandonnée/).waitFor();
    expect(await field(page, 'Nouveau mot de passe').inputValue()).toBe(next);

    await press(page, 'Changer le mot de passe');
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await press(page, 'Changer le mot de passe');
    await giveRecoveryCode(page, gp, 'Confirmer');
    await page.getByText(/^Mot de passe changé/).waitFor();
    expect(await field(page, 'Nouveau mot de passe').inputValue()).toBe('');
    expect(asked).toEqual([403, 403, 403, 204]);
    expect(browser.faults).toEqual([]);
  });

  test('verrouillée : sans réseau la page le dit ; rouverte dans un onglet, elle l’est dans l’autre, texte intact', async () => {
    const { caseManager } = world.cardio;
    const page = await at(caseManager, '/compte');
    await title(page, 'Mon compte');
    const other = await page.context().newPage();
    for (const tab of [page, other]) {
      await tab.clock.install();
      await tab.goto('/compte');
      await title(tab, 'Mon compte');
    }
    await field(page, 'Nouveau mot de passe').fill('texte gardé sous le verrou');
    await minutesPass(caseManager, 'last_seen_at');
    for (const tab of [page, other]) {
      await tab.clock.fastForward(MINUTES_31);
      await lock(tab).waitFor();
    }
    expect(await page.getByRole('textbox', { name: 'Nouveau mot de passe' }).count()).toBe(0);
    await page.context().setOffline(true);
    await other.getByText(/Sans réseau, la session ne peut pas se rouvrir/).waitFor();
    await lookAt(other, 'verrou');
    await page.context().setOffline(false);
    await other.getByLabel(/^Mot de passe de/).fill(PASSWORD);
    await press(other, 'Reprendre');
    await lock(other).waitFor({ state: 'detached' });
    await page.bringToFront();
    await lock(page).waitFor({ state: 'detached' });
    expect(await field(page, 'Nouveau mot de passe').inputValue()).toBe('texte gardé sous le verrou');
    expect(browser.faults).toEqual([]);
  });

  test('un appareil fermé depuis un autre se verrouille aussitôt, et se rouvre par les deux preuves', async () => {
    const { secretary, slug } = world.cardio;
    const far = await browser.window();
    await far.goto(`/${slug}/bureau`);
    await givePassword(far, secretary);
    await giveRecoveryCode(far, secretary, 'Continuer');
    await isLive(far);
    const near = await browser.window({
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1',
    });
    await near.goto('/connexion?suite=/compte');
    await givePassword(near, secretary);
    await giveRecoveryCode(near, secretary, 'Continuer');
    const devices = near.getByRole('region', { name: 'Appareils' });
    await devices.getByText('Cet appareil').waitFor();
    const sessions = async () =>
      Number(
        (
          await world.sql<{ count: string }>('select count(*) from session where account_id = $1', [
            await accountOf(secretary),
          ])
        )[0]?.count,
      );
    expect(await sessions()).toBe(2);
    await devices.getByRole('button', { name: words('Fermer tous les autres') }).click();
    await near.getByText('Tous les autres appareils sont fermés.').waitFor();
    await lock(far).waitFor();
    expect(await sessions()).toBe(1);

    await far.getByLabel(/^Mot de passe de/).fill(PASSWORD);
    await press(far, 'Reprendre');
    await giveRecoveryCode(far, secretary, 'Reprendre');
    await lock(far).waitFor({ state: 'detached' });
    await isLive(far);
    await waitFor('the new session', async () => (await sessions()) === 2);
    expect(browser.faults).toEqual([]);
  });

  test('un droit retiré ferme l’équipe aussitôt ; rendu, la page reparaît avec ce qui était écrit', async () => {
    const { stranger: writer, essAdmin, slug } = world.cardio;
    const admin = await world.as(essAdmin);
    const [membership] = await world.sql<{ id: string }>('select id from membership where professional_id = $1', [
      writer.id,
    ]);
    const worksFrom = (startsOn: string) =>
      admin.put(`/api/e/${slug}/people/memberships/${membership?.id}`, { startsOn }).expect(204);
    const { cookie } = await world.as(writer);
    const page = await browser.window({ cookie });
    const joined = new Promise<void>((heard) => {
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => String(payload).startsWith('40') && heard()),
      );
    });
    await page.goto(`/${slug}/demande`);
    await fillReason(page);
    await press(page, 'Continuer vers le patient');
    await field(page, 'Nom de naissance').fill('Texte gardé');
    await joined;
    await worksFrom('2039-01-01');
    await title(page, 'Cardio Essai ne vous est plus ouverte.');
    expect(await page.getByRole('textbox', { name: 'Nom de naissance' }).count()).toBe(0);
    await lookAt(page, 'droit-retire');
    await worksFrom('2020-01-01');
    await field(page, 'Nom de naissance').filter({ visible: true }).waitFor();
    expect(await field(page, 'Nom de naissance').inputValue()).toBe('Texte gardé');
  });

  test('mot de passe oublié et lien mort : une seule réponse, rien dans la barre d’adresse', async () => {
    const page = await browser.window();
    const pages = [
      'connexion',
      'mot-de-passe-oublie',
      'lien',
      'reprise',
      'choisir',
      'compte',
      'plateforme',
      'mon-espace',
    ];
    for (const path of pages) expect([path, (await page.request.get(`/${path}`)).status()]).toEqual([path, 200]);
    await page.goto('/connexion');
    await page.getByRole('link', { name: words('Mot de passe oublié ?') }).click();
    await title(page, 'Mot de passe oublié ?');
    await press(page, 'Envoyer le lien');
    await page.getByText('Indiquez votre adresse électronique.').waitFor();
    await lookAt(page, 'oublie');
    await field(page, 'Adresse électronique professionnelle').fill('personne@inconnue.example');
    await press(page, 'Envoyer le lien');
    await page.getByText(/^Si cette adresse a un compte/).waitFor();
    await lookAt(page, 'oublie-envoye');
    await page.goto(`/lien#${world.cardio.slug}.password.0190a1b2-0000-7000-8000-000000000001.AAAA`);
    await title(page, 'Ce lien ne marche plus');
    expect(new URL(page.url()).hash).toBe('');
    await lookAt(page, 'lien-mort');
  });
});
