import type { Page } from 'playwright-core';

export interface Moments {
  /** When the words were first on the page; zero as long as they are not. */
  shownAt: number;
  /** The last click before now. */
  clickedAt: number;
}

/** Told by the page itself, by the clock of this machine: what comes and goes between it and the test is not counted. */
export async function stopwatch(page: Page, selector: string, words: string): Promise<() => Promise<Moments>> {
  const watch = await page.evaluateHandle(
    ([where, what]) => {
      const moments = { shownAt: 0, clickedAt: 0 };
      const isShown = () => [...document.querySelectorAll(where)].some((one) => one.textContent?.includes(what));
      const look = () => {
        if (!moments.shownAt && isShown()) moments.shownAt = Date.now();
      };
      document.addEventListener('click', () => (moments.clickedAt = Date.now()), true);
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
      return moments;
    },
    [selector, words] as const,
  );
  return () => watch.jsonValue();
}
