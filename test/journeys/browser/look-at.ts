import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, inTheme, languageFaults, widthFaults } from '../../support/browser-audit.ts';
import type { Fault } from '../../support/browser.ts';

export interface Look {
  /** Where everything is judged, in CSS pixels. */
  widths?: readonly number[];
  /** Where only what is cut is judged. */
  otherWidths?: readonly number[];
  /** The whole page in sight, for what hides under a bar. By default of a phone or of a screen. */
  height?: number;
  /** What this journey asks of its screens besides. */
  more?: (page: Page) => Promise<string[]>;
  /** Of the browser so far: none may be left. */
  faults?: Fault[];
}

const PICTURES = process.env.GUICHET_PICTURES;

/**
 * One screen at each width and in both themes: nothing axe finds, nothing cut, no word of machines. Takes its pictures
 * when `GUICHET_PICTURES` names a folder, and leaves the window as it was.
 */
export async function lookAt(page: Page, name: string, look: Look = {}): Promise<void> {
  const found: string[] = await languageFaults(page);
  const before = page.viewportSize();
  const atWidth = async (width: number) => {
    await page.setViewportSize({ width, height: look.height ?? (width < 700 ? 780 : 900) });
    found.push(...(await widthFaults(page)).map((fault) => `${width} px: ${fault}`));
  };
  for (const width of look.otherWidths ?? []) await atWidth(width);
  for (const width of look.widths ?? [360, 1280]) {
    await atWidth(width);
    found.push(...((await look.more?.(page)) ?? []).map((fault) => `${width} px: ${fault}`));
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(page, theme);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${width} px, ${theme}: ${fault}`));
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${width}-${theme}.png`), fullPage: true });
    }
    await inTheme(page, 'light');
  }
  if (before) await page.setViewportSize(before);
  found.push(...(look.faults?.splice(0) ?? []).map(({ kind, text }) => `${kind}: ${text}`));
  expect([name, found]).toEqual([name, []]);
}
