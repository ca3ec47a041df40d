import type { ChainBreak } from './walk-chain.ts';

/** What was done to the line that does not hold, in French; the number of the line comes before. */
export function breakWords({ kind, with: other }: ChainBreak): string {
  switch (kind) {
    case 'edited':
      return 'elle a été modifiée.';
    case 'deleted':
      return 'elle a été supprimée.';
    case 'swapped':
      return `elle a été échangée avec la ligne ${other}.`;
    case 'inserted':
      return 'elle a été insérée après coup.';
    case 'tail-cut':
      return other
        ? `la fin a été coupée, l’ancre du ${other} la connaissait.`
        : 'la fin a été coupée, la tête de chaîne la connaissait.';
    case 'rewritten':
      return other
        ? `la chaîne a été réécrite, l’ancre du ${other} ne s’y retrouve plus.`
        : 'la chaîne a été réécrite, sa tête ne s’y retrouve plus.';
    case 'added-after-head':
      return 'elle a été ajoutée après la tête de chaîne.';
  }
}
