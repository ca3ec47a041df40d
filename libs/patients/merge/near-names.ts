import { searchName } from '#directory';

export interface NamedPerson {
  birthName: string;
  givenNames: string;
  /** Every name he is found by, without accent. */
  searchName: string;
}

/** Optimal string alignment (Damerau–Levenshtein without repeated edits): slips of the finger between two words. */
export function slips(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= one.length; i += 1) {
    rows[i] = [i];
    const row = rows[i] ?? [];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + cost);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) best = Math.min(best, at(i - 2, j - 2) + 1);
      row[j] = best;
    }
  }
  return at(one.length, other.length);
}

/** One slip in a short word, two in a long one. */
const nearWords = (one: string, other: string): boolean =>
  one !== '' && other !== '' && slips(one, other) <= (Math.min(one.length, other.length) < 6 ? 1 : 2);

const firstGiven = ({ givenNames }: NamedPerson): string => searchName(givenNames).split(' ')[0] ?? '';
const family = ({ birthName }: NamedPerson): string => searchName(birthName);

/** « Jean » and « Jean-Pierre », « Jeanne » and « Jeane ». */
const nearGiven = (one: NamedPerson, other: NamedPerson): boolean => nearWords(firstGiven(one), firstGiven(other));

/** Same or nearly the same birth name, or one is the name the other uses. */
function nearFamily(one: NamedPerson, other: NamedPerson): boolean {
  const [mine, theirs] = [family(one), family(other)];
  const uses = (person: NamedPerson, name: string) => ` ${person.searchName} `.includes(` ${name} `);
  return nearWords(mine, theirs) || uses(one, theirs) || uses(other, mine);
}

/** Two names that may be one person's: slips of the finger, a married name, a family name in the place of the given one. */
export function nearNames(one: NamedPerson, other: NamedPerson): boolean {
  if (nearGiven(one, other) && nearFamily(one, other)) return true;
  return nearWords(family(one), firstGiven(other)) && nearWords(firstGiven(one), family(other));
}
