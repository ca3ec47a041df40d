import { teamLook } from '../ui/team-look.ts';
import { TeamShape } from '../ui/team-mark.tsx';

const RADIUS = 9;
const BOX = 26;

/** The mark of a team with the rank of the stop, as on the map. */
export function TeamBadge({ colour, rank, filled = false }: { colour: number; rank?: number; filled?: boolean }) {
  const look = teamLook(colour);
  return (
    <svg width={BOX} height={BOX} viewBox={`${-BOX / 2} ${-BOX / 2} ${BOX} ${BOX}`} aria-hidden="true">
      <TeamShape look={look} radius={RADIUS} filled={filled} />
      {rank !== undefined && (
        <text
          y={4}
          textAnchor="middle"
          fontSize={12}
          fontWeight={700}
          fontFamily="var(--font)"
          fill={filled ? 'var(--surface)' : look.colour}
        >
          {rank}
        </text>
      )}
    </svg>
  );
}

/** The line of a team, for borders. */
export function lineStyle(colour: number): 'solid' | 'dashed' | 'dotted' | 'double' {
  const look = teamLook(colour);
  if (look.isDouble) return 'double';
  if (look.shape === 'square') return 'dashed';
  return look.shape === 'diamond' ? 'dotted' : 'solid';
}
