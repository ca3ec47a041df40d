import { checkPhone } from '#contracts/identifiers';
import type { Sex } from '#contracts/enums';
import { parseCivilDate } from '../ui/format.ts';
import type { SummaryError } from '../ui/error-summary.tsx';
import type { Traits } from './views.ts';

/** What « Corriger l’identité » holds while it is typed. */
export interface TypedTraits {
  birthName: string;
  givenNames: string;
  usedName: string;
  sex: Sex;
  /** YYYY-MM-DD, or what was typed when it is no date. */
  birthDate: string | null;
  birthPlaceName: string;
  birthPlaceInsee: string;
  phone: string;
}

export const typedOf = (identity: Traits): TypedTraits => ({
  birthName: identity.birthName,
  givenNames: identity.givenNames,
  usedName: identity.usedName,
  sex: identity.sex,
  birthDate: identity.birthDate,
  birthPlaceName: identity.birthPlaceName ?? '',
  birthPlaceInsee: identity.birthPlaceInsee,
  phone: identity.phone,
});

const STRICT = ['birthName', 'givenNames', 'sex', 'birthDate', 'birthPlaceInsee'] as const;
const FIELDS = [...STRICT, 'usedName', 'phone'] as const;

const cleaned = (value: string | null): string => (value ?? '').trim().replace(/\s+/g, ' ');

/** Traits that differ from what is known. */
export const changedFields = (typed: TypedTraits, identity: Traits): (typeof FIELDS)[number][] =>
  FIELDS.filter((field) => cleaned(typed[field]) !== cleaned(identity[field]));

const isStrict = (field: string): boolean => STRICT.some((strict) => strict === field);

/**
 * What a correction undoes, said before it is sent (RNIV): a changed strict trait unbinds the INS that was retrieved,
 * and the status falls with it; a paper already seen stays noted. Empty: nothing hangs on it.
 */
export function undoneBy(
  typed: TypedTraits,
  known: { identity: Traits; document: unknown; insiAt: string | null },
): string[] {
  if (!changedFields(typed, known.identity).some(isStrict)) return [];
  const falls = known.document ? 'L’identité n’est plus que validée.' : 'L’identité redevient provisoire.';
  return [
    ...(known.insiAt ? ['Le matricule INS est détaché de ce dossier.', falls] : []),
    ...(known.document ? ['La pièce déjà vue reste notée\u00a0: assurez-vous qu’elle porte bien ces traits.'] : []),
  ];
}

/** What must be answered before a correction is sent, one sentence a field. */
export function traitErrors(typed: TypedTraits, today: string): SummaryError[] {
  const errors: SummaryError[] = [];
  const ask = (field: string, message: string) => errors.push({ field: `identite-${field}`, message });
  if (!cleaned(typed.birthName)) ask('birthName', 'Écrivez le nom de naissance.');
  if (!cleaned(typed.givenNames)) ask('givenNames', 'Écrivez au moins le premier prénom.');
  const date =
    typed.birthDate && /^\d{4}-/.test(typed.birthDate) ? typed.birthDate : parseCivilDate(typed.birthDate ?? '');
  if (!date) ask('birthDate', 'Écrivez la date de naissance, par exemple 14/03/1945.');
  else if (date > today) ask('birthDate', 'La date de naissance est dans le futur.');
  if (cleaned(typed.birthPlaceName) && !typed.birthPlaceInsee)
    ask('birthPlace', 'Choisissez la commune de naissance dans la liste, ou effacez-la.');
  const phone = cleaned(typed.phone) ? checkPhone(typed.phone) : null;
  if (phone && !phone.ok) ask('phone', phone.message);
  return errors;
}

/** As the server takes it: what this form does not ask stays as it is known. */
export const toTraits = (typed: TypedTraits, { insMatricule, insOid }: Traits) => ({
  birthName: cleaned(typed.birthName),
  givenNames: cleaned(typed.givenNames),
  usedName: cleaned(typed.usedName),
  sex: typed.sex,
  birthDate: typed.birthDate ?? '',
  birthPlaceInsee: cleaned(typed.birthPlaceName) ? typed.birthPlaceInsee : '',
  phone: cleaned(typed.phone),
  insMatricule,
  insOid,
});
