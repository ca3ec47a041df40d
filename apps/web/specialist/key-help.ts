import { ALWAYS_HELP, WAYS_HELP } from '../desk/keyboard.ts';
import type { KeyHelp } from '../desk/keyboard.ts';

/** Keys of the specialist, the ones his page listens to. */
export const SPECIALIST_KEYS: readonly KeyHelp[] = [
  { keys: ['J', 'K'], label: 'Demande suivante, précédente (ou les flèches)', footer: 'suivante, précédente' },
  { keys: ['Entrée'], label: 'Ouvrir la première demande', footer: 'ouvrir' },
  { keys: ['G'], label: 'Je prends, ou remettre au guichet', footer: 'je prends' },
  { keys: ['U'], label: 'Je prends en charge l’urgence' },
  WAYS_HELP,
  ...ALWAYS_HELP,
];
