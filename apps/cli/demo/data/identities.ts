import { nirKey, passesLuhn } from '#contracts/identifiers';

/** Range of made-up RPPS numbers: they start with 1099, far above the numbers given to professionals. */
export function demoRpps(rank: number): string {
  if (!Number.isInteger(rank) || rank < 0 || rank > 999_999)
    throw new RangeError('rank is a whole number below a million');
  const body = `1099${String(rank).padStart(6, '0')}`;
  const key = [...'0123456789'].find((digit) => passesLuhn(body + digit));
  return `${body}${key}`;
}

/** A commune number that exists in no department. */
const NO_COMMUNE = '999';

/** Matricule of a demonstration INS (OID .11): a valid key on a commune that does not exist. `rank` from 1 to 999. */
export function demoMatricule(person: { sex: 'F' | 'M'; birthDate: string; department: string; rank: number }): string {
  if (!Number.isInteger(person.rank) || person.rank < 1 || person.rank > 999) throw new RangeError('rank is 1 to 999');
  const [year = '', month = ''] = person.birthDate.split('-');
  const order = String(person.rank).padStart(3, '0');
  const body = `${person.sex === 'M' ? 1 : 2}${year.slice(2)}${month}${person.department}${NO_COMMUNE}${order}`;
  return body + nirKey(body);
}

/** Lines that will never ring: fixed ones by region, mobiles in 06 39 98. `rank` from 0 to 9999. */
export function demoPhone(kind: 'west' | 'east' | 'mobile', rank: number): string {
  const prefix = { west: '026191', east: '035301', mobile: '063998' }[kind];
  return `${prefix}${String(rank % 10_000).padStart(4, '0')}`;
}
