/** Long enough for a machine that does three other things: a wait that is a bar says its own. */
const PATIENCE_MS = 60_000;

/** Waits for a condition, never for a time. @returns its first truthy value. */
export async function waitFor<T>(
  what: string,
  question: () => Promise<T | null | undefined | false>,
  withinMs = PATIENCE_MS,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > until) throw new Error(`waited ${withinMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
