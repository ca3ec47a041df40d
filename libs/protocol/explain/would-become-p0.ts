import { compile, type CompiledProtocol } from '../engine/compiled.ts';
import { holds } from '../engine/holds.ts';
import type { World } from '../engine/seen.ts';
import type { Atom, Expression } from '../expression/expression.ts';
import type { Protocol } from '../protocol.ts';
import { atomPhrase } from './datum.ts';

const MOST = 6;
const MOST_CLAUSES = 256;

type Literal = { atom: Atom; negated: boolean };

/** Ways to make a condition true, as lists of atoms (disjunctive normal form). */
function clauses(expression: Expression, negated = false): Literal[][] {
  if (expression.kind === 'not') return clauses(expression.operand, !negated);
  if (expression.kind === 'finding' || expression.kind === 'comparison') return [[{ atom: expression, negated }]];
  const parts = expression.operands.map((operand) => clauses(operand, negated));
  const isUnion = (expression.kind === 'or') !== negated;
  if (isUnion) return parts.flat();
  return parts.reduce<Literal[][]>(
    (all, part) => all.flatMap((left) => part.map((right) => [...left, ...right])).slice(0, MOST_CLAUSES),
    [[]],
  );
}

const known = new WeakMap<CompiledProtocol, { group: string; ways: Literal[][] }[]>();

function vitalRules(protocol: Protocol): { group: string; ways: Literal[][] }[] {
  const compiled = compile(protocol);
  const found = known.get(compiled);
  if (found) return found;
  const vital = compiled.rules.filter(({ rule }) => rule.class === 'P0');
  vital.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const list = vital.map(({ rule, condition }) => ({ group: rule.group, ways: clauses(condition) }));
  known.set(compiled, list);
  return list;
}

const isMet = ({ atom, negated }: Literal, world: World): boolean => holds(atom, world) !== negated;

/** French phrases of the single signs or values that would raise these facts to P0, closest to the reason first. */
export function wouldBecomeP0(protocol: Protocol, world: World, groups: ReadonlySet<string>): string[] {
  const near: string[] = [];
  const alone: string[] = [];
  for (const { group, ways } of vitalRules(protocol)) {
    for (const way of ways) {
      const lacking = way.filter((literal) => !isMet(literal, world));
      const [last] = lacking;
      if (lacking.length !== 1 || !last || last.negated) continue;
      const leans = way.some((literal) => literal !== last && !literal.negated);
      if (leans) near.push(atomPhrase(last.atom));
      else if (groups.has(group) || group === 'constantes') alone.push(atomPhrase(last.atom));
    }
  }
  return [...new Set([...near, ...alone])].slice(0, MOST);
}
