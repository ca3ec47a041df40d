import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { join } from 'node:path';
import { accessibilityFaults, inTheme, widthFaults } from '../../support/browser-audit.ts';
import { pdf, png } from '../../support/uploads.ts';
import { send } from '../support/world.ts';
import { openScene, type Scene } from './people.ts';

const PICTURES = process.env.GUICHET_PICTURES;
const ecg = { name: 'ECG du matin.png', mimeType: 'image/png', buffer: png(1200, 500) };

describe('des fichiers sont joints à une demande, à l’écran', () => {
  let scene: Scene;
  let requestId: string;
  beforeAll(async () => {
    scene = await openScene({ worker: false });
    const { world } = scene;
    requestId = (await send(await world.as(world.cardio.gp), world.cardio)).id;
  });
  afterAll(() => scene.close());

  const files = (page: Page) => page.getByRole('region', { name: /Fichiers joints/ });
  const pick = (page: Page, ...chosen: { name: string; mimeType: string; buffer: Buffer }[]) =>
    page.getByLabel('Fichiers à ajouter').setInputFiles(chosen);
  const faults: string[] = [];
  async function lookAt(page: Page, name: string): Promise<void> {
    faults.push(...(await widthFaults(page)).map((fault) => `${name}: ${fault}`));
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(page, theme);
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}, ${theme}: ${fault}`));
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`), fullPage: true });
    }
    await inTheme(page, 'light');
  }

  test('au téléphone, le demandeur ajoute un ECG ; refusé ou coupé, le fichier reste et dit quoi faire', async () => {
    const page = await scene.at(scene.world.cardio.gp, `demandes/${requestId}`, {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    await files(page).getByText('Aucun fichier joint.').waitFor();
    await files(page).getByText('ECG', { exact: true }).click();
    await pick(page, ecg);
    await files(page)
      .getByRole('button', { name: /ECG du matin\.png/ })
      .waitFor();
    await files(page).getByText('Non analysé par un antivirus').waitFor();
    // The name lies: the server says so, and nothing is worth sending again.
    await pick(page, { name: 'courrier.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
    await files(page).getByText('Le contenu de ce fichier n’est pas celui que son nom annonce.').waitFor();
    expect(await files(page).getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
    await page.context().setOffline(true);
    await pick(page, { name: 'compte rendu.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await files(page).getByText('Connexion perdue. Le fichier est gardé ici').waitFor();
    await page.context().setOffline(false);
    await lookAt(page, 'fichiers-360');
    await files(page).getByRole('button', { name: 'Réessayer' }).click();
    await files(page)
      .getByRole('button', { name: /compte rendu\.pdf/ })
      .waitFor();
    await files(page).getByRole('button', { name: 'Retirer' }).click();
    expect(await files(page).getByRole('listitem').count()).toBe(2);
    const small = await files(page)
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent),
      );
    expect(small).toEqual([]);
    await page.close();
  });

  test('au guichet, l’image s’ouvre sur place et s’agrandit, et ses touches n’agissent pas derrière', async () => {
    const page = await scene.at(scene.world.cardio.secretary, `bureau/${requestId}`);
    await files(page)
      .getByRole('button', { name: /ECG du matin\.png/ })
      .click();
    const window = page.getByRole('dialog');
    const shown = window.getByRole('img', { name: 'ECG du matin.png' });
    await shown.waitFor();
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    await lookAt(page, 'fichier-ouvert-1280');
    await window.getByRole('button', { name: 'Agrandir' }).click();
    await window.getByRole('button', { name: 'Voir en entier' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      window.getByRole('link', { name: 'Enregistrer' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ECG du matin.png');
    await page.keyboard.press('Escape');
    await window.waitFor({ state: 'hidden' });
    await lookAt(page, 'fichiers-guichet-1280');
    await page.close();
  });

  test('le PDF s’ouvre sans que la page le refuse', async () => {
    const page = await scene.at(scene.world.cardio.secretary, `bureau/${requestId}`);
    await files(page)
      .getByRole('button', { name: /compte rendu\.pdf/ })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Ouvrir/ })
      .waitFor();
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'pdf-ouvert-1280.png') });
    await page.close();
  });

  test('aucune faute de lecture, de largeur ni de politique de contenu sur ces écrans', () => {
    expect([faults, scene.browser.faults.map((fault) => `${fault.kind}: ${fault.text}`)]).toEqual([[], []]);
  });
});
