import { checkBirthPlace, checkInsOid, checkMatricule, checkPhone, type DataKind } from '#contracts/identifiers';
import type { IdentifierResult } from '#contracts/identifiers';
import type { FieldErrorBody } from '#contracts';
import type { PatientIdentity } from '../identity.ts';

const OLDEST_YEARS = 120;

export type TypedTraits = Pick<
  PatientIdentity,
  | 'birthName'
  | 'usedName'
  | 'givenNames'
  | 'sex'
  | 'birthDate'
  | 'birthPlaceInsee'
  | 'phone'
  | 'insMatricule'
  | 'insOid'
>;

export interface CheckedTraits {
  traits: TypedTraits;
  errors: FieldErrorBody[];
}

/**
 * Traits as typed at the desk, brought to the form they are stored in; what is wrong blocks (it is typed, not imported).
 * `today` is YYYY-MM-DD in the zone of the ESS; `data` is what this base holds, real people or a demonstration.
 */
export function checkTraits(typed: TypedTraits, today: string, data: DataKind): CheckedTraits {
  const errors: FieldErrorBody[] = [];
  const bare = (field: keyof TypedTraits, value: string, check: (value: string) => IdentifierResult): string => {
    if (!value.trim()) return '';
    const result = check(value);
    if (result.ok) return result.value;
    errors.push({ field, code: result.code, message: result.message });
    return value;
  };
  const years = Number(today.slice(0, 4)) - Number(typed.birthDate.slice(0, 4));
  if (typed.birthDate > today)
    errors.push({ field: 'birthDate', code: 'range', message: 'La date de naissance est dans le futur.' });
  else if (years > OLDEST_YEARS)
    errors.push({ field: 'birthDate', code: 'range', message: 'Vérifiez l’année de naissance.' });
  const insMatricule = bare('insMatricule', typed.insMatricule, checkMatricule);
  const traits: TypedTraits = {
    birthName: typed.birthName.trim(),
    usedName: typed.usedName.trim(),
    givenNames: typed.givenNames.trim(),
    sex: typed.sex,
    birthDate: typed.birthDate,
    birthPlaceInsee: bare('birthPlaceInsee', typed.birthPlaceInsee, checkBirthPlace),
    phone: bare('phone', typed.phone, checkPhone) && typed.phone.trim(),
    insMatricule,
    insOid: insMatricule ? bare('insOid', typed.insOid, (oid) => checkInsOid(oid, data)) : '',
  };
  if (insMatricule && !traits.insOid && !errors.some((error) => error.field === 'insOid'))
    errors.push({ field: 'insOid', code: 'required', message: 'Indiquez l’autorité de ce matricule.' });
  return { traits, errors };
}
