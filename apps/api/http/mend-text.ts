/** Half of a pair, left alone by a text cut in the middle of a sign: no encoding can write it. */
const LONE_HALF = /\p{Surrogate}/gu;

const mended = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(LONE_HALF, '\uFFFD');
  mendText(value);
  return value;
};

/** In place: what was typed is kept, half a sign becomes �; what checks and stores text never meets one. */
export function mendText(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [key, value] of Object.entries(body)) Reflect.set(body, key, mended(value));
}
