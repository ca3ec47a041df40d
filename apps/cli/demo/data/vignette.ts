import type { PatientPlace, PriorityClass, RequesterRole, Specialty } from '#contracts/enums';
import type { Vignette } from './types.ts';

export const GP: readonly RequesterRole[] = ['medecin_traitant', 'generaliste'];
export const DOCTOR: readonly RequesterRole[] = ['medecin_traitant', 'generaliste', 'specialiste', 'geriatre'];
export const CARE_HOME: readonly RequesterRole[] = ['ide_ehpad', 'medecin_coordonnateur_ehpad'];
export const WARD: readonly RequesterRole[] = ['service_hospitalier', 'geriatre'];
export const COORDINATION: readonly RequesterRole[] = ['coordinateur_cpts', 'coordinateur_dac', 'ide_equipe_mobile'];
export const PHARMACY: readonly RequesterRole[] = ['pharmacien'];

export const HOME: readonly PatientPlace[] = ['domicile'];
export const HOME_OR_SURGERY: readonly PatientPlace[] = ['domicile', 'cabinet'];
export const EHPAD: readonly PatientPlace[] = ['ehpad'];
export const HOSPITAL: readonly PatientPlace[] = ['hopital'];

type Case = Omit<Vignette, 'specialty' | 'expected' | 'weight' | 'answers'> & {
  weight?: number;
  answers: Omit<Vignette['answers'], 'declaredClass'> & { declaredClass?: PriorityClass };
};

/** Cases of one class; the requester declares that class unless the case says otherwise. */
export function casesOf(specialty: Specialty, expected: PriorityClass, cases: readonly Case[]): Vignette[] {
  return cases.map((one) => ({
    weight: 1,
    ...one,
    specialty,
    expected,
    answers: { declaredClass: expected, ...one.answers },
  }));
}
