/** A number as French readers write it: decimal comma, thousands apart, never cut at a line end. */
export function writeNumber(value: number, maximumDecimals: number): string {
  const written = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: maximumDecimals }).format(value);
  return written.replace(/[\u202f ]/g, '\u00a0');
}
