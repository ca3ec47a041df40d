import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { featuresNear } from '#contracts/territory-features';
import { NBSP } from './format.ts';
import { bentPath, placeNames, projectionOf, scaleBarKm, smoothPath, spreadApart } from './sketch-layout.ts';
import type { Frame, Spot } from './sketch-layout.ts';
import styles from './sketch-map.module.css';
import { teamLook } from './team-look.ts';
import { TeamShape } from './team-mark.tsx';

export interface SketchPoint {
  id: string;
  lat: number;
  lng: number;
  /** The town: never the name of a patient on a shared screen. */
  label: string;
  /** Rank in the tour; null for the place where a team starts or ends. */
  number: number | null;
  /** `base`: where a team starts and ends; `free`: not planned yet. */
  state: 'done' | 'now' | 'next' | 'free' | 'base';
  /** Index of the team, 0 first; null when it has none. */
  colour: number | null;
  /** Said by screen readers when the mark can be chosen: « Étape 3, Mme Le Goff, Savenay ». */
  spoken?: string;
}
export interface SketchLine {
  id: string;
  colour: number;
  /** Points of the way, by id, in order. */
  via: readonly string[];
}

interface SketchMapProps {
  points: readonly SketchPoint[];
  lines: readonly SketchLine[];
  /** « Croquis de la tournée : 7 étapes, de Savenay à Blain ». */
  title: string;
  selectedId?: string | null;
  onSelect?: (id: string) => void;
  /** Marks for a thumb. */
  large?: boolean;
  className?: string;
}

function useFrame() {
  const box = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Frame>({ width: 360, height: 320 });
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setFrame({ width: Math.round(width), height: Math.round(height) });
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, frame };
}

/** A drawing, not a map: places and ways from their degrees alone, nothing asked of any other host. Its list is beside it. */
export function SketchMap({ points, lines, title, selectedId, onSelect, large = false, className }: SketchMapProps) {
  const { box, frame } = useFrame();
  return (
    <div ref={box} className={`${styles.map} ${className ?? ''}`} data-large={large ? '' : undefined}>
      {points.length > 0 && <Drawing {...{ points, lines, title, selectedId, onSelect, large, frame }} />}
    </div>
  );
}

function Drawing({
  points,
  lines,
  title,
  selectedId = null,
  onSelect,
  large = false,
  frame,
}: Omit<SketchMapProps, 'className'> & { frame: Frame }) {
  const radius = large ? 17 : 13;
  const letter = large ? 8 : 7.2;
  const margin = { x: Math.min(84, frame.width * 0.16), y: Math.min(54, frame.height * 0.14) };
  const { project, middle, pixelsPerKm } = projectionOf(points, frame, margin);
  const placed = spreadApart(points.map(project), radius * 2 + 3, frame);
  const at = new Map(points.map(({ id }, index) => [id, placed[index] ?? { x: 0, y: 0 }]));
  const names = placeNames(
    points.map(({ label, state }, index) => ({
      ...(placed[index] ?? { x: 0, y: 0 }),
      name: label,
      radius: state === 'base' ? 10 : radius + 2,
    })),
    frame,
    letter,
  );
  const water = featuresNear(middle.lat, middle.lng);
  const along = (shore: [number, number][]) => smoothPath(shore.map(([lat, lng]) => project({ lat, lng })));
  const km = scaleBarKm(pixelsPerKm, 96);
  const bar = km * pixelsPerKm;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role={onSelect ? 'group' : 'img'}
      aria-label={title}
    >
      {water && (
        <g aria-hidden="true">
          <path className={styles.sea} d={`${along(water.sea)}Z`} />
          {water.rivers.map((river, index) => (
            <path key={index} className={styles.river} d={along(river)} />
          ))}
        </g>
      )}
      {lines.map((line) => (
        <Way key={line.id} line={line} spots={line.via.flatMap((id) => at.get(id) ?? [])} />
      ))}
      {points.map((point, index) => {
        const name = names[index];
        return (
          name && (
            <text
              key={point.id}
              className={styles.name}
              x={name.x}
              y={name.y}
              textAnchor={name.anchor}
              aria-hidden="true"
            >
              {point.label}
            </text>
          )
        );
      })}
      {points.map((point, index) => (
        <Mark
          key={point.id}
          point={point}
          spot={placed[index] ?? { x: 0, y: 0 }}
          radius={radius}
          selected={point.id === selectedId}
          onSelect={point.state === 'base' ? undefined : onSelect}
        />
      ))}
      <g
        className={styles.scale}
        transform={`translate(${frame.width - bar - 14} ${frame.height - 14})`}
        aria-hidden="true"
      >
        <path d={`M0 -5V0H${bar}V-5`} />
        <text x={bar / 2} y={-8} textAnchor="middle">
          {km}
          {NBSP}km
        </text>
      </g>
    </svg>
  );
}

function Way({ line, spots }: { line: SketchLine; spots: Spot[] }) {
  const { colour, dash, isDouble } = teamLook(line.colour);
  const path = bentPath(spots);
  return (
    <g aria-hidden="true">
      <path
        className={styles.way}
        d={path}
        stroke={colour}
        strokeDasharray={dash}
        data-double={isDouble ? '' : undefined}
      />
      {isDouble && <path className={styles.inside} d={path} />}
    </g>
  );
}

interface MarkProps {
  point: SketchPoint;
  spot: Spot;
  radius: number;
  selected: boolean;
  onSelect?: (id: string) => void;
}

function Mark({ point, spot, radius, selected, onSelect }: MarkProps) {
  const { id, state, number, colour } = point;
  if (state === 'base') {
    return (
      <g transform={`translate(${spot.x} ${spot.y})`} aria-hidden="true" className={styles.base}>
        <path d="M-8 0L0 -8L8 0V8H-8Z" />
      </g>
    );
  }
  const look = teamLook(colour);
  const spoken = point.spoken ?? [number === null ? 'Visite à placer' : `Étape ${number}`, point.label].join(', ');
  const operated = onSelect && {
    role: 'button',
    tabIndex: 0,
    'aria-label': spoken,
    'aria-pressed': selected,
    onClick: () => onSelect(id),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onSelect(id);
    },
  };
  return (
    <g
      transform={`translate(${spot.x} ${spot.y})`}
      className={styles.mark}
      data-operated={onSelect ? '' : undefined}
      {...operated}
      {...(!operated && { 'aria-hidden': true })}
    >
      {onSelect && <circle className={styles.target} r={radius + 7} />}
      {(state === 'now' || selected) && <circle r={radius + 8} fill={look.colour} opacity={0.18} />}
      <TeamShape look={look} radius={radius} filled={state === 'done'} strong={state === 'now' || selected} />
      <text
        className={styles.number}
        y={radius * 0.36}
        textAnchor="middle"
        fontSize={radius + 1}
        fill={state === 'done' ? 'var(--surface)' : look.colour}
      >
        {number ?? '+'}
      </text>
    </g>
  );
}
