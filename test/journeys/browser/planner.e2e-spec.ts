import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, inTheme, languageFaults, widthFaults } from '../../support/browser-audit.ts';
import { tabTo } from '../../support/browser-keyboard.ts';
import { dayInParis } from '../support/whole-path.ts';
import { waitFor } from '../support/wait-for.ts';
import { send, somebody } from '../support/world.ts';
import { isLive, isSamePage, mark, openScene, type Scene } from './people.ts';
import { press, words } from './request-form.ts';

const PICTURES = process.env.GUICHET_PICTURES;
const SECOND_TEAM = 'Équipe Pays de Retz';

describe('la coordinatrice planifie une journée de l’équipe mobile', () => {
  let scene: Scene;
  const visits: { id: string; name: string }[] = [];
  const path = `tournees?jour=${dayInParis(1)}`;

  /** A request confirmed at the desk, then a visit ordered by the specialist. */
  async function orderVisit(family: string): Promise<{ id: string; name: string }> {
    const { world } = scene;
    const { cardio } = world;
    const patient = somebody(family);
    const { id } = await send(await world.as(cardio.gp), cardio, { patient });
    const at = `/api/e/${cardio.slug}/requests/${id}`;
    const secretary = await world.as(cardio.secretary);
    const version = await waitFor('the proposal', async () => {
      const { body } = await secretary.get(at);
      return body.state === 'proposed' && (body.version as number);
    });
    const confirmed = await secretary.post(`${at}/confirm`, { version }).expect(200);
    const specialist = await world.as(cardio.specialist);
    const order = {
      version: confirmed.body.version,
      exams: ['ecg'],
      question: 'Congestion, tension, ECG au domicile.',
    };
    const answer = await specialist.post(`${at}/decisions/visit`, order);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return { id, name: patient.birthName };
  }

  beforeAll(async () => {
    scene = await openScene();
    const { world } = scene;
    const { cardio } = world;
    await world.sql(
      `insert into team (tenant_id, id, name, colour, equipment, start_label, start_lat, start_lng,
                         end_label, end_lat, end_lng, shift_from, shift_to)
       select tenant_id, gen_random_uuid(), $2, 1, equipment, start_label, start_lat, start_lng,
              end_label, end_lat, end_lng, shift_from, shift_to
         from team where tenant_id = $1 and id = $3`,
      [cardio.id, SECOND_TEAM, cardio.mobileTeamId],
    );
    for (const family of ['Garnier', 'Clavier', 'Perrin']) visits.push(await orderVisit(family));
  });
  afterAll(() => scene.close());

  const stateOf = async (id: string) =>
    (await scene.world.sql<{ state: string }>('select state from request where id = $1', [id]))[0]?.state;
  const visit = (page: Page, name: string) => page.locator('[data-act]', { hasText: name });
  const lane = (page: Page, team: string) => page.getByRole('list', { name: team });
  const toPlace = (page: Page) => page.getByRole('region', { name: /^À placer/ });
  const whoIs = (index: number) => visits[index]?.name ?? '';

  test('seuls ceux qui planifient ont l’écran', async () => {
    const { at, world } = scene;
    const page = await at(world.cardio.secretary, path);
    await page.waitForURL(`**/${world.cardio.slug}/bureau`);
    await page.getByRole('heading', { name: 'Demandes à traiter' }).waitFor();
    expect(await page.getByRole('link', { name: 'Tournées' }).count()).toBe(0);
  });

  test('au clavier : elle porte une visite, lit son prix, la pose, la verrouille, et renonce', async () => {
    const { at, world, browser } = scene;
    const page = await at(world.cardio.coordinator, path);
    await page.getByRole('heading', { level: 1, name: 'Tournées' }).waitFor();
    await isLive(page);
    await page.getByText('Brouillon').waitFor();
    await toPlace(page).getByText(whoIs(0)).waitFor();

    await tabTo(page, visit(page, whoIs(0)));
    await page.keyboard.press('d');
    await page.getByRole('heading', { name: 'Les places qui coûtent le moins' }).waitFor();
    await page.locator('ol > li > button:focus').filter({ hasText: 'étape' }).waitFor();
    await page.keyboard.press('Enter');
    const proposed = page.getByRole('region', { name: 'Déplacement proposé' });
    await proposed.getByText(/\d\skm|sans détour/).waitFor();
    expect(await stateOf(visits[0]?.id ?? '')).toBe('decided');
    await proposed
      .getByRole('button', { name: /^Poser ici/ })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/C’est posé\./).waitFor();
    expect(await toPlace(page).getByText(whoIs(0)).count()).toBe(0);

    const held = visit(page, whoIs(0));
    await held.focus();
    await page.keyboard.press('v');
    await page.getByText(/^Visite verrouillée/).waitFor();
    await held.getByText(/verrouillée/).waitFor({ state: 'attached' });
    await held.focus();
    await page.keyboard.press('v');
    await page.getByText('Visite libérée.').waitFor();

    const before = await lane(page, SECOND_TEAM).getByText(whoIs(0)).count();
    await held.focus();
    await page.keyboard.press(before > 0 ? 'Shift+ArrowLeft' : 'Shift+ArrowRight');
    await proposed.getByText(/\d\skm|sans détour/).waitFor();
    await visit(page, whoIs(0)).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await proposed.waitFor({ state: 'detached' });
    expect(await lane(page, SECOND_TEAM).getByText(whoIs(0)).count()).toBe(before);
    expect(browser.faults).toEqual([]);
  });

  test('à la souris : elle glisse une visite sur l’autre équipe, le prix vient avant la pose', async () => {
    const { at, world, browser } = scene;
    const page = await at(world.cardio.coordinator, path);
    const card = toPlace(page).getByText(whoIs(1));
    await isLive(page);
    await card.waitFor();
    const [from, to] = [await card.boundingBox(), await lane(page, SECOND_TEAM).boundingBox()];
    if (!from || !to) throw new Error('the visit and the lane are drawn');
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    // Near the beginning of the day: a rank is asked, no hour.
    await page.mouse.move(to.x + 40, to.y + 20, { steps: 6 });
    await page
      .getByText(/^\+\s|^sans détour/)
      .first()
      .waitFor();
    expect(await toPlace(page).getByText(whoIs(1)).count()).toBe(1);
    await page.mouse.up();
    await page.getByRole('region', { name: 'Déplacement proposé' }).waitFor();
    await page.getByRole('button', { name: /^Poser ici/ }).click();
    await page.getByText(/C’est posé\./).waitFor();
    await lane(page, SECOND_TEAM).getByText(whoIs(1)).waitFor();
    expect(browser.faults).toEqual([]);
  });

  test('deux personnes planifient : la seconde lit qui et quand, son geste n’est pas fait', async () => {
    const { at, world, browser } = scene;
    const { cardio } = world;
    const [first, second] = await Promise.all([at(cardio.coordinator, path), at(cardio.medicalLead, path)]);
    for (const page of [first, second]) await visit(page, whoIs(1)).click();
    await second.getByRole('button', { name: /^Remettre à placer/ }).waitFor();
    // The network of the second planner is slow: the day as the first has changed it has not reached the screen.
    let arrive = () => {};
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    await second.route('**/mobile/day?**', async (route) => {
      await slow;
      await route.continue();
    });
    await first.getByRole('button', { name: /^Verrouiller/ }).click();
    await first.getByText(/^Visite verrouillée/).waitFor();
    const refused = second.waitForResponse((response) => response.status() === 409);
    await second.getByRole('button', { name: /^Remettre à placer/ }).click();
    await refused;
    arrive();
    const band = second.getByRole('alert').filter({ hasText: 'votre geste n’a pas été fait' });
    await band.getByText(new RegExp(`${cardio.coordinator.name} a modifié la journée à\\s\\d\\d:\\d\\d`)).waitFor();
    await visit(second, whoIs(1))
      .getByText(/verrouillée/)
      .waitFor({ state: 'attached' });
    await press(second, 'Compris');
    expect(await band.count()).toBe(0);
    expect(browser.faults).toEqual([]);
  });

  test('elle propose, publie, et le demandeur lit « Planifiée »', async () => {
    const { at, world, browser } = scene;
    const { cardio } = world;
    const page = await at(cardio.coordinator, path);
    await isLive(page);
    await mark(page);
    await press(page, 'Proposer une tournée');
    await page.getByText(/^\d\svisites? placées?\. Toutes les visites ont leur place\.$/).waitFor();
    // Three visits, two teams: one of them has two. Shift and the arrows exchange them, Escape puts them back.
    await visit(page, whoIs(1)).focus();
    await page.keyboard.press('v');
    await page.getByText('Visite libérée.').waitFor();
    const order = () =>
      page.evaluate(() => {
        const lanes = [...document.querySelectorAll('[data-lane]')];
        const ids = lanes.map((each) =>
          [...each.querySelectorAll('[data-act]')].map((one) => one.getAttribute('data-act')),
        );
        return ids.find(({ length }) => length > 1) ?? [];
      });
    const [first, next] = await order();
    await page.locator(`[data-act="${first}"]`).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await waitFor('the exchange', async () => String((await order()).slice(0, 2)) === String([next, first]));
    await page
      .getByRole('region', { name: 'Déplacement proposé' })
      .getByText(/2e étape/)
      .waitFor();
    await page.keyboard.press('Escape');
    await waitFor('the order as it was', async () => (await order())[0] === first);
    await page.keyboard.press('p');
    const panel = page.getByRole('region', { name: /^Publier le/ });
    for (const { name } of visits) await panel.getByText(new RegExp(name)).waitFor();
    await panel.getByRole('button', { name: 'Publier et prévenir' }).click();
    await page.getByText(/^Publiée à/).waitFor();
    expect(await isSamePage(page)).toBe(true);
    for (const { id } of visits) expect(await stateOf(id)).toBe('scheduled');
    const follower = await at(cardio.gp, `demandes/${visits[0]?.id}`);
    await follower.getByRole('heading', { name: /^Visite entre \d\d:\d\d et \d\d:\d\d$/ }).waitFor();
    const told = await (await world.as(cardio.gp)).get(`/api/e/${cardio.slug}/requests/${visits[0]?.id}`);
    expect(told.body.stateLabel).toBe('Planifiée');

    // One more visit is ordered: the open page learns it by itself.
    const late = await orderVisit('Dernière');
    await toPlace(page).getByText(late.name).waitFor();
    expect(await isSamePage(page)).toBe(true);
    expect(browser.faults).toEqual([]);
  });

  test('se lit par tous, à toute largeur, en clair et en sombre', async () => {
    const { at, world, browser } = scene;
    const page = await at(world.cardio.coordinator, path);
    await isLive(page);
    const look = async (name: string) => {
      const faults: string[] = await languageFaults(page);
      for (const theme of ['light', 'dark'] as const) {
        await inTheme(page, theme);
        faults.push(...(await widthFaults(page)), ...(await accessibilityFaults(page)));
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `tournees-${name}-${theme}.png`) });
      }
      await inTheme(page, 'light');
      expect([name, faults]).toEqual([name, []]);
    };
    for (const width of [320, 360, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: width < 700 ? 780 : 900 });
      await visit(page, whoIs(0)).waitFor();
      await look(`jour-${width}`);
      await visit(page, whoIs(0)).click();
      await page.getByRole('heading', { name: new RegExp(whoIs(0)) }).waitFor();
      await look(`visite-${width}`);
      await page.getByRole('button', { name: /^Déplacer vers/ }).click();
      await page.getByRole('heading', { name: 'Choisir soi-même' }).waitFor();
      await look(`deplacer-${width}`);
      await page.keyboard.press('Escape');
      await page
        .getByRole('button', { name: words('La journée') })
        .or(page.getByRole('button', { name: 'Fermer la visite' }))
        .click();
    }
    await page.getByText('Liste', { exact: true }).click();
    await visit(page, whoIs(0)).waitFor();
    await look('liste-1280');
    await page.getByRole('button', { name: /choisir un autre jour$/ }).press('Enter');
    await page.getByLabel('Aller au jour').fill('2031-05-04');
    await page.getByLabel('Aller au jour').press('Enter');
    await page.waitForURL('**/tournees?jour=2031-05-04');
    await page.getByText('Aucune visite placée').waitFor();
    await page.getByText('Brouillon').waitFor();
    await look('vide-1280');
    expect(browser.faults).toEqual([]);
  });
});
