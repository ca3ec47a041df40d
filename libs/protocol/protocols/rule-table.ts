import type { PriorityClass } from '#contracts/enums';
import type { ProtocolRule, ProtocolSource, RuleDue } from '../protocol.ts';
import { SOURCES } from './sources.data.ts';

/** A delay of the tables, in days: `days(14)` or `days(42, 90)`. */
export const days = (min: number, max = min): RuleDue => ({ minHours: min * 24, maxHours: max * 24 });
export const NOW: RuleDue = { minHours: 0, maxHours: 0 };
export const DAY: RuleDue = days(1);

/** One line of a table: id, class, delay, condition, title, sources, and what differs from the rule. */
type Line = [
  id: string,
  priority: PriorityClass,
  due: RuleDue,
  when: string,
  label: string,
  sources: string[],
  more?: Pick<ProtocolRule, 'advice' | 'redirect'>,
];

/** The rules of one family, from lines that read like the table they come from. */
export function table(group: string, lines: Line[]): ProtocolRule[] {
  return lines.map(([id, priority, due, when, label, sources, more]) => {
    return { id, group, when, class: priority, due, label, sources, ...more };
  });
}

/** Only the sources that the rules name. */
export function sourcesOf(rules: ProtocolRule[]): Record<string, ProtocolSource> {
  const used = new Set(rules.flatMap((rule) => rule.sources));
  return Object.fromEntries(Object.entries(SOURCES).filter(([key]) => used.has(key)));
}
