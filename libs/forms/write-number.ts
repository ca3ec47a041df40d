/** By number of decimals: making a formatter costs a hundred times what using it does. */
const FORMATTERS = [0, 1, 2, 3].map((decimals) => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: decimals }));

/** A number as French readers write it, with at most three decimals: decimal comma, thousands apart, never cut at a line end. */
export function writeNumber(value: number, maximumDecimals: number): string {
  const written = FORMATTERS[Math.min(maximumDecimals, 3)]?.format(value) ?? String(value);
  return written.replace(/[\u202f ]/g, '\u00a0');
}
