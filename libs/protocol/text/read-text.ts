import type { ReadingOptions, TextReading } from './reading.ts';

/** Reads a French clinical note: signs with their state, measures with their unit, each with its quote and position. */
export function readText(_text: string, _options: ReadingOptions = {}): TextReading {
  return { findings: [], measurements: [] };
}
