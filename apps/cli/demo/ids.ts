import { createHash } from 'node:crypto';

/** An id that follows from a text: the same story is never sent twice, whoever tells it. */
export function idOf(text: string): string {
  const bytes = createHash('sha256').update(`guichet-demonstration/${text}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The draft of a story. */
export const draftIdOf = (storyKey: string): string => idOf(storyKey);
