import { describe, expect, test } from '@jest/globals';
import { bentPath, placeNames, projectionOf, scaleBarKm, spreadApart } from './sketch-layout.ts';

const FRAME = { width: 360, height: 300 };
const MARGIN = { x: 40, y: 40 };
const SAVENAY = { lat: 47.36, lng: -1.94 };
const BLAIN = { lat: 47.48, lng: -1.76 };

describe('a drawn map', () => {
  test('north is up, east is right, and everything stays inside the margins', () => {
    const { project } = projectionOf([SAVENAY, BLAIN], FRAME, MARGIN);
    const [savenay, blain] = [project(SAVENAY), project(BLAIN)];
    expect(blain.x).toBeGreaterThan(savenay.x);
    expect(blain.y).toBeLessThan(savenay.y);
    for (const { x, y } of [savenay, blain]) {
      expect(x).toBeGreaterThanOrEqual(MARGIN.x - 1);
      expect(x).toBeLessThanOrEqual(FRAME.width - MARGIN.x + 1);
      expect(y).toBeGreaterThanOrEqual(MARGIN.y - 1);
      expect(y).toBeLessThanOrEqual(FRAME.height - MARGIN.y + 1);
    }
  });

  test('one place alone is drawn in the middle, at a scale that still shows the country', () => {
    const { project, pixelsPerKm } = projectionOf([SAVENAY], FRAME, MARGIN);
    expect(project(SAVENAY)).toEqual({ x: 180, y: 150 });
    expect(pixelsPerKm).toBeLessThan(60);
  });

  test('four doors of one house are four marks that do not touch', () => {
    const spots = spreadApart(
      Array.from({ length: 4 }, () => ({ x: 100, y: 100 })),
      28,
      FRAME,
    );
    spots.forEach((a, index) => {
      for (const b of spots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(26);
    });
  });

  test('a mark far from the others does not move', () => {
    const [alone] = spreadApart(
      [
        { x: 50, y: 50 },
        { x: 300, y: 200 },
      ],
      28,
      FRAME,
    );
    expect(alone?.x).toBeCloseTo(50, 0);
    expect(alone?.y).toBeCloseTo(50, 0);
  });

  test('names stay in the frame, meet no mark, and a village is named once', () => {
    const marks = [
      { x: 340, y: 100, name: 'Saint-Nazaire', radius: 13 },
      { x: 200, y: 200, name: 'Savenay', radius: 13 },
      { x: 226, y: 200, name: 'Savenay', radius: 13 },
    ];
    const [right, first, second] = placeNames(marks, FRAME, 7);
    expect(right?.anchor).toBe('end');
    expect(first?.anchor).not.toBe('start');
    expect(second).toBeNull();
  });

  test('going and coming back are two lines', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(bentPath([a, b])).not.toBe(bentPath([b, a]).split('').reverse().join(''));
    expect(bentPath([a, b, a])).toBe('M0,0Q50,10 100,0Q50,-10 0,0');
    expect(bentPath([])).toBe('');
  });

  test('the bar of the scale is a round number of kilometres', () => {
    expect(scaleBarKm(4, 90)).toBe(20);
    expect(scaleBarKm(60, 90)).toBe(1);
    expect(scaleBarKm(200, 90)).toBe(1);
  });
});
