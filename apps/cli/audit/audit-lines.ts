import { breakWords } from '#platform';
import type { AnchorReading, ChainReport } from '#platform';

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
    ? `${slug} : RUPTURE à la ligne ${broken.seq} : ${breakWords(broken)} ${lines(verified)} vérifiée${verified > 1 ? 's' : ''} avant.`
    : `${slug} : ${lines(verified)} vérifiée${verified > 1 ? 's' : ''}, chaîne intacte.`;
  if (unsealed === 0) return [head];
  const tail = `  ${lines(unsealed)} pas encore scellée${unsealed > 1 ? 's' : ''}`;
  return [head, `${tail}${late ? ', depuis plus d’une minute : le worker tourne-t-il ?' : '.'}`];
}
