import type { Mobility, PatientPlace, Sex } from '#contracts/enums';

/** Everything known of who the patient is and where; the sealed part and the clear traits together. */
export interface PatientIdentity {
  birthName: string;
  givenNames: string;
  usedName: string;
  sex: Sex;
  /** YYYY-MM-DD */
  birthDate: string;
  birthPlaceInsee: string;
  phone: string;
  insMatricule: string;
  insOid: string;
  contactName: string;
  contactPhone: string;
  language: string;
  place: PatientPlace | null;
  communeInsee: string;
  address: string;
  accessNotes: string;
  mobility: Mobility | null;
}

/** What is sealed under the patient's key. */
export type SealedIdentity = Omit<PatientIdentity, 'birthName' | 'givenNames' | 'sex' | 'birthDate' | 'communeInsee'>;

/** « Le Goff Jeanne », the order of lists. */
export const listName = (patient: { birthName: string; givenNames: string }): string =>
  `${patient.birthName} ${patient.givenNames.split(/\s+/)[0] ?? ''}`.trim();

/** Whole years on a day; both YYYY-MM-DD. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Strict traits (RNIV): what an INS is bound to. */
export const STRICT_TRAITS = ['birthName', 'givenNames', 'sex', 'birthDate', 'birthPlaceInsee'] as const;

export const sameStrictTraits = (one: PatientIdentity, other: PatientIdentity): boolean =>
  STRICT_TRAITS.every((trait) => one[trait] === other[trait]);
