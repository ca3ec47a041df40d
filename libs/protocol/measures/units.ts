import type { MeasurementEntry } from '../dictionary/dictionary.ts';

/** One spelling for one unit: « mL/min/1,73 m² » and « ml/min/1.73m2 » are the same; so are the two Unicode micro signs. */
export function canonicalUnit(unit: string): string {
  return unit
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replaceAll(/[µμ]/g, 'u')
    .replaceAll('²', '2')
    .replaceAll(',', '.')
    .replaceAll(/litres?/g, 'l')
    .replaceAll(/minutes?|mn/g, 'min');
}

/** Factor that brings a value in `unit` to the canonical unit; undefined when the unit is not known for this measure. */
export function factorOf(entry: MeasurementEntry, unit: string): number | undefined {
  const wanted = canonicalUnit(unit);
  if (wanted === canonicalUnit(entry.unit)) return 1;
  for (const [name, factor] of Object.entries(entry.units ?? {})) if (canonicalUnit(name) === wanted) return factor;
  return undefined;
}

/** The different factors of a measure, canonical first. */
export function factorsOf(entry: MeasurementEntry): number[] {
  return [...new Set([1, ...Object.values(entry.units ?? {})])];
}

/** Conversion without the dust of binary fractions: 5.53 cm is 55.3 mm. */
export function convert(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toFixed(4));
}
