/** Input that is not JSON at all: nothing can be answered. */
export class UnreadableInput extends Error {}

/** A line that could not be read, kept in its place among the others. */
export class BrokenItem {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

const parse = (text: string): unknown => JSON.parse(text);

function parseLines(text: string): unknown[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  let read = 0;
  const items = lines.map((line, index) => {
    try {
      const item = parse(line);
      read += 1;
      return item;
    } catch {
      return new BrokenItem(`Ligne ${index + 1}\u00a0: ce n’est pas du JSON.`);
    }
  });
  if (read === 0) throw new UnreadableInput('L’entrée n’est pas du JSON (objet, tableau ou une ligne par objet).');
  return items;
}

/** Items of an input: one object, an array, or one object a line (NDJSON). @throws UnreadableInput */
export function parseItems(given: string): unknown[] {
  const text = given.replace(/^\uFEFF/, '').trim();
  if (text === '') throw new UnreadableInput('L’entrée est vide.');
  try {
    const value = parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    if (text.startsWith('[')) throw new UnreadableInput('Le tableau JSON ne peut pas être lu.');
    return parseLines(text);
  }
}
