import { FINDINGS } from '../dictionary/findings.data.ts';
import { atomsOf } from '../expression/expression.ts';
import { measureLabel } from '../explain/datum.ts';
import { formatValue } from '../explain/french.ts';
import type { Facts, ProposalFlag } from '../facts.ts';
import type { UsableMeasurement } from '../measures/normalise.ts';
import { INCOMPATIBLE } from '../protocols/derivations.data.ts';
import type { CompiledProtocol } from './compiled.ts';
import { compare } from './holds.ts';
import type { IntakeFacts } from './intake-facts.ts';
import type { World } from './seen.ts';

const labelOf = (id: string): string => `«\u00a0${FINDINGS[id]?.label ?? id}\u00a0»`;

function contradiction(field: string, detail: string): ProposalFlag {
  return { flag: 'contradiction', field, detail: `${detail}\u00a0: le plus grave est retenu, à confirmer.` };
}

/** Boxes that say one thing and a text that says the other. */
function betweenBoxesAndText({ structured, text }: IntakeFacts): ProposalFlag[] {
  const said = [...text.present].filter((id) => structured.denied.has(id));
  const unsaid = [...text.denied].filter((id) => structured.present.has(id));
  return [
    ...said.map((id) => contradiction(id, `${labelOf(id)} est nié dans le formulaire et présent dans le texte`)),
    ...unsaid.map((id) => contradiction(id, `${labelOf(id)} est coché dans le formulaire et nié dans le texte`)),
  ];
}

function thresholds(name: string, { rules }: CompiledProtocol): ((value: number) => boolean)[] {
  return rules.flatMap(({ condition }) =>
    atomsOf(condition).flatMap(({ atom }) =>
      atom.kind === 'comparison' && atom.id === name
        ? [(value: number) => compare(value, atom.operator, atom.threshold)]
        : [],
    ),
  );
}

/** Two values of one measure on either side of a threshold of the protocol. */
function betweenValues(facts: IntakeFacts, protocol: CompiledProtocol): ProposalFlag[] {
  const flags = new Map<string, ProposalFlag>();
  const differs = (a: UsableMeasurement, b: UsableMeasurement): boolean =>
    thresholds(a.name, protocol).some((crossed) => crossed(a.value) !== crossed(b.value));
  for (const typed of facts.structured.measurements) {
    for (const said of facts.text.measurements) {
      if (typed.name !== said.name || flags.has(typed.name) || !differs(typed, said)) continue;
      const { label, unit } = measureLabel(typed.name);
      const detail = `${label} ${formatValue(typed.value, unit)} dans le formulaire, ${formatValue(said.value, unit)} dans le texte`;
      flags.set(typed.name, contradiction(typed.name, detail));
    }
  }
  return [...flags.values()];
}

/** Signs that cannot both be true, and signs that another datum of the request states. */
function insideWorld(world: World): ProposalFlag[] {
  const pairs = INCOMPATIBLE.flatMap(({ reassuring, against }) => {
    if (!world.present.has(reassuring)) return [];
    const other = against.find((id) => world.present.has(id));
    return other ? [contradiction(reassuring, `${labelOf(reassuring)} et ${labelOf(other)} sont incompatibles`)] : [];
  });
  const restated = [...world.derived]
    .filter(([id]) => world.denied.has(id))
    .map(([id, stated]) => contradiction(id, `${labelOf(id)} est nié, mais ${stated}`));
  return [...pairs, ...restated];
}

const aboutSex = (world: World, sex: Facts['sex']): ProposalFlag[] => {
  const id = ['pregnancy', 'postpartum'].find((sign) => world.present.has(sign));
  return sex === 'M' && id ? [contradiction(id, `${labelOf(id)} chez un patient de sexe masculin`)] : [];
};

/** Everything two parts of a request say differently: the graver is kept and confirmation is asked. */
export function contradictions(
  facts: IntakeFacts,
  world: World,
  protocol: CompiledProtocol,
  sex: Facts['sex'],
): ProposalFlag[] {
  return [
    ...betweenBoxesAndText(facts),
    ...betweenValues(facts, protocol),
    ...insideWorld(world),
    ...aboutSex(world, sex),
  ];
}

/** The same world without the reassuring half of each incompatible pair, or undefined when there is none. */
export function withoutReassurance(world: World): World | undefined {
  const dropped = INCOMPATIBLE.filter(
    ({ reassuring, against }) => world.present.has(reassuring) && against.some((id) => world.present.has(id)),
  ).map(({ reassuring }) => reassuring);
  if (dropped.length === 0) return undefined;
  return { ...world, present: new Set([...world.present].filter((id) => !dropped.includes(id))) };
}
