import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { waitFor } from '../support/wait-for.ts';
import { send } from '../support/world.ts';
import { lookAt as lookAtScreen } from './look-at.ts';
import { openScene, type Scene } from './people.ts';
import { dayFromNow, field, press, words } from './request-form.ts';

describe('l’administration d’une équipe dans le navigateur', () => {
  let scene: Scene;
  let admin: Page;
  beforeAll(async () => {
    scene = await openScene();
    admin = await scene.at(scene.world.cardio.essAdmin, 'equipe');
  });
  afterAll(() => scene.close());

  const lookAt = (page: Page, name: string) => lookAtScreen(page, name, { faults: scene.browser.faults });
  const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name: words(name) }).waitFor();
  const person = (page: Page, name: string) => page.getByRole('dialog', { name: words(name) });

  test('l’administratrice arrive sur son équipe, cherche un nom, ouvre une personne au clavier', async () => {
    const { cardio } = scene.world;
    const arriving = await scene.at(cardio.essAdmin, 'demandes');
    await arriving.waitForURL(`**/${cardio.slug}/equipe`);
    await title(admin, 'Équipe');
    await admin.getByRole('link', { name: cardio.secretary.name }).waitFor();
    await lookAt(admin, 'equipe');
    await field(admin, 'Chercher un nom').fill('rouaud');
    await admin.getByRole('link', { name: cardio.medicalLead.name }).waitFor({ state: 'detached' });
    await admin.getByRole('link', { name: cardio.secretary.name }).focus();
    await admin.keyboard.press('Enter');
    await person(admin, cardio.secretary.name).getByRole('heading', { name: 'Accès' }).waitFor();
    await lookAt(admin, 'equipe-personne');
    await admin.keyboard.press('Escape');
    await person(admin, cardio.secretary.name).waitFor({ state: 'detached' });

    // The network is cut: it is said, and what was asked is asked again from there.
    await admin.route('**/people/search', (route) => route.abort());
    await field(admin, 'Chercher un nom').fill(cardio.medicalLead.name.split(' ').at(-1) ?? '');
    await admin.getByRole('alert').getByRole('button', { name: 'Réessayer' }).waitFor();
    await admin.unroute('**/people/search');
    await press(admin, 'Réessayer');
    await admin.getByRole('link', { name: cardio.medicalLead.name }).waitFor();
    scene.browser.faults.splice(0);
  });

  test('elle invite : les oublis sont dits, puis le courriel part, et l’invitation se renvoie ou se retire', async () => {
    const { cardio } = scene.world;
    await admin.goto(`/${cardio.slug}/equipe/inviter`);
    await title(admin, 'Inviter une personne');
    await press(admin, 'Envoyer l’invitation');
    await admin.getByRole('alert').getByText('Choisissez un rôle.').waitFor();
    await lookAt(admin, 'equipe-inviter-incomplet');
    await field(admin, 'Nom').fill('Kergoat');
    await field(admin, 'Prénom').fill('Morgane');
    await field(admin, 'Adresse électronique professionnelle').fill('morgane.kergoat@arrivee.example');
    await admin.getByLabel('Rôle', { exact: true }).selectOption({ label: 'Remplaçant' });
    await field(admin, 'Dernier jour, jj/mm/aaaa').fill(dayFromNow(30));
    await press(admin, 'Envoyer l’invitation');
    const panel = person(admin, 'Morgane Kergoat');
    await panel.getByText(words('Invitation envoyée')).waitFor();
    await lookAt(admin, 'equipe-invitation');
    await waitFor('the mail', async () => scene.world.mails.messages.some((mail) => mail.includes('morgane.kergoat@')));
    await panel.getByRole('button', { name: words('Retirer l’invitation') }).click();
    await admin.getByText(words('Invitation retirée.')).waitFor();
  });

  test('elle désactive, rétablit, puis enregistre un départ : le certificat s’imprime', async () => {
    const { cardio } = scene.world;
    const { world } = scene;
    const sent = await send(await world.as(cardio.gp), cardio);
    const give = () =>
      world.sql(`update request set owner_kind = 'user', owner_id = $2 where id = $1`, [
        sent.id,
        cardio.secondSpecialist.id,
      ]);
    await give();
    await admin.goto(`/${cardio.slug}/equipe/personne/${cardio.secondSpecialist.id}`);
    const panel = person(admin, cardio.secondSpecialist.name);
    await panel.getByRole('button', { name: words('Désactiver l’accès') }).click();
    await panel.getByRole('button', { name: words('Rétablir l’accès') }).click();
    await panel.getByRole('button', { name: words('Désactiver l’accès') }).waitFor();
    // What is not undone is said before it is done, and may be left.
    await panel.getByRole('button', { name: words('Remettre à zéro le second facteur…') }).click();
    await panel.getByText(/Appelez d’abord cette personne/).waitFor();
    await panel.getByRole('button', { name: words('Garder') }).click();
    await panel.getByRole('button', { name: words('Remettre à zéro le second facteur…') }).waitFor();
    const owner = await world.sql('select owner_kind from request where id = $1', [sent.id]);
    expect(owner).toEqual([{ owner_kind: 'desk' }]);
    await give();
    await admin.reload();
    await panel.getByRole('button', { name: words('Enregistrer le départ…') }).click();
    await panel.getByRole('button', { name: 'Transmettre et fermer ses accès' }).click();
    await panel.getByRole('alert').getByText('Choisissez qui reprend ses demandes.').waitFor();
    await lookAt(admin, 'equipe-depart');
    await panel.getByLabel('Qui reprend ses demandes').selectOption({ label: cardio.specialist.name });
    await panel.getByRole('button', { name: 'Transmettre et fermer ses accès' }).click();
    await title(admin, 'Certificat de départ');
    await admin.getByText(new RegExp(`transmise à ${cardio.specialist.name}`)).waitFor();
    await lookAt(admin, 'equipe-certificat');
    await admin.emulateMedia({ media: 'print' });
    await admin.getByRole('button', { name: 'Imprimer' }).waitFor({ state: 'hidden' });
    await admin.emulateMedia({ media: 'screen' });
  });

  test('elle change le partage de l’équipe ; la plateforme ouvre une équipe', async () => {
    const { cardio, nephro } = scene.world;
    await admin.goto(`/${cardio.slug}/equipe/reglages`);
    await title(admin, 'Réglages');
    await admin.getByLabel(/^À toute l’équipe/).check();
    await press(admin, 'Enregistrer');
    await admin.getByText(words('Réglage enregistré, il vaut dès maintenant.')).waitFor();
    await lookAt(admin, 'equipe-reglages');

    await scene.world.sql('update account set platform_admin = true where professional_id = $1', [nephro.essAdmin.id]);
    const platform = await scene.at(nephro.essAdmin, '../plateforme');
    await title(platform, 'Équipes ouvertes');
    await press(platform, 'Ouvrir une équipe');
    await field(platform, 'Nom de l’équipe').fill('Pédiatrie de l’essai');
    await platform.keyboard.press('Tab');
    await platform.getByLabel('Spécialité').selectOption({ label: 'Pédiatrie' });
    await field(platform, 'Téléphone du guichet').fill('02 61 91 04 42');
    await field(platform, 'Nom').fill('Jaouen');
    await lookAt(platform, 'plateforme-ouvrir');
    await press(platform, 'Ouvrir et inviter');
    await platform
      .getByRole('alert')
      .getByText(/^Écrivez son adresse/)
      .waitFor();
    await field(platform, 'Adresse électronique professionnelle').fill('rozenn.jaouen@arrivee.example');
    await press(platform, 'Ouvrir et inviter');
    await platform.getByRole('link', { name: 'Pédiatrie de l’essai' }).waitFor();
    await lookAt(platform, 'plateforme');

    const { commuter } = scene.world;
    await field(platform, 'Adresse de son compte').fill('personne@nulle-part.example');
    await press(platform, 'Trouver');
    await platform
      .getByRole('alert')
      .getByText(/^Aucun compte de professionnel/)
      .waitFor();
    await field(platform, 'Adresse de son compte').fill(commuter.email);
    await press(platform, 'Trouver');
    const found = platform.getByRole('group', { name: commuter.name });
    await found.getByText('Accès ouvert').waitFor();
    await found.getByRole('button', { name: words('Fermer l’accès partout') }).click();
    await found.getByText('Fermé par la plateforme').waitFor();
    await lookAt(platform, 'plateforme-personne');
    await found.getByRole('button', { name: words('Rétablir l’accès') }).click();
    await found.getByText('Accès ouvert').waitFor();
  });
});
