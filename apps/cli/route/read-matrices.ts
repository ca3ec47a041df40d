import { DEFAULT_PROFILE, ProblemError, type TravelMatrix } from '#routing';
import { FieldReader, toAmount, toRecord } from './field-reader.ts';

/** `matrices` by profile, or the older single `matrix`; undefined when the problem has neither. */
export function readMatrices(input: FieldReader): Record<string, TravelMatrix> | undefined {
  if (input.has('matrices')) {
    const profiles = Object.entries(toRecord(input.get('matrices'), 'matrices'));
    if (profiles.length === 0) throw new ProblemError('« matrices » est vide.');
    return Object.fromEntries(profiles.map(([profile, value]) => [profile, readMatrix(value, `matrices.${profile}`)]));
  }
  if (!input.has('matrix')) return undefined;
  return { [DEFAULT_PROFILE]: { seconds: readTable(input.get('matrix'), 'matrix') } };
}

function readMatrix(value: unknown, name: string): TravelMatrix {
  const matrix = new FieldReader(value, name);
  if (!matrix.has('durations')) throw matrix.refusal('durations', 'la table des durées est absente');
  const table = (key: string) => (matrix.has(key) ? readTable(matrix.get(key), `${name}.${key}`) : undefined);
  return {
    seconds: readTable(matrix.get('durations'), `${name}.durations`),
    meters: table('distances'),
    costs: table('costs'),
  };
}

function readTable(value: unknown, name: string): number[][] {
  if (!Array.isArray(value)) throw new ProblemError(`${name} : une table est attendue.`);
  return value.map((row: unknown, from) => {
    if (!Array.isArray(row) || row.length !== value.length)
      throw new ProblemError(`${name}[${from}] : une ligne de ${value.length} nombres est attendue.`);
    return row.map((cell, to) => toAmount(cell, `${name}[${from}][${to}]`));
  });
}
