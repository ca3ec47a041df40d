import type { AnchorReading, ChainBreak, ChainReport } from '#platform';

/** Beyond this, the sealer is not merely a second behind. */
const LATE_MS = 60_000;

const lines = (count: number): string => `${count} ligne${count > 1 ? 's' : ''}`;

export function anchorLines(reading: AnchorReading | null, sealed: boolean): { lines: string[]; hold: boolean } {
  const last = reading?.anchors.at(-1);
  if (reading?.brokenAt != null) {
    return { lines: [`Ancres : RUPTURE au relevé ${reading.brokenAt} ; le fichier a été modifié.`], hold: false };
  }
  if (!last) {
    const missing = 'Ancres : introuvables ; une chaîne réécrite jusqu’au bout ne se verrait pas.';
    return { lines: [missing], hold: !sealed };
  }
  const count = reading?.anchors.length ?? 0;
  return {
    lines: [`Ancres : ${count} relevé${count > 1 ? 's' : ''} des têtes, le dernier du ${last.at}.`],
    hold: true,
  };
}

/** An ESS that the anchors knew, gone with its whole chain. */
export function lostTenants(reading: AnchorReading | null, reports: readonly ChainReport[]): string[] {
  const anchored = new Set((reading?.anchors ?? []).flatMap(({ heads }) => Object.keys(heads)));
  for (const { tenantId } of reports) anchored.delete(tenantId);
  return [...anchored].map((id) => `RUPTURE : l’ESS ${id}, connue des ancres, a disparu avec sa chaîne.`);
}

export function chainLines(report: ChainReport, now: Date): string[] {
  const { slug, verified, broken, unsealed, oldestUnsealed } = report;
  const late = oldestUnsealed !== null && now.getTime() - oldestUnsealed.getTime() > LATE_MS;
  const head = broken
    ? `${slug} : RUPTURE à la ligne ${broken.seq} : ${sentenceOf(broken)} ${lines(verified)} vérifiée${verified > 1 ? 's' : ''} avant.`
    : `${slug} : ${lines(verified)} vérifiée${verified > 1 ? 's' : ''}, chaîne intacte.`;
  if (unsealed === 0) return [head];
  const tail = `  ${lines(unsealed)} pas encore scellée${unsealed > 1 ? 's' : ''}`;
  return [head, `${tail}${late ? ', depuis plus d’une minute : le worker tourne-t-il ?' : '.'}`];
}

function sentenceOf({ kind, with: other }: ChainBreak): string {
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
