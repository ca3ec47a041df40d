import { teamLook } from './team-look.ts';
import type { TeamLook } from './team-look.ts';

/** The silhouette of a team around the origin of an SVG. */
export function TeamShape({
  look,
  radius,
  filled,
  strong = false,
}: {
  look: TeamLook;
  radius: number;
  filled: boolean;
  strong?: boolean;
}) {
  const paint = {
    fill: filled ? look.colour : 'var(--surface)',
    stroke: look.colour,
    strokeWidth: strong ? 4 : 2.6,
    strokeLinejoin: 'round' as const,
  };
  const far = radius * 1.22;
  const side = radius * 0.92;
  const inner = look.isDouble && {
    ...paint,
    fill: 'none',
    strokeWidth: 1.4,
    stroke: filled ? 'var(--surface)' : look.colour,
  };
  const draw = (by: number, props: typeof paint | Exclude<typeof inner, false>) => {
    if (look.shape === 'diamond')
      return <path d={`M0 ${-far * by}L${far * by} 0L0 ${far * by}L${-far * by} 0Z`} {...props} />;
    if (look.shape === 'square')
      return <rect x={-side * by} y={-side * by} width={side * 2 * by} height={side * 2 * by} rx={5 * by} {...props} />;
    return <circle r={radius * by} {...props} />;
  };
  return (
    <>
      {draw(1, paint)}
      {inner && draw(0.74, inner)}
    </>
  );
}

/** Line and silhouette of a team, for the legend. */
export function TeamMark({ index, width = 44 }: { index: number; width?: number }) {
  const look = teamLook(index);
  return (
    <svg width={width} height={22} viewBox={`0 0 ${width} 22`} aria-hidden="true" style={{ flex: 'none' }}>
      <path
        d={`M2 11H${width - 2}`}
        stroke={look.colour}
        strokeWidth={look.isDouble ? 5 : 3.4}
        strokeDasharray={look.dash}
        strokeLinecap={look.dash === '2 7' ? 'round' : 'butt'}
      />
      {look.isDouble && <path d={`M2 11H${width - 2}`} stroke="var(--surface)" strokeWidth={1.6} />}
      <g transform={`translate(${width / 2} 11)`}>
        <TeamShape look={look} radius={8} filled={false} />
      </g>
    </svg>
  );
}
