/** The text of an uncompressed PDF of ours: its glyphs, read back by the table that each font carries. */
export function textOfPdf(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const bodies = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [match[1], match[2] ?? '']),
  );
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name, id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(bodies.get(id) ?? '')?.[1];
    if (name && table) fonts.set(name, glyphsOf(bodies.get(table) ?? ''));
  }
  let out = '';
  for (const body of bodies.values()) {
    let glyphs = new Map<string, string>();
    for (const [, name, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g)) {
      if (name) glyphs = fonts.get(name) ?? glyphs;
      else if (shown) {
        for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]*)>/g)) {
          for (const code of hex.match(/.{4}/g) ?? []) out += glyphs.get(code) ?? '\ufffd';
        }
      }
    }
    out += '\n';
  }
  return out;
}

function glyphsOf(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const code = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      glyphs.set(code, String.fromCharCode(...units));
    }
  }
  return glyphs;
}
