import type { PriorityClass } from '#contracts/enums';
import { WAY_KEYS, WAYS } from '../decision/moves.ts';
import type { Way } from '../decision/moves.ts';

export type DeskCommand =
  | { name: 'next' | 'previous' | 'enter' | 'claim' | 'acknowledge' | 'cancel' | 'ask' | 'call' | 'help' }
  | { name: 'way'; value: Way }
  | { name: 'class'; value: PriorityClass };

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** Where the key was pressed. */
export interface KeyPlace {
  /** In a field that takes text. */
  typing: boolean;
  /** In a window above the page. */
  inDialog: boolean;
  /** On a control that has its own use of Enter: button, link. */
  onControl: boolean;
  /** On a control that has its own use of the arrows: radio, scrolled text. */
  ownsArrows: boolean;
}

const LETTERS: Record<string, DeskCommand> = {
  j: { name: 'next' },
  k: { name: 'previous' },
  g: { name: 'claim' },
  u: { name: 'acknowledge' },
  x: { name: 'cancel' },
  d: { name: 'ask' },
  a: { name: 'call' },
};
const REPEATABLE: readonly DeskCommand['name'][] = ['next', 'previous'];
const CLASSES: Record<string, PriorityClass> = { 1: 'P1', 2: 'P2', 3: 'P3', 4: 'P4' };

/**
 * What a key asks for; nothing while typing, in a window, or with Ctrl, Alt or Cmd. Digits are read by their place on
 * the keyboard: on a French one they are typed without Shift. P0 has no key: it is a deliberate button.
 */
export function commandOf(press: KeyPress, place: KeyPlace): DeskCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey || place.typing || place.inDialog) return null;
  const command = read(press, place);
  if (!command || (press.repeat && !REPEATABLE.includes(command.name))) return null;
  return command;
}

function read(press: KeyPress, place: KeyPlace): DeskCommand | null {
  if (press.key === '?') return { name: 'help' };
  if (press.key === 'Enter') return place.onControl ? null : { name: 'enter' };
  if (press.key === 'ArrowDown') return place.ownsArrows ? null : { name: 'next' };
  if (press.key === 'ArrowUp') return place.ownsArrows ? null : { name: 'previous' };
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(press.code)?.[1];
  const value = digit && CLASSES[digit];
  if (value) return { name: 'class', value };
  const way = WAYS.find((each) => WAY_KEYS[each] === press.key.toUpperCase());
  if (way) return { name: 'way', value: way };
  return LETTERS[press.key.toLowerCase()] ?? null;
}

export interface KeyHelp {
  keys: readonly string[];
  label: string;
  footer?: string;
}

export const WAYS_HELP: KeyHelp = {
  keys: WAYS.map((way) => WAY_KEYS[way]),
  label: 'Équipe mobile, consultation, téléexpertise, visio, examen d’abord',
  footer: 'modalité',
};
export const ALWAYS_HELP: readonly KeyHelp[] = [
  { keys: ['D'], label: 'Demander un complément' },
  { keys: ['Z'], label: 'Annuler le dernier acte, pendant dix secondes', footer: 'annuler' },
  { keys: ['Ctrl', 'Entrée'], label: 'Envoyer le texte en cours d’écriture' },
  { keys: ['Échap'], label: 'Fermer le volet ou le texte en cours, qui est gardé' },
  { keys: ['?'], label: 'Tous les raccourcis', footer: 'tous les raccourcis' },
];

/** Keys shown in the footer and in the help; one list, so that both tell the truth. */
export const KEY_HELP: readonly KeyHelp[] = [
  { keys: ['J', 'K'], label: 'Demande suivante, précédente (ou les flèches)', footer: 'suivante, précédente' },
  { keys: ['Entrée'], label: 'Ouvrir la demande, puis confirmer et passer à la suivante', footer: 'confirmer' },
  { keys: ['1', '2', '3', '4'], label: 'Choisir la priorité P1 à P4', footer: 'priorité' },
  { keys: ['G'], label: 'Je prends, ou remettre au guichet', footer: 'je prends' },
  { keys: ['U'], label: 'Je prends en charge l’urgence' },
  WAYS_HELP,
  { keys: ['X'], label: 'Annuler la demande' },
  { keys: ['A'], label: 'Nouvel appel', footer: 'nouvel appel' },
  ...ALWAYS_HELP,
];
