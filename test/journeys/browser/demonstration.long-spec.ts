import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SessionView } from '../../../apps/web/api/views.ts';
import { landingOf } from '../../../apps/web/session/landing.ts';
import { findFreePort } from '../../../apps/cli/start/free-port.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { accessibilityFaults, inTheme, languageFaults, widthFaults } from '../../support/browser-audit.ts';
import { GuichetProcess } from '../../support/guichet-process.ts';
import { temporaryDataFolder } from '../../support/temporary-data.ts';
import { waitFor } from '../support/wait-for.ts';
import { field, press } from './request-form.ts';

interface Account {
  email: string;
  ess: string;
  name: string;
  /** Empty for who has no second factor. */
  code: string;
}

/** Where the lists of each role lead. */
const OPENED = ['demandes', 'bureau', 'avis', 'tournee'];

/** The other lists of a role, beside its first screen. */
function worklistsOf(roles: readonly string[]): string[] {
  const plans = roles.some((role) => ['coordinator', 'case_manager', 'medical_lead'].includes(role));
  const works = roles.some((role) => ['secretary', 'coordinator', 'case_manager', 'specialist'].includes(role));
  return [...(works ? ['bureau', 'bureau/reponses', 'bureau/rendez-vous'] : []), ...(plans ? ['tournees'] : [])];
}

/** A screen long enough for the whole page: nothing is measured half under the bar at the foot. */
const TALLEST = 12_000;
const wholePage = async (page: Page, width: number): Promise<void> => {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height + 200, TALLEST) });
};

const WIDTHS = [320, 360, 768, 1024, 1280];
const AUDITED = [360, 1280];

describe('la démonstration entière, telle qu’un visiteur la trouve', () => {
  const data = temporaryDataFolder();
  let guichet: GuichetProcess;
  let browser: TestBrowser;
  let url: string;
  let accounts: Account[];
  beforeAll(async () => {
    const port = await findFreePort();
    url = `http://localhost:${port}`;
    guichet = new GuichetProcess(['--data', data.folder, '--port', String(port)]);
    await guichet.opened();
    browser = await openBrowser(url);
    accounts = await (await fetch(`${url}/api/demonstration/accounts`)).json();
  });
  afterAll(async () => {
    await browser?.close();
    guichet.kill('SIGINT');
    await guichet.left;
    data.remove();
  });

  async function faultsOf(page: Page, path: string): Promise<string[]> {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    const faults = await languageFaults(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 700 ? 780 : 900 });
      faults.push(...(await widthFaults(page)).map((fault) => `${width} px: ${fault}`));
      if (AUDITED.includes(width)) await wholePage(page, width);
      for (const theme of AUDITED.includes(width) ? (['light', 'dark'] as const) : []) {
        await inTheme(page, theme);
        const seen = await accessibilityFaults(page);
        faults.push(...seen.map((fault) => `${width} px, ${theme}: ${fault}`));
      }
    }
    await inTheme(page, 'light');
    faults.push(...browser.faults.splice(0).map(({ kind, text }) => `${kind}: ${text}`));
    return faults.map((fault) => `${path} ${fault}`);
  }

  /** As a visitor does: a click on the account, the password is there; then its code is there too. */
  async function enter({ email, ess, name, code }: Account): Promise<Page> {
    const page = await browser.window();
    await page.goto(`/connexion?${new URLSearchParams({ ess })}`);
    await page.getByRole('button').filter({ hasText: name }).first().click();
    expect(await field(page, 'Adresse électronique professionnelle').inputValue()).toBe(email);
    await press(page, 'Se connecter');
    if (code) {
      const filled = field(page, 'Code à 6 chiffres');
      await waitFor(`the code of ${name}`, async () => /^\d{6}$/.test(await filled.inputValue()));
      await press(page, 'Continuer');
    }
    await page.waitForURL((address) => address.pathname !== '/connexion');
    return page;
  }

  test('les pages publiques', async () => {
    const page = await browser.window();
    const paths = ['/', ...new Set(accounts.map(({ ess }) => `/${ess}`)), '/connexion', '/demonstration/courriels'];
    for (const path of paths) expect(await faultsOf(page, path)).toEqual([]);
  });

  test('chaque compte de démonstration : son premier écran, et les premières demandes qu’il y trouve', async () => {
    const swept = new Set<string>();
    for (const account of accounts) {
      const { ess } = account;
      const page = await enter(account);
      const session: SessionView = await (await page.request.get('/api/session')).json();
      expect(session.email).toBe(account.email);
      const membership = session.memberships.find((one) => one.ess.slug === ess);
      const first = landingOf(session, ess) ?? '/choisir';
      expect(await faultsOf(page, first)).toEqual([]);
      const links = page.locator(OPENED.map((part) => `main a[href^="/${ess}/${part}/"]`).join(', '));
      const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      for (const path of [...new Set(found)].slice(0, 3)) expect(await faultsOf(page, path)).toEqual([]);
      const lists = worklistsOf(membership?.roles ?? []).map((path) => `/${ess}/${path}`);
      for (const path of lists.filter((one) => !swept.has(one))) {
        swept.add(path);
        expect(await faultsOf(page, path)).toEqual([]);
      }
      await page.context().close();
    }
  }, 1_800_000);
});
