import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeViolation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** The device turns light or dark; returns once the page has followed. */
export async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((wanted) => {
    const { mantineColorScheme } = document.documentElement.dataset;
    return mantineColorScheme === undefined || mantineColorScheme === wanted;
  }, colorScheme);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Accessibility violations of the page as it is now: « rule: where ». Injected by the debugger, outside of the content policy. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: AxeViolation[] }> };
    };
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
      .violations;
  }, TAGS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary?.split('\n').at(1)?.trim()})`,
    ),
  );
}

/** Controls cut off at the right or left, and the page when it scrolls sideways. */
export const widthFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - width;
    const cut = [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea')].filter((control) => {
      const { left, right, width: own, height } = control.getBoundingClientRect();
      const isDrawn = own > 1 && height > 1 && control.checkVisibility({ visibilityProperty: true });
      return isDrawn && !control.closest('.sr-only, [inert]') && (right > width + 1 || left < -1) && right > 0;
    });
    const words = cut.map((control) => `cut: ${(control.textContent || control.id).trim().slice(0, 60)}`);
    return over > 0 ? [`the page scrolls sideways by ${over} px`, ...words] : words;
  });

/** Words of machines and of English that no screen may show or read aloud. */
const FOREIGN =
  /\b(undefined|null|NaN|Invalid Date|\[object Object\]|loading|submit|cancel|search|required|error|next|previous|sign (in|out|up)|log ?(in|out)|password|today|tomorrow|yesterday|please|select|choose|optional|not found|unknown|request|draft|save|edit|delete|back|show|hide|toggle|empty|patient_|present|denied)\b/i;
/** French words written the same. */
const FRENCH = /\b(présente?)\b/i;

export async function languageFaults(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const heard = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, ...document.body.innerText.split('\n'), ...heard];
  });
  return texts.filter((text) => FOREIGN.test(text) && !FRENCH.test(text));
}

/** Everything this device keeps: local and session storage, every database, every cache. */
export const keptOnDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        kept.push(await done(rows.getAllKeys()), await done(rows.getAll()));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) kept.push(request.url, await (await cache.match(request))?.text());
    }
    return JSON.stringify(kept);
  });
