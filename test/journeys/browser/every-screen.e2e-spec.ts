import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, keptOnDevice } from '../../support/browser-audit.ts';
import { leastEmergency } from '../support/answers.ts';
import { PASSWORD, type Person } from '../support/territory.ts';
import { waitFor } from '../support/wait-for.ts';
import { answersOf, send, somebody } from '../support/world.ts';
import { lookAt as lookAtScreen } from './look-at.ts';
import { isLive, openScene, type Scene } from './people.ts';
import { answerSign, field, fillReason, press, signInByPage, step, words } from './request-form.ts';

const PICTURES = process.env.GUICHET_PICTURES;

describe('chaque écran se lit par tous, à toute largeur, en clair et en sombre', () => {
  let scene: Scene;
  let folder: string;
  const proposed = { id: '' };
  const urgent = { id: '' };
  const confirmed = { id: '' };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guichet-screens-'));
    const sink = join(folder, 'mails');
    await mkdir(sink);
    scene = await openScene({ env: { DATA_DIR: folder, MAIL_SINK_DIR: sink } });
    const { world } = scene;
    const { cardio } = world;
    const accounts = [cardio.gp, cardio.secretary].map(({ email, name }) => {
      return { email, password: PASSWORD, role: 'Médecin traitant', ess: cardio.slug, name };
    });
    await writeFile(join(folder, 'accounts.json'), JSON.stringify(accounts));
    const mail = { at: new Date().toISOString(), from: 'guichet@essai.example', to: cardio.gp.email };
    await writeFile(
      join(sink, '1.json'),
      JSON.stringify({ ...mail, subject: 'Demande reçue', text: `Suivre : ${world.url}/${cardio.slug}/demandes` }),
    );
    const gp = await world.as(cardio.gp);
    proposed.id = (await send(gp, cardio, { patient: somebody('Le Goff') })).id;
    confirmed.id = (await send(gp, cardio, { patient: somebody('Moreau') })).id;
    urgent.id = (await send(gp, cardio, leastEmergency(cardio))).id;
    const secretary = await world.as(cardio.secretary);
    const version = await waitFor('the proposals', async () => {
      const files = await Promise.all(
        [proposed, confirmed].map(({ id }) => secretary.get(`/api/e/${cardio.slug}/requests/${id}`)),
      );
      return files.every((file) => file.body.state === 'proposed') && (files[1]?.body.version as number);
    });
    await secretary.post(`/api/e/${cardio.slug}/requests/${confirmed.id}/confirm`, { version }).expect(200);
  });
  afterAll(async () => {
    await scene.close();
    await rm(folder, { recursive: true, force: true });
  });

  const lookAt = (page: Page, name: string) =>
    lookAtScreen(page, name, { otherWidths: [320, 768], faults: scene.browser.faults });

  const draftOf = async (person: Person, at: number, change: object = {}): Promise<void> => {
    const { world } = scene;
    const answers = { ...answersOf(world.cardio, { patient: somebody('Le Goff') }), ...change };
    const content = { mode: 'form', step: at, answers, confirmedReadings: {}, changedAt: new Date().toISOString() };
    const visitor = await world.as(person);
    await visitor
      .put(`/api/e/${world.cardio.slug}/drafts/${randomUUID()}`, { step: at, version: 0, content })
      .expect(200);
  };

  test('sans JavaScript, l’accueil liste les équipes, une page publique se lit, appelle et mène à la demande', async () => {
    const { world, browser } = scene;
    const page = await browser.window({ javaScriptEnabled: false });
    await page.goto('/');
    const names = await page.getByRole('heading', { level: 2 }).getByRole('link').allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(['Cardio Essai', 'Néphro Essai']));
    await page.getByRole('link', { name: 'Cardio Essai', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Cardio Essai/ }).waitFor();
    const urgent = page.getByRole('region', { name: 'Urgence vitale' }).getByRole('link');
    expect([await urgent.innerText(), await urgent.getAttribute('href')]).toEqual(['appelez le 15', 'tel:15']);
    const phone = page.getByRole('link', { name: /^Appeler le/ });
    expect(await phone.getAttribute('href')).toMatch(/^tel:(\+33|0)261910440$/);
    // Closed on a public holiday, and in the last minute of the day.
    await page
      .getByText(/^Ligne (ouverte|fermée)/)
      .first()
      .waitFor();
    for (const words of ['Dr Anne Kerviel', 'Vous demandez', 'Médecins', 'Mentions légales']) {
      await page.getByText(words).first().waitFor();
    }
    await page.getByRole('img', { name: /^Croquis du territoire/ }).waitFor();
    await page.getByRole('link', { name: 'Faire une demande' }).click();
    await page.waitForURL(`**/${world.cardio.slug}/demande`);
    expect(await page.locator('noscript').innerText()).toContain('par téléphone');
    expect(browser.faults).toEqual([]);
  });

  test('les pages publiques, la connexion et les pages absentes', async () => {
    const { world, browser, at } = scene;
    const page = await browser.window();
    const pages: [string, string][] = [
      ['accueil', '/'],
      ['equipe-cardiologie', `/${world.cardio.slug}`],
      ['equipe-nephrologie', `/${world.nephro.slug}`],
      ['absente', '/equipe-absente'],
    ];
    for (const [name, path] of pages) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await lookAt(page, name);
    }
    await page.goto('/connexion');
    await page.getByRole('heading', { name: 'Comptes de démonstration' }).waitFor();
    await lookAt(page, 'connexion');
    await press(page, 'Se connecter');
    await page.getByRole('alert').waitFor();
    await lookAt(page, 'connexion-erreurs');
    await page.goto('/demonstration/courriels');
    await page.getByRole('heading', { name: 'Demande reçue' }).waitFor();
    await lookAt(page, 'courriels');
    const commuter = await at(world.commuter, '../choisir');
    await commuter.getByRole('heading', { level: 1 }).waitFor();
    await lookAt(commuter, 'choisir');
    await commuter.goto(`/${world.cardio.slug}/rien-ici`);
    await commuter.getByRole('heading', { level: 1 }).waitFor();
    await lookAt(commuter, 'absente-connecte');
    const nurse = await at(world.cardio.mobileNurse, 'demandes');
    await nurse.getByRole('heading', { level: 1, name: /^Tournée/ }).waitFor();
  });

  test('le formulaire, ses quatre étapes, ses erreurs et la page « 15 »', async () => {
    const { cardio } = scene.world;
    const titles = [
      'Motif et signes d’alerte',
      'Patient et lieu',
      'Signes, mesures et question',
      'Vérifier et envoyer',
    ];
    const page = await scene.at(cardio.gp, 'demandes');
    for (const [index, title] of titles.entries()) {
      await draftOf(cardio.gp, index + 1);
      await page.goto(`/${cardio.slug}/demande`);
      await step(page, title);
      await lookAt(page, `formulaire-${index + 1}`);
    }
    await press(page, 'Envoyer la demande');
    await page.getByRole('heading', { level: 1, name: /Demande reçue/ }).waitFor();
    await lookAt(page, 'envoyee');
    const colleague = await scene.at(cardio.colleague, 'demande');
    await step(colleague, titles[0] ?? '');
    await press(colleague, 'Continuer vers le patient');
    await colleague.getByRole('alert').waitFor();
    await lookAt(colleague, 'formulaire-erreurs');
    await answerSign(colleague, /^Douleur thoracique en cours/, 'Oui');
    await colleague.getByRole('alert', { name: 'Urgence vitale' }).waitFor();
    await lookAt(colleague, 'page-15');
    await draftOf(cardio.stranger, 4, { ...leastEmergency(cardio), organisationId: cardio.otherPracticeId });
    const nurse = await scene.at(cardio.stranger, 'demande');
    await step(nurse, titles[3] ?? '');
    await press(nurse, 'Envoyer aussi à l’équipe');
    await nurse.getByRole('heading', { level: 1, name: /^Urgence vitale/ }).waitFor();
    await lookAt(nurse, 'envoyee-15');
  });

  test('le suivi : la liste, une demande, une urgence, une demande confirmée', async () => {
    const { cardio } = scene.world;
    const page = await scene.at(cardio.gp, 'demandes');
    await page.getByRole('listitem').first().waitFor();
    await isLive(page);
    await lookAt(page, 'suivi-liste');
    await page.getByRole('button', { name: /^Compte/ }).click();
    await page.getByRole('menu').waitFor();
    await lookAt(page, 'compte');
    for (const [name, { id }] of Object.entries({ propose: proposed, urgence: urgent, confirme: confirmed })) {
      await page.goto(`/${cardio.slug}/demandes/${id}`);
      await page.getByRole('heading', { name: 'Le fil de la demande' }).waitFor();
      await isLive(page);
      await lookAt(page, `suivi-${name}`);
    }
    await page.goto(`/${cardio.slug}/demandes/${proposed.id}`);
    await press(page, 'Annuler la demande…');
    await press(page, 'Annuler cette demande');
    await lookAt(page, 'suivi-annuler');
  });

  test('le bureau : la file, une demande, la décision, l’urgence, l’aide, un appel', async () => {
    const { world } = scene;
    const { cardio } = world;
    const page = await scene.at(cardio.secretary, 'bureau');
    await page.getByRole('heading', { name: 'Demandes à traiter' }).waitFor();
    await isLive(page);
    await lookAt(page, 'bureau-file');
    for (const [name, { id }] of Object.entries({ propose: proposed, urgence: urgent, confirme: confirmed })) {
      await page.goto(`/${cardio.slug}/bureau/${id}`);
      await page.getByRole('article').waitFor();
      await isLive(page);
      await lookAt(page, `bureau-${name}`);
    }
    await page.keyboard.press('d');
    await page.getByRole('form', { name: 'Demander un complément' }).waitFor();
    await lookAt(page, 'bureau-complement');
    await page.goto(`/${cardio.slug}/bureau`);
    await isLive(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await lookAt(page, 'bureau-aide');
    await page.goto(`/${cardio.slug}/bureau/appel`);
    await step(page, 'Qui appelle ?');
    await field(page, 'Nom, téléphone ou RPPS').fill('marchais');
    await page.getByRole('option').first().waitFor();
    await lookAt(page, 'appel-recherche');
    await page.getByRole('button', { name: 'Nouvel appelant…' }).click();
    await field(page, 'Structure').waitFor();
    await lookAt(page, 'appel-nouveau');
    const narrow = await scene.at(cardio.secondSecretary, `bureau/${proposed.id}`, {
      viewport: { width: 360, height: 780 },
    });
    await narrow.getByRole('button', { name: /Décider/ }).click();
    await narrow.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(narrow)).toEqual([]);
    if (PICTURES) await narrow.screenshot({ path: join(PICTURES, 'bureau-decider-360-light.png') });
    const empty = await world.as(world.nephro.secretary);
    const idle = await scene.browser.window({ cookie: empty.cookie });
    await idle.goto(`/${world.nephro.slug}/bureau`);
    await idle.getByText('Rien à traiter.').waitFor();
    await isLive(idle);
    await lookAt(idle, 'bureau-vide');
  });

  test('le premier chargement tient en 220 ko, et rien ne reste sur l’appareil après « Se déconnecter »', async () => {
    const { world, browser } = scene;
    const { cardio } = world;
    const page = await browser.window();
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js'))
        scripts.set(
          pathname,
          response.body().then((body) => gzipSync(body, { level: 6 }).length),
        );
    });
    // The rules come after: the form must draw itself, and say « 15 », without them.
    let draw = () => {};
    const drawn = new Promise<void>((resolve) => (draw = resolve));
    await page.route(/\/(gravest-rule|protocol)-[^/]+\.js$/, async (route) => {
      await drawn;
      await route.continue();
    });
    await page.goto(`/${cardio.slug}/demande`);
    await signInByPage(page, cardio.colleague);
    await step(page, 'Motif et signes d’alerte');
    const weigh = async () => {
      const weights = await Promise.all([...scripts].map(async ([path, weight]) => ({ path, bytes: await weight })));
      const kB = weights.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
      const heaviest = weights.sort((a, b) => b.bytes - a.bytes).slice(0, 5);
      return { kB, words: heaviest.map(({ path, bytes }) => `${path.split('/').at(-1)} ${(bytes / 1000).toFixed(1)}`) };
    };
    const first = await weigh();
    draw();
    await page.waitForResponse(/\/protocol-/);
    const whole = await weigh();
    process.stderr.write(
      `JavaScript, connexion → demande: ${first.kB.toFixed(1)} kB gz drawn, ${whole.kB.toFixed(1)} kB with the rules (${whole.words.join(', ')})\n`,
    );
    expect(first.kB).toBeLessThanOrEqual(220);

    const canaries = ['Canaridelle', 'Question confidentielle du canari'];
    await fillReason(page);
    await press(page, 'Continuer vers le patient');
    await step(page, 'Patient et lieu');
    await field(page, 'Nom de naissance').fill(canaries[0] ?? '');
    await field(page, 'Adresse (facultatif)').fill(canaries[1] ?? '');
    await waitFor('the draft on the device', async () => (await keptOnDevice(page)).includes(canaries[1] ?? ''));
    await page.getByRole('button', { name: /^Compte/ }).click();
    await page.getByRole('menuitem', { name: words('Se déconnecter') }).click();
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    const kept = await keptOnDevice(page);
    for (const canary of canaries) expect(kept).not.toContain(canary);
    expect(kept).not.toContain(cardio.gp.email);
    expect(browser.faults).toEqual([]);
  });
});
