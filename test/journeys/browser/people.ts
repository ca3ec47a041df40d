import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser, type WindowOptions } from '../../support/browser.ts';
import type { Person } from '../support/territory.ts';
import { openWorld, type World, type WorldOptions } from '../support/world.ts';

/** A world, and one Chromium to walk in it. */
export interface Scene {
  world: World;
  browser: TestBrowser;
  /** This person, already signed in, on a new device, at this address of the cardiology team. */
  at(person: Person, path: string, options?: WindowOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openScene(options: WorldOptions = {}): Promise<Scene> {
  const world = await openWorld(options);
  const browser = await openBrowser(world.url);
  return {
    world,
    browser,
    async at(person, path, window = {}) {
      const { cookie } = await world.as(person);
      const page = await browser.window({ cookie, ...window });
      await page.goto(`/${world.cardio.slug}/${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await world.stop();
    },
  };
}

/** Signals arrive from now on: what happens next needs no reload. */
export const isLive = (page: Page) => page.getByText('En direct').filter({ visible: true }).waitFor();

const MARK = 'not-reloaded';
export const mark = (page: Page) => page.evaluate((name) => document.body.classList.add(name), MARK);
/** True as long as the page is the one that was marked. */
export const isSamePage = (page: Page) => page.evaluate((name) => document.body.classList.contains(name), MARK);

export const card = (page: Page, name: string) => page.locator('[data-queue-card]', { hasText: name });
