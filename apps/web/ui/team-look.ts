/** Colour, line and silhouette of a team, so that no team is told by its colour alone. */
export interface TeamLook {
  colour: string;
  /** Of its lines; absent: solid. */
  dash: string | undefined;
  shape: 'circle' | 'square' | 'diamond';
  /** From the fourth team: the same three, with a double line. */
  isDouble: boolean;
}

const LOOKS = [
  { colour: 'var(--team-a)', dash: undefined, shape: 'circle' },
  { colour: 'var(--team-b)', dash: '9 6', shape: 'square' },
  { colour: 'var(--team-c)', dash: '2 7', shape: 'diamond' },
] as const;

/** `null`: no team yet. */
export function teamLook(index: number | null): TeamLook {
  if (index === null) return { colour: 'var(--ink3)', dash: '3 4', shape: 'circle', isDouble: false };
  const look = LOOKS[((index % 3) + 3) % 3] ?? LOOKS[0];
  return { ...look, isDouble: index >= 3 };
}
