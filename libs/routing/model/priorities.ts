/** Beyond this, exact weights would no longer add up exactly next to one another. */
const LARGEST_EXACT = 2 ** 40;

/**
 * What leaving a visit out weighs: one visit of a priority weighs more than all those below together, so that
 * the lowest is dropped first. Locked visits weigh more than all the others. With so many priorities that
 * exact weights would overflow, each level weighs twice the one below.
 */
export function dropWeights(priorities: readonly number[], isLocked: readonly boolean[]): Float64Array {
  const levels = [...new Set(priorities)].sort((a, b) => a - b);
  const exact = weightsByLevel(priorities, levels, (count, weight) => count * weight);
  const byLevel =
    exact.total < LARGEST_EXACT / priorities.length
      ? exact
      : weightsByLevel(priorities, levels, (count, weight) => Math.min(count * weight, weight));
  return Float64Array.from(priorities, (priority, visit) =>
    isLocked[visit] ? byLevel.total + 1 : (byLevel.weights.get(priority) ?? 1),
  );
}

function weightsByLevel(
  priorities: readonly number[],
  levels: readonly number[],
  growth: (count: number, weight: number) => number,
): { weights: Map<number, number>; total: number } {
  const weights = new Map<number, number>();
  let below = 0;
  let total = 0;
  for (const level of levels) {
    const weight = below + 1;
    const count = priorities.filter((priority) => priority === level).length;
    weights.set(level, weight);
    total += count * weight;
    below += growth(count, weight);
  }
  return { weights, total };
}
