/** When to lock: the last sign of life, shared by every tab of the browser. */
export const isIdle = (lastActivityAt: number, now: number, limitSeconds: number): boolean =>
  now - lastActivityAt >= limitSeconds * 1000;

const KEY = 'guichet-activite';

export function readActivity(fallback: number): number {
  try {
    return Math.max(Number(localStorage.getItem(KEY)) || 0, fallback);
  } catch {
    return fallback;
  }
}

export function writeActivity(now: number): void {
  try {
    localStorage.setItem(KEY, String(now));
  } catch {
    // A browser without storage counts its own tab only.
  }
}
