import type { Cause } from '../engine/holds.ts';
import type { World } from '../engine/seen.ts';
import { FINDINGS } from '../dictionary/findings.data.ts';
import { DERIVED, MEASUREMENTS } from '../dictionary/measurements.data.ts';
import type { Atom, Operator } from '../expression/expression.ts';
import { enumerate, formatDay, formatNumber, formatValue } from './french.ts';

const SIGNS: Record<Operator, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

/** How the absence of a sign that a rule negates is said. */
const WITHOUT: Record<string, string> = {
  ecg_normal: 'ECG anormal ou non disponible',
  pericarditis_suspected: 'sans péricardite suspectée',
  syncope_vasovagal_typical: 'sans caractère vasovagal typique',
  syncope_orthostatic: 'sans hypotension orthostatique documentée',
};

export function measureLabel(id: string): { label: string; unit: string } {
  return MEASUREMENTS[id] ?? DERIVED[id] ?? { label: id, unit: '' };
}

/** « SpO2 < 90 % », « syncope récente (…) »: an atom as a phrase. */
export function atomPhrase(atom: Atom): string {
  if (atom.kind === 'finding') return FINDINGS[atom.id]?.label ?? atom.id;
  const { label, unit } = measureLabel(atom.id);
  return `${label} ${SIGNS[atom.operator]}\u00a0${formatValue(atom.threshold, unit)}`;
}

function causePhrase({ atom, negated, value }: Cause, world: World, now: Date): string | undefined {
  if (negated) return atom.kind === 'finding' ? (WITHOUT[atom.id] ?? `sans ${atomPhrase(atom)}`) : undefined;
  if (atom.kind === 'finding') {
    const stated = world.derived.get(atom.id);
    return stated ? `${atomPhrase(atom)} (${stated})` : atomPhrase(atom);
  }
  if (!value) return undefined;
  const { label, unit } = measureLabel(atom.id);
  const day = value.at ? formatDay(value.at, now) : '';
  const shown = atom.id === 'age' ? Math.floor(value.value) : value.value;
  const threshold = `(${SIGNS[atom.operator]}\u00a0${formatNumber(atom.threshold)})`;
  return `${label} ${formatValue(shown, unit)} ${threshold}${day ? ` le ${day}` : ''}`;
}

function phrases(causes: Cause[], world: World, now: Date): string {
  const all = causes.map((cause) => causePhrase(cause, world, now)).filter((phrase) => phrase !== undefined);
  return enumerate([...new Set(all)]);
}

/** Everything that made a rule true: signs as the rule names them, values with threshold and date. */
export function datumPhrase(causes: Cause[], world: World, now: Date): string {
  return phrases(causes, world, now);
}

/** What the sentence of a rule opens with: the measured values when there are any, which say most, else the signs. */
export function leadingPhrase(causes: Cause[], world: World, now: Date): string {
  const measured = causes.filter(({ atom, value }) => value !== undefined && atom.id !== 'age');
  return phrases(measured.length > 0 ? measured : causes, world, now);
}
