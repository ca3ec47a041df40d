export interface AccessWords {
  /** « A47B », to be read from the car. */
  code: string | null;
  /** What to beware of, in a word. */
  risks: string[];
}

const CODE =
  /(?:digi)?code(?:\s+(?:porte|entrée|portail|immeuble))?\s*(?::|est|=|-)?\s*([0-9a-z][0-9a-z*#]{2,9})(?![0-9a-zà-ÿ])/iu;
const RISKS: [RegExp, string][] = [
  [/\bchiens?\b/i, 'Chien'],
  [/\bchats?\b/i, 'Chat'],
  [/\b(tabac|fumeu)/i, 'Tabac'],
  [/\b(agressi|violen)/i, 'Prudence'],
  [/\b(gale|covid|bmr|bhre|contagieu)/i, 'Précautions'],
  [/\b(sans ascenseur|pas d.ascenseur)/i, 'Sans ascenseur'],
];

/** The door code and the risks of an access note, for the card; the whole note stays one page away. */
export function accessWords(note: string): AccessWords {
  const code = CODE.exec(note)?.[1]?.replace(/[*#]+$/, '') ?? '';
  return {
    code: /\d/.test(code) ? code.toUpperCase() : null,
    risks: RISKS.filter(([pattern]) => pattern.test(note)).map(([, word]) => word),
  };
}
