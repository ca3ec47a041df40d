/** Where things go on a drawn map: degrees to pixels, marks that never hide each other, names that never meet. */
export interface Spot {
  x: number;
  y: number;
}
export interface Degrees {
  lat: number;
  lng: number;
}
export interface Frame {
  width: number;
  height: number;
}
export type Project = (place: Degrees) => Spot;

/** A day in one village still shows the country around. */
const SMALLEST_SPAN = 0.06;
const EARTH_KM_PER_DEGREE = 111.2;

/** A plain projection, true to shape at the middle of what is shown. */
export function projectionOf(places: readonly Degrees[], frame: Frame, margin: { x: number; y: number }) {
  const lats = places.map(({ lat }) => lat);
  const lngs = places.map(({ lng }) => lng);
  const middle = {
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
    lng: (Math.min(...lngs) + Math.max(...lngs)) / 2,
  };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const spanX = Math.max((Math.max(...lngs) - Math.min(...lngs)) * shrink, SMALLEST_SPAN);
  const spanY = Math.max(Math.max(...lats) - Math.min(...lats), SMALLEST_SPAN);
  const inner = { x: Math.max(frame.width - 2 * margin.x, 40), y: Math.max(frame.height - 2 * margin.y, 40) };
  const scale = Math.min(inner.x / spanX, inner.y / spanY);
  const project: Project = ({ lat, lng }) => ({
    x: frame.width / 2 + (lng - middle.lng) * shrink * scale,
    y: frame.height / 2 - (lat - middle.lat) * scale,
  });
  return { project, middle, pixelsPerKm: scale / EARTH_KM_PER_DEGREE };
}

/** Marks of one village are pushed apart until each can be read, and touched; those alone stay where they are. */
export function spreadApart(spots: readonly Spot[], apart: number, frame: Frame): Spot[] {
  const placed = spots.map((spot, index) => ({
    // Two marks on the very same door leave in different directions.
    x: spot.x + Math.cos(index * 2.4) * 0.01,
    y: spot.y + Math.sin(index * 2.4) * 0.01,
  }));
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    placed.forEach((a, index) => {
      for (const b of placed.slice(index + 1)) {
        const distance = Math.max(Math.hypot(b.x - a.x, b.y - a.y), 0.001);
        if (distance >= apart - 0.5) continue;
        const push = (apart - distance) / 2 / distance;
        const [dx, dy] = [(b.x - a.x) * push, (b.y - a.y) * push];
        a.x -= dx;
        a.y -= dy;
        b.x += dx;
        b.y += dy;
        moved = true;
      }
    });
    const edge = apart / 2 + 2;
    for (const spot of placed) {
      spot.x = Math.min(Math.max(spot.x, edge), frame.width - edge);
      spot.y = Math.min(Math.max(spot.y, edge), frame.height - edge);
    }
    if (!moved) break;
  }
  return placed;
}

export interface NamePlace extends Spot {
  anchor: 'start' | 'middle' | 'end';
}
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A place for each name beside its mark, meeting no other name nor mark; null when the drawing is too full there. */
export function placeNames(
  marks: readonly (Spot & { name: string; radius: number })[],
  frame: Frame,
  letter: number,
): (NamePlace | null)[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  const named: (Spot & { name: string })[] = [];
  return marks.map(({ x, y, name, radius }) => {
    // Several doors of one village: its name once.
    const isNamed = named.some((other) => other.name === name && Math.hypot(other.x - x, other.y - y) < 60);
    if (!name || isNamed) return null;
    const width = name.length * letter;
    const [beside, above, below] = [radius + 5, radius + 6, radius + letter * 2 + 2];
    const choices: NamePlace[] = [
      { x: x + beside, y: y + 5, anchor: 'start' },
      { x: x - beside, y: y + 5, anchor: 'end' },
      { x, y: y - above, anchor: 'middle' },
      { x, y: y + below, anchor: 'middle' },
    ];
    for (const choice of choices) {
      const shift = { start: 0, middle: width / 2, end: width }[choice.anchor];
      const left = choice.x - shift;
      const box = { left, top: choice.y - letter * 2, right: left + width, bottom: choice.y + 4 };
      const isInside = box.left > 4 && box.right < frame.width - 4 && box.top > 4 && box.bottom < frame.height - 4;
      if (!isInside || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      named.push({ x, y, name });
      return choice;
    }
    return null;
  });
}

const round = (value: number) => Math.round(value * 10) / 10;

/** One way, drawn as a hand would: bent to the right, so that going and coming back are two lines. */
export function bentPath(spots: readonly Spot[], bend = 0.1): string {
  const [first] = spots;
  if (!first) return '';
  return spots.slice(1).reduce(
    (path, to, index) => {
      const from = spots[index] ?? first;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const most = Math.min(1, 26 / (Math.hypot(dx, dy) * bend || 1));
      const [x, y] = [(from.x + to.x) / 2 - dy * bend * most, (from.y + to.y) / 2 + dx * bend * most];
      return `${path}Q${round(x)},${round(y)} ${round(to.x)},${round(to.y)}`;
    },
    `M${round(first.x)},${round(first.y)}`,
  );
}

/** A smooth line through the points of a shore or a river (Catmull–Rom). */
export function smoothPath(spots: readonly Spot[]): string {
  const [first] = spots;
  if (!first) return '';
  return spots.slice(1).reduce(
    (path, to, index) => {
      const from = spots[index] ?? first;
      const before = spots[index - 1] ?? from;
      const after = spots[index + 2] ?? to;
      const one = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
      const two = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
      return `${path}C${round(one.x)},${round(one.y)} ${round(two.x)},${round(two.y)} ${round(to.x)},${round(to.y)}`;
    },
    `M${round(first.x)},${round(first.y)}`,
  );
}

/** The longest round number of kilometres whose bar stays short. */
export const scaleBarKm = (pixelsPerKm: number, longest: number): number =>
  [50, 20, 10, 5, 2, 1].find((km) => km * pixelsPerKm <= longest) ?? 1;
