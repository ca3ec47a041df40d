import { FINDINGS } from '../dictionary/findings.data.ts';
import { SPECIALTY_LABELS } from '../dictionary/specialties.ts';
import { atomsOf } from '../expression/expression.ts';
import type { ProposalFlag } from '../facts.ts';
import type { Protocol } from '../protocol.ts';
import { shippedProtocols } from '../protocols/registry.ts';
import { compile, type CompiledProtocol, type CompiledRule } from './compiled.ts';
import { holds } from './holds.ts';
import type { World } from './seen.ts';

export interface VitalElsewhere {
  protocol: Protocol;
  rule: CompiledRule;
  /** Only the signs that this protocol does not know. */
  world: World;
}

/** Signs present that belong to another specialty and that no rule of this protocol reads. */
function foreignSigns(world: World, { protocol, ids }: CompiledProtocol): Set<string> {
  const isForeign = (id: string): boolean => {
    const home = FINDINGS[id]?.specialty;
    return home !== undefined && home !== 'commun' && home !== protocol.id && !ids.has(id);
  };
  return new Set([...world.present].filter(isForeign));
}

const readsOnlySigns = ({ condition }: CompiledRule): boolean =>
  atomsOf(condition).every(({ atom, negated }) => atom.kind === 'finding' && !negated);

/**
 * A vital sign of another field stays vital whatever form it was written in: the P0 rules of its own protocol that need
 * that sign alone still speak. Nothing else is borrowed from another protocol.
 */
export function vitalElsewhere(world: World, own: CompiledProtocol): VitalElsewhere[] {
  const present = foreignSigns(world, own);
  if (present.size === 0) return [];
  const seen: World = { ...world, present, values: new Map() };
  return shippedProtocols()
    .filter((protocol) => protocol.id !== own.protocol.id)
    .flatMap((protocol) =>
      compile(protocol)
        .rules.filter((rule) => rule.rule.class === 'P0' && readsOnlySigns(rule) && holds(rule.condition, seen))
        .map((rule) => ({ protocol, rule, world: seen })),
    );
}

const outOfScope = (detail: string, field: string): ProposalFlag => ({ flag: 'out_of_scope', field, detail });

/** Age outside the ages served: the class stays, the request is redirected. */
export function ageScope(protocol: Protocol, ageYears: number | undefined): ProposalFlag[] {
  if (ageYears === undefined) return [];
  const { from, below } = protocol.ages;
  if (from !== undefined && ageYears < from)
    return [
      outOfScope(`Âge de moins de ${from}\u00a0ans\u00a0: protocole d’adulte, à réorienter vers la pédiatrie.`, 'age'),
    ];
  if (below !== undefined && ageYears >= below)
    return [
      outOfScope(
        `Âge de ${below}\u00a0ans ou plus\u00a0: protocole d’enfant, à réorienter vers la spécialité d’adulte.`,
        'age',
      ),
    ];
  return [];
}

/** A rule that names another pathway, or a sign that belongs to another specialty. */
export function redirectScope(fired: CompiledRule[], elsewhere: VitalElsewhere[]): ProposalFlag[] {
  const flags = new Map<string, ProposalFlag>();
  // Of two rules that name one pathway, the first by its id, in whatever order the protocol is written.
  for (const { rule } of [...fired].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)))
    if (rule.redirect && !flags.has(rule.redirect))
      flags.set(rule.redirect, outOfScope(`Hors champ\u00a0: à réorienter vers la ${rule.redirect}.`, rule.id));
  for (const { protocol, rule } of elsewhere) {
    const detail = `Signe vital relevant d’un autre protocole (${SPECIALTY_LABELS[protocol.id]}, règle ${rule.rule.id}).`;
    flags.set(rule.rule.id, outOfScope(detail, rule.rule.id));
  }
  return [...flags.values()];
}
