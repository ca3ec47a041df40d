import type { PublicPage } from '#contracts/public-page';
import { featuresNear } from '#contracts/territory-features';
import { html, Html } from './html.ts';

type Place = PublicPage['places'][number];
type Point = [number, number];

const WIDTH = 560;
const HEIGHT = 410;
const MARGIN_X = 84;
const MARGIN_Y = 54;

/** Degrees to the drawing: a plain projection, true to shape at the middle of the territory. */
export function projection(places: readonly Place[]): (lat: number, lng: number) => Point {
  const lats = places.map((place) => place.lat);
  const lngs = places.map((place) => place.lng);
  const middleLat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const middleLng = (Math.min(...lngs) + Math.max(...lngs)) / 2;
  const shrink = Math.cos((middleLat * Math.PI) / 180);
  const spanX = Math.max((Math.max(...lngs) - Math.min(...lngs)) * shrink, 0.15);
  const spanY = Math.max(Math.max(...lats) - Math.min(...lats), 0.15);
  const scale = Math.min((WIDTH - 2 * MARGIN_X) / spanX, (HEIGHT - 2 * MARGIN_Y) / spanY);
  return (lat, lng) => [WIDTH / 2 + (lng - middleLng) * shrink * scale, HEIGHT / 2 - (lat - middleLat) * scale];
}

const round = (value: number) => Math.round(value * 10) / 10;
const pair = ([x, y]: Point) => `${round(x)},${round(y)}`;

/** A smooth line through the points (Catmull–Rom, tension one half). */
export function smoothPath(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return '';
  let path = `M${pair(first)}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const from = points[index] ?? first;
    const to = points[index + 1] ?? from;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    const one: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const two: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${pair(one)} ${pair(two)} ${pair(to)}`;
  }
  return path;
}

const far = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

const lengthOf = (line: readonly Point[]) =>
  line.slice(1).reduce((sum, point, index) => sum + far(line[index] ?? point, point), 0);

/** One short thread through all the points: nearest neighbours from the first, then crossings undone (2-opt, Croes 1958). */
export function threadThrough(points: readonly Point[]): Point[] {
  const rest = [...points];
  let line = rest.splice(0, 1);
  while (rest.length > 0) {
    const tail = line.at(-1) ?? [0, 0];
    rest.sort((a, b) => far(tail, a) - far(tail, b));
    line.push(...rest.splice(0, 1));
  }
  for (let improved = true; improved;) {
    improved = false;
    for (let from = 0; from < line.length - 1; from += 1) {
      for (let to = from + 1; to < line.length; to += 1) {
        const turned = [...line.slice(0, from), ...line.slice(from, to + 1).reverse(), ...line.slice(to + 1)];
        if (lengthOf(turned) < lengthOf(line) - 0.01) {
          line = turned;
          improved = true;
        }
      }
    }
  }
  return line;
}

interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
const LETTER = 7.4;

function boxOf({ x, y, anchor }: Label, text: string): Box {
  const width = text.length * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - 13, right: left + width, bottom: y + 4 };
}
const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A place for each name beside its dot, meeting no other name or dot; null when the drawing is too full there. */
export function placeLabels(places: readonly { name: string; at: Point }[]): (Label | null)[] {
  const taken: Box[] = places.map(({ at: [x, y] }) => ({ left: x - 11, top: y - 11, right: x + 11, bottom: y + 11 }));
  return places.map(({ name, at: [x, y] }) => {
    const choices: Label[] = [
      { x, y: y - 16, anchor: 'middle' },
      { x: x + 15, y: y + 5, anchor: 'start' },
      { x: x - 15, y: y + 5, anchor: 'end' },
      { x: x - 12, y: y + 22, anchor: 'end' },
      { x: x + 12, y: y + 22, anchor: 'start' },
      { x, y: y + 28, anchor: 'middle' },
    ];
    const inside = (box: Box) => box.left > 4 && box.right < WIDTH - 4 && box.top > 4 && box.bottom < HEIGHT - 4;
    const free = choices.find((choice) => {
      const box = boxOf(choice, name);
      return inside(box) && !taken.some((other) => meets(box, other));
    });
    if (free) taken.push(boxOf(free, name));
    return free ?? null;
  });
}

/** The territory as a small drawing: land, water, and the thread that joins the places. */
export function territorySketch(places: readonly Place[]): Html | null {
  if (places.length === 0) return null;
  const project = projection(places);
  // The seat is named first, then where one consults: what has no room left goes without a name.
  const rank = { seat: 0, consultation: 1, visit: 2 };
  const dots = [...places]
    .sort((a, b) => rank[a.kind] - rank[b.kind])
    .map((place) => ({ ...place, at: project(place.lat, place.lng) }));
  const middle = {
    lat: places.reduce((sum, place) => sum + place.lat, 0) / places.length,
    lng: places.reduce((sum, place) => sum + place.lng, 0) / places.length,
  };
  const features = featuresNear(middle.lat, middle.lng);
  const labels = placeLabels(dots);
  const fixed = threadThrough(dots.filter((dot) => dot.kind !== 'visit').map((dot) => dot.at));
  const bases = dots.filter((dot) => dot.kind !== 'visit');
  const rounds = dots
    .filter((dot) => dot.kind === 'visit')
    .map(({ at }) => {
      const nearest = bases.reduce<Point>(
        (best, base) => (far(base.at, at) < far(best, at) ? base.at : best),
        bases[0]?.at ?? at,
      );
      return html`<path class="fil pointille" d="${smoothPath([nearest, at])}" />`;
    });
  const water = features
    ? [
        html`<path class="eau" d="${smoothPath(features.sea.map(([lat, lng]) => project(lat, lng)))}Z" />`,
        ...features.rivers.map(
          (river) => html`<path class="fleuve" d="${smoothPath(river.map(([lat, lng]) => project(lat, lng)))}" />`,
        ),
      ]
    : [];
  const marks = dots.map(
    ({ kind, at: [x, y] }) =>
      html`<circle
        class="${kind === 'seat' ? 'siege' : 'lieu'}"
        cx="${round(x)}"
        cy="${round(y)}"
        r="${kind === 'seat' ? 11 : kind === 'visit' ? 5 : 7.5}"
      />`,
  );
  const names = labels.flatMap((label, index) =>
    label
      ? [
          html`<text x="${round(label.x)}" y="${round(label.y)}" text-anchor="${label.anchor}"
            >${dots[index]?.name ?? ''}</text
          >`,
        ]
      : [],
  );
  const title = `Croquis du territoire : ${places.map((place) => place.name).join(', ')}`;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
    ${water}${rounds}
    <path class="fil" d="${smoothPath(fixed)}" />
    ${marks}${names}
  </svg>`;
}
