import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { barHere } from '../../support/bar.ts';
import { stopwatch } from '../../support/browser-stopwatch.ts';
import { enterOn, choose, tabTo, typeInto } from '../../support/browser-keyboard.ts';
import { waitFor } from '../support/wait-for.ts';
import { send, somebody } from '../support/world.ts';
import { card, isLive, isSamePage, mark, openScene, type Scene } from './people.ts';
import {
  dayFromNow,
  field,
  fillClinical,
  fillPatient,
  fillReason,
  press,
  signInByPage,
  step,
  words,
} from './request-form.ts';

describe('dans le navigateur, une demande part, arrive, est prise et suivie', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  const stateOf = async (id: string) =>
    (await scene.world.sql<{ state: string }>('select state from request where id = $1', [id]))[0]?.state;

  test('une généraliste envoie, la secrétaire la voit sans recharger et la prend', async () => {
    const { world, browser, at } = scene;
    const { cardio } = world;
    const [first, second] = await Promise.all([at(cardio.secretary, 'bureau'), at(cardio.secondSecretary, 'bureau')]);
    await Promise.all([first, second].map(async (desk) => [await isLive(desk), await mark(desk)]));

    const patient = somebody('Arrivee');
    const gp = await browser.window();
    await gp.goto(`/${cardio.slug}/demande`);
    await signInByPage(gp, cardio.gp);
    await fillReason(gp);
    await press(gp, 'Continuer vers le patient');
    await fillPatient(gp, patient);
    await press(gp, 'Continuer vers les signes');
    await fillClinical(gp, 'Faut-il majorer le furosémide ?');
    await gp.getByText(words('12/8 lu comme 120/80 mmHg')).waitFor();
    await press(gp, 'Vérifier la demande');
    await step(gp, 'Vérifier et envoyer');
    await gp.getByText(/12\/8 lu comme 120\/80/).waitFor();
    await press(gp, 'C’est juste');

    const answered = gp.waitForResponse((response) => /\/requests$/.test(response.url()) && response.status() === 201);
    const moments = await Promise.all(
      [first, second].map((desk) => stopwatch(desk, '[data-queue-card]', patient.birthName)),
    );
    await press(gp, 'Envoyer la demande');
    await answered;
    const receivedAt = Date.now();
    for (const desk of [first, second]) await card(desk, patient.birthName).waitFor();
    for (const told of moments) expect((await told()).shownAt - receivedAt).toBeLessThan(barHere(2_000));
    await gp.getByRole('heading', { level: 1, name: /Demande reçue/ }).waitFor();
    await gp.getByRole('link', { name: 'Suivre cette demande' }).click();
    await gp.getByText(words('Confirmation par un humain')).first().waitFor();
    await isLive(gp);
    await mark(gp);

    for (const desk of [first, second]) {
      await desk.keyboard.press('Enter');
      await desk.getByRole('region', { name: words('Pourquoi P2 ?') }).waitFor();
      await desk
        .getByText(/Décompensation/)
        .first()
        .waitFor();
    }
    await first.keyboard.press('g');
    await first.getByText(words('Remettre au guichet')).waitFor();
    await card(second, patient.birthName).getByText(`Chez ${cardio.secretary.name}`).waitFor({ state: 'attached' });
    await gp.getByRole('complementary').getByText(cardio.secretary.name).waitFor();

    await first.keyboard.press('2');
    const id = first.url().split('/').at(-1) ?? '';
    await waitFor('the confirmation by Enter', async () => {
      await first.keyboard.press('Enter');
      return (await stateOf(id)) === 'confirmed';
    });
    await gp.getByText(/Priorité confirmée, la réponse se prépare|priorité confirmée, la réponse se prépare/).waitFor();
    await card(second, patient.birthName).getByText('Confirmée').waitFor();
    for (const page of [first, second, gp]) expect(await isSamePage(page)).toBe(true);
    expect(browser.faults).toEqual([]);
  });

  test('deux secrétaires écrivent à la fois : la seconde lit qui et quand, son texte est gardé', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const patient = somebody('Conflit');
    const sent = await send(await world.as(cardio.gp), cardio, { patient });
    await waitFor('the proposal', async () => (await stateOf(sent.id)) === 'proposed');
    const path = `bureau/${sent.id}`;
    const [first, second] = await Promise.all([at(cardio.secretary, path), at(cardio.secondSecretary, path)]);
    const reason = 'Doublon d’une demande de ce matin, vu avec le cabinet.';
    await second.getByRole('button', { name: /^Annuler la demande…/ }).click();
    await field(second, 'Pourquoi l’annuler').fill(reason);

    // The network of the second desk is slow: what changed meanwhile has not reached its screen.
    let arrive = () => {};
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    await second.route(`**/requests/${sent.id}`, async (route) => {
      await slow;
      await route.continue();
    });
    await first.keyboard.press('g');
    await first.getByText(words('Remettre au guichet')).waitFor();
    const refused = second.waitForResponse((response) => response.status() === 409);
    await field(second, 'Pourquoi l’annuler').press('ControlOrMeta+Enter');
    await refused;
    arrive();
    const band = second.getByRole('alert').filter({ hasText: 'Votre texte est gardé' });
    await band.getByText(new RegExp(`${cardio.secretary.name} a pris la demande à\\s\\d\\d:\\d\\d`)).waitFor();
    expect(await field(second, 'Pourquoi l’annuler').inputValue()).toBe(reason);
    expect(await stateOf(sent.id)).toBe('proposed');
    await field(second, 'Pourquoi l’annuler').press('ControlOrMeta+Enter');
    await waitFor('the second try, on the fresh version', async () => (await stateOf(sent.id)) === 'cancelled');
    expect(browser.faults).toEqual([]);
  });

  test('« Nouvel appel » : toute la demande au clavier, elle devient la même demande', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const patient = somebody('Appel');
    const page = await at(cardio.secretary, 'bureau');
    await isLive(page);
    await page.keyboard.press('a');
    await step(page, 'Qui appelle ?');
    await typeInto(page, field(page, 'Nom, téléphone ou RPPS'), 'marchais');
    await page.getByRole('option', { name: /Marchais/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Changer' }).waitFor();
    await enterOn(page, page.getByRole('button', { name: 'Continuer vers le motif' }));

    await step(page, 'Motif et signes d’alerte');
    await enterOn(page, page.getByRole('button', { name: words('J’ai vérifié : aucun de ces signes') }));
    await choose(page, page.getByRole('radio', { name: words('Insuffisance cardiaque, essoufflement') }));
    await enterOn(page, page.getByRole('button', { name: 'Continuer vers le patient' }));

    await step(page, 'Patient et lieu');
    await typeInto(page, field(page, 'Date de naissance'), '14/03/1945');
    await typeInto(page, field(page, 'Nom de naissance'), patient.birthName);
    await typeInto(page, field(page, 'Prénoms, le premier d’abord'), patient.givenNames);
    await choose(page, page.getByRole('radio', { name: 'Féminin' }));
    await typeInto(page, field(page, 'Téléphone du patient'), '0261911234');
    await choose(page, page.getByRole('radio', { name: 'À domicile' }));
    await typeInto(page, field(page, 'Commune'), 'saven');
    await page.getByRole('option', { name: /Savenay/ }).waitFor();
    await page.keyboard.press('Enter');
    await typeInto(page, field(page, 'Adresse'), '12 rue du Calvaire');
    await choose(page, page.getByRole('radio', { name: 'Se déplace seul' }));
    await choose(page, page.getByRole('radio', { name: 'La personne qui appelle' }));
    await enterOn(page, page.getByRole('button', { name: 'Continuer vers les signes' }));

    await step(page, 'Signes, mesures et question');
    await tabTo(page, page.getByRole('checkbox', { name: 'Décompensation sans détresse' }));
    await page.keyboard.press('Space');
    await typeInto(page, field(page, 'Début des signes'), dayFromNow(-3));
    await choose(page, page.getByRole('radio', { name: /^III/ }));
    await typeInto(page, field(page, 'Pression artérielle'), '138/76');
    await typeInto(page, field(page, 'Fréquence cardiaque'), '78');
    await typeInto(page, field(page, 'Saturation en air ambiant'), '95');
    await typeInto(page, field(page, 'Poids'), '64');
    await typeInto(page, field(page, 'NT-proBNP'), '3120');
    await choose(page, page.getByRole('group', { name: 'ECG' }).getByRole('radio', { name: 'Non fait' }));
    await choose(page, page.getByRole('group', { name: 'Antécédents' }).getByRole('radio', { name: 'Aucun' }));
    await choose(page, page.getByRole('group', { name: 'Traitements en cours' }).getByRole('radio', { name: 'Aucun' }));
    await typeInto(
      page,
      field(page, 'Votre question au spécialiste'),
      'Appel du docteur : peut-on la voir à domicile ?',
    );
    await choose(page, page.getByRole('radio', { name: 'Équipe mobile' }));
    await choose(page, page.getByRole('radio', { name: words('Sous 7 jours') }));
    await choose(page, page.getByRole('radio', { name: words('Oui, oralement') }));
    await enterOn(page, page.getByRole('button', { name: words('Vérifier la demande') }));
    await step(page, 'Vérifier et envoyer');
    await enterOn(page, page.getByRole('button', { name: words('Envoyer la demande') }));

    await page.waitForURL(/\/bureau\/[0-9a-f-]{36}$/);
    await page.getByRole('region', { name: /^Pourquoi/ }).waitFor();
    await page.getByText(`prise au téléphone par ${cardio.secretary.name}`).waitFor();
    const follower = await at(cardio.gp, 'demandes');
    await follower.getByRole('link', { name: new RegExp(patient.birthName) }).waitFor();
    expect(browser.faults).toEqual([]);
  });

  test('une collègue la trouve dans « Celles de mon cabinet » et l’annule avec une raison', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const patient = somebody('Collegue');
    const sent = await send(await world.as(cardio.gp), cardio, { patient });
    const author = await at(cardio.gp, `demandes/${sent.id}`);
    await isLive(author);
    await mark(author);
    const colleague = await at(cardio.colleague, 'demandes');
    const row = colleague.getByRole('link', { name: new RegExp(patient.birthName) });
    await colleague.getByText('Aucune demande en cours.').waitFor();
    await press(colleague, 'Celles de mon cabinet');
    await row.click();
    await press(colleague, 'Annuler la demande…');
    await press(colleague, 'Annuler cette demande');
    await colleague.getByText('Écrivez la raison en quelques mots.').waitFor();
    await field(colleague, 'Pourquoi l’annuler ?').fill('Hospitalisée cette nuit, vue sur place.');
    await press(colleague, 'Annuler cette demande');
    for (const page of [colleague, author]) {
      await page.getByRole('heading', { name: 'Annulée' }).waitFor();
      await page.getByText(/Hospitalisée cette nuit, vue sur place\./).waitFor();
    }
    expect(await isSamePage(author)).toBe(true);
    expect(browser.faults).toEqual([]);
  });
});
