import { ageWords, formatCivilDate } from '../ui/format.ts';
import type { NurseStopView } from './views.ts';

const BORN = { F: 'née', M: 'né', unknown: 'né(e)' } as const;

/**
 * « Kermarrec Jeanne, née le 03/03/1945 »: what is checked at the door and what the coordination reads on its lists.
 * Nothing for an erased patient, nor for a tour kept on the phone before it knew this.
 */
export const civilWords = ({ civilName, birthDate, sex, patientAge }: NurseStopView): string =>
  civilName && ageWords(patientAge) ? `${civilName}, ${BORN[sex]} le ${formatCivilDate(birthDate)}` : '';
