export type Say = (line: string) => void;

/** Seconds in French: « 1,2 s », the space unbreakable. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).replace('.', ',')}\u00A0s`;
}

/** Runs one step and tells how long it took; `label` may depend on the result. */
export async function timed<T>(say: Say, label: string | ((result: T) => string), work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  say(`${typeof label === 'string' ? label : label(result)} : ${seconds(performance.now() - begun)}`);
  return result;
}
