import { parseCivilDate } from '../ui/format.ts';

/** A real day written « 1945-03-02 »: what a date field holds once it is complete. */
export const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && parseCivilDate(text.split('-').reverse().join('/')) === text;
