import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send, somebody } from '../support/world.ts';
import { lookAt } from './look-at.ts';
import { openScene, type Scene } from './people.ts';
import { press } from './request-form.ts';

describe('le contrôle à l’écran', () => {
  let scene: Scene;
  let patientId: string;
  beforeAll(async () => {
    scene = await openScene();
    const { world } = scene;
    const patient = { ...somebody(), birthName: 'Rouaud', givenNames: 'Denise', phone: '06 39 98 00 03' };
    const sent = await send(await world.as(world.cardio.gp), world.cardio, { patient });
    const [row] = await world.sql<{ id: string }>('select patient_id as id from request where id = $1', [sent.id]);
    patientId = row?.id ?? '';
    const secretary = await world.as(world.cardio.secretary);
    await secretary.get(`/api/e/${world.cardio.slug}/requests/${sent.id}`).expect(200);
  });
  afterAll(() => scene.close());

  test('le DPO donne son avis, lit le journal, vérifie la chaîne', async () => {
    const page = await scene.at(scene.world.cardio.dpo, 'controle');
    const card = page.getByRole('article').filter({ hasText: 'Rouaud Denise' });
    await card.getByText('Même nom que le patient').waitFor();
    await lookAt(page, 'à revoir');
    await card.getByRole('button', { name: 'Enregistrer l’avis' }).click();
    await card.getByText('Choisissez un avis.').waitFor();
    await lookAt(page, 'avis incomplet');
    await card.getByRole('radio', { name: /^Légitime/ }).check();
    await card.getByRole('textbox', { name: 'Ce qui le fonde' }).fill('Elle tenait le guichet ce matin-là.');
    await card.getByRole('button', { name: 'Enregistrer l’avis' }).click();
    await page.getByRole('heading', { name: 'Revus' }).waitFor();
    await page.getByText('Elle tenait le guichet ce matin-là.').waitFor();
    await lookAt(page, 'revus');

    await page.getByRole('link', { name: 'Journal' }).click();
    await page
      .getByRole('cell', { name: /Accès revu/ })
      .first()
      .waitFor();
    await lookAt(page, 'journal');
    await page.getByRole('combobox', { name: 'Action' }).selectOption({ label: 'Demande envoyée' });
    await page
      .getByRole('cell', { name: /Dr Helene Marchais/ })
      .first()
      .waitFor();
    expect(await page.getByRole('cell', { name: /Accès revu/ }).count()).toBe(0);

    await page.getByRole('link', { name: 'Chaîne et conservation' }).click();
    await press(page, 'Vérifier maintenant');
    await page.getByText(/^La chaîne/).waitFor();
    await lookAt(page, 'chaîne');
    expect(scene.browser.faults).toEqual([]);
  });

  test('le guichet lit la liste des accès d’un patient et l’invite ; un autre n’entre pas', async () => {
    const { cardio } = scene.world;
    const page = await scene.at(cardio.secretary, `patients/${patientId}/acces`);
    await page.getByText('Dr Helene Marchais').or(page.getByText('Médecin traitant')).first().waitFor();
    await page.getByText('A lu votre demande').first().waitFor();
    await lookAt(page, 'accès au dossier');
    const download = page.waitForEvent('download');
    await press(page, 'Télécharger en PDF');
    expect((await download).suggestedFilename()).toBe('acces-au-dossier.pdf');
    await page.getByRole('textbox', { name: 'Adresse électronique du patient' }).fill('denise@patient.example');
    await press(page, 'Inviter');
    await page.getByText(/^Invitation envoyée/).waitFor();
    const stranger = await scene.at(cardio.stranger, `patients/${patientId}/acces`);
    await stranger.getByRole('heading', { name: /n’existe pas/ }).waitFor();
    const secretary = await scene.at(cardio.secondSecretary, 'controle');
    await secretary.getByRole('heading', { name: /n’existe pas/ }).waitFor();
  });
});
