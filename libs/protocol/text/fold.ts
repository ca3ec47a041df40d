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

/** Lower case without accents, one unit for one unit: offsets in the result are offsets in the text. */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    const lower = unit.toLowerCase();
    const single = lower.length === 1 ? lower : unit;
    folded += MAP.get(single) ?? single;
  }
  return folded;
}

/** The key of a word, as the lexicon writes it: « œdème » is `oedeme`. */
export const wordKey = (folded: string): string => folded.replaceAll('œ', 'oe').replaceAll('æ', 'ae');
