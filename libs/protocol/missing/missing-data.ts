import type { Facts, MissingItem, ProposalFlag } from '../facts.ts';
import { conditionOf } from '../engine/compiled.ts';
import { holds } from '../engine/holds.ts';
import type { World } from '../engine/seen.ts';
import { contextNumber } from '../engine/world.ts';
import { measureLabel } from '../explain/datum.ts';
import type { Discriminant, Protocol } from '../protocol.ts';

interface Situation {
  world: World;
  /** Context keys included: conditions of the lists may compare them. */
  context: Facts['context'];
  reason: string | undefined;
}

function isGiven(context: Facts['context'], key: string): boolean {
  const value = Object.hasOwn(context, key) ? context[key] : undefined;
  if (typeof value === 'number') return contextNumber(context, key) !== undefined;
  return value !== undefined && value !== null && value !== false && value !== '';
}

function isKnown(item: Discriminant, { world, context }: Situation): boolean {
  const answered = (id: string): boolean => world.present.has(id) || world.denied.has(id);
  if (item.anyPresent?.some((id) => world.present.has(id))) return true;
  if (item.anyAnswered?.some(answered)) return true;
  if (item.anyDenied?.some((id) => world.denied.has(id))) return true;
  if (item.allAnswered?.every(answered)) return true;
  if (item.measurements?.some((name) => world.values.has(name))) return true;
  return item.context?.some((key) => isGiven(context, key)) ?? false;
}

function opens(when: string | undefined, world: World): boolean {
  return when !== undefined && holds(conditionOf(when), world);
}

/** What is unknown and matters for this reason: never blocks, always asked. */
export function missingData(protocol: Protocol, situation: Situation): MissingItem[] {
  const { world, reason } = situation;
  const items = new Map<string, MissingItem>();
  for (const group of protocol.discriminants) {
    const isOpen = (reason !== undefined && group.reasons.includes(reason)) || opens(group.when, world);
    if (!isOpen) continue;
    for (const item of group.items) {
      if (item.when !== undefined && !opens(item.when, world)) continue;
      if (isKnown(item, situation)) continue;
      items.set(item.id, { id: item.id, label: item.label, question: item.question });
    }
  }
  return [...items.values()];
}

const INVERTED = 'bp';

/** A measure given without its unit, or refused, is asked again when a rule could read it. */
export function missingFromFlags(flags: ProposalFlag[], readIds: ReadonlySet<string>): MissingItem[] {
  return flags.flatMap(({ flag, field }) => {
    if (field === undefined) return [];
    const matters = readIds.has(field) || (field === INVERTED && readIds.has('sbp'));
    const { label } = field === INVERTED ? { label: 'pression artérielle' } : measureLabel(field);
    if (flag === 'unit_missing')
      return [
        {
          id: `${field}_unit`,
          label: `unité de ${label}`,
          question: `Dans quelle unité est exprimé\u00a0: ${label}\u00a0?`,
        },
      ];
    if (flag !== 'implausible_value' || !matters) return [];
    return [
      { id: field, label: `${label} à vérifier`, question: `Quelle est la valeur exacte\u00a0: ${label}\u00a0?` },
    ];
  });
}
