import type { BoardView, WorkItem } from './views.ts';

export const LISTS = ['mine', 'toRead', 'toTake', 'awaited'] as const;
export type ListName = (typeof LISTS)[number];
export const LIST_TITLES: Record<ListName, string> = {
  toTake: 'À prendre',
  mine: 'Mes demandes',
  toRead: 'À interpréter',
  awaited: 'J’attends',
};
export const LIST_EMPTY: Record<ListName, string> = {
  toTake: 'Aucune demande n’attend un spécialiste.',
  mine: 'Aucune demande chez vous.',
  toRead: 'Aucun examen à interpréter.',
  awaited: 'Vous n’attendez ni examen ni complément.',
};

/** Every request of the lists in the order drawn, each once: J and K go through it. */
export function listed(board: BoardView | undefined): WorkItem[] {
  if (!board) return [];
  const seen = new Map<string, WorkItem>();
  for (const name of LISTS) for (const item of board[name]) if (!seen.has(item.id)) seen.set(item.id, item);
  return [...seen.values()];
}

export interface Departed {
  item: WorkItem;
  /** « Pris par Dr … à 18:42 », once it is known. */
  words: string | null;
}

/** Requests that left « À prendre » since the last look, without coming to this person. */
export function departures(before: BoardView | undefined, now: BoardView): WorkItem[] {
  if (!before) return [];
  const still = new Set([...now.toTake, ...now.mine, ...now.toRead, ...now.awaited].map(({ id }) => id));
  return before.toTake.filter(({ id }) => !still.has(id));
}
