/** Folded for search: no accent, no case, single spaces. */
export const searchName = (...parts: string[]): string =>
  parts
    .join(' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** For LIKE: what the user typed, with its wildcards disarmed. */
export const likePrefix = (typed: string): string => `${searchName(typed)}%`;
