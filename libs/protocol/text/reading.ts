import type { ProposedFinding } from '../facts.ts';
import type { Measurement } from '../facts.ts';

/** A measure read in the text, with the words it was read from. */
export interface ReadMeasurement extends Measurement {
  quote: string;
  start: number;
  end: number;
}

/** What a text says. Offsets count UTF-16 units of the text as given. */
export interface TextReading {
  findings: ProposedFinding[];
  measurements: ReadMeasurement[];
}

export interface ReadingOptions {
  /** Protocol the reading is for: some words mean different signs in a child. */
  specialty?: string;
  /** Dates of the text are compared with this instant. */
  now?: Date;
  ageYears?: number;
}
