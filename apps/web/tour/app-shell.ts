/**
 * The pages and scripts of the tour are kept by the browser, so that a reload in a dead zone opens them. Nothing of a
 * patient goes there: what is typed and the tour of the day are kept by the phone store, and leave with the person.
 */
export function keepAppShell(ess: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js', { scope: `/${ess}/tournee` }).catch(() => undefined);
}
