import type { Direction } from './lane-geometry.ts';

export type PlannerCommand =
  | { name: 'walk' | 'shift'; direction: Direction }
  | { name: 'place' | 'leave' | 'move' | 'lock' | 'unplan' | 'list' | 'publish' | 'help' };

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}
/** Where the key was pressed. */
export interface KeyPlace {
  /** In a field that takes text. */
  typing: boolean;
  /** In a window or a menu above the page. */
  inDialog: boolean;
  /** On a visit, in a lane or in a list. */
  onVisit: boolean;
  /** On another control that has its own use of Enter. */
  onControl: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'earlier',
  ArrowDown: 'later',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const LETTERS: Readonly<Record<string, PlannerCommand>> = {
  d: { name: 'move' },
  v: { name: 'lock' },
  l: { name: 'list' },
  p: { name: 'publish' },
};

/** What a key asks for; nothing while typing, in a window, or with Ctrl, Alt or Cmd. Arrows belong to the visits. */
export function commandOf(press: KeyPress, place: KeyPlace): PlannerCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey || place.inDialog) return null;
  if (press.key === 'Escape') return { name: 'leave' };
  if (place.typing) return null;
  const direction = ARROWS[press.key];
  if (direction) return place.onVisit ? { name: press.shiftKey ? 'shift' : 'walk', direction } : null;
  if (press.key === '?') return { name: 'help' };
  if (press.key === 'Enter') return place.onControl ? null : { name: 'place' };
  if (press.key === 'Delete') return place.onVisit ? { name: 'unplan' } : null;
  return LETTERS[press.key.toLowerCase()] ?? null;
}

/** Keys shown at the foot and in the help: one list, so that both tell the truth. */
export const PLANNER_KEYS: readonly { keys: readonly string[]; label: string; footer?: string }[] = [
  { keys: ['↑', '↓', '←', '→'], label: 'Aller d’une visite à l’autre, d’une équipe à l’autre', footer: 'parcourir' },
  { keys: ['Entrée'], label: 'Ouvrir la visite, puis la poser là où elle est proposée', footer: 'ouvrir, poser' },
  {
    keys: ['Maj', '↑', '↓', '←', '→'],
    label: 'Porter la visite plus tôt, plus tard, chez l’équipe voisine\u00a0: son prix se montre',
    footer: 'porter',
  },
  { keys: ['D'], label: 'Déplacer la visite vers…', footer: 'déplacer' },
  { keys: ['V'], label: 'Verrouiller la visite, ou la libérer', footer: 'verrouiller' },
  { keys: ['Suppr'], label: 'Remettre la visite parmi celles à placer' },
  { keys: ['L'], label: 'Passer des heures à la liste', footer: 'liste' },
  { keys: ['P'], label: 'Publier la journée' },
  { keys: ['Échap'], label: 'Renoncer au déplacement proposé, puis fermer la visite' },
  { keys: ['?'], label: 'Tous les raccourcis', footer: 'tous les raccourcis' },
];
