import type { Specialty } from '#contracts/enums';
import type { Vignette } from './types.ts';
import { NEPHROLOGY_VIGNETTES } from './vignettes-nephrologie.ts';
import { MONTH_VIGNETTES } from './vignettes-month.ts';
import { PLANNED_VIGNETTES } from './vignettes-planned.ts';
import { URGENT_VIGNETTES } from './vignettes-urgent.ts';

export const VIGNETTES: readonly Vignette[] = [
  ...URGENT_VIGNETTES,
  ...MONTH_VIGNETTES,
  ...PLANNED_VIGNETTES,
  ...NEPHROLOGY_VIGNETTES,
];

export function vignettesOf(specialty: Specialty): Vignette[] {
  return VIGNETTES.filter((vignette) => vignette.specialty === specialty);
}

export function vignetteOf(id: string): Vignette {
  const vignette = VIGNETTES.find((candidate) => candidate.id === id);
  if (!vignette) throw new Error(`no vignette ${id}`);
  return vignette;
}
