const ACCENTED = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ';
const PLAIN = 'aaaaaaceeeeiiiinoooooouuuuyy';
const MAP = new Map<string, string>([
  ...[...ACCENTED].map((letter, index): [string, string] => [letter, PLAIN.charAt(index)]),
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\t', ' '],
  ['–', '-'],
  ['—', '-'],
  ['‑', '-'],
  ['⩾', '≥'],
  ['μ', 'µ'],
]);

const NOT_ASCII = /[^\x20-\x7e\n]/g;

/** Lower case, one unit for one unit: the few letters whose lower case is longer are left as they are. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  if (lowered.length === text.length) return lowered;
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charAt(index);
    return unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit;
  }).join('');
}

/** Lower case without accents, one unit for one unit: offsets in the result are offsets in the text. */
export const fold = (text: string): string => lower(text).replace(NOT_ASCII, (unit) => MAP.get(unit) ?? unit);

/** The key of a word, as the lexicon writes it: « œdème » is `oedeme`. */
export const wordKey = (folded: string): string =>
  /[œæ]/.test(folded) ? folded.replaceAll('œ', 'oe').replaceAll('æ', 'ae') : folded;
