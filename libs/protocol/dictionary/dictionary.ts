import type { Specialty } from '#contracts/enums';

/** `commun` signs belong to every specialty. */
export type FindingHome = Specialty | 'commun';

export interface FindingEntry {
  specialty: FindingHome;
  label: string;
}

export interface ContextEntry {
  type: 'integer' | 'boolean' | 'string';
  unit?: string;
  label: string;
}

export interface MeasurementEntry {
  /** Short French name, as printed in an explanation. */
  label: string;
  /** Unit of every threshold of the protocols; empty when the number has none. */
  unit: string;
  min: number;
  max: number;
  /** Other accepted units and the factor that brings them to `unit`. */
  units?: Record<string, number>;
}
