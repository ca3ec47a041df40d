/** A reader for the mails that the product itself sends: headers, and the first readable text. */
export interface ParsedMail {
  /** Lower-case names; a header written twice keeps its last value. */
  readonly headers: Record<string, string>;
  readonly text: string;
}

export function parseMail(raw: string): ParsedMail {
  const { headers, body } = splitPart(raw);
  const decoded = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, decodeWords(value)]));
  return { headers: decoded, text: readText(headers, body) ?? '' };
}

/** Encoded words (RFC 2047): `=?utf-8?Q?Demande_re=C3=A7ue?=`. The space between two of them does not count. */
export function decodeWords(value: string): string {
  return value
    .replaceAll(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replaceAll(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_all, charset: string, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? decodeBytes(Buffer.from(text, 'base64'), charset)
        : decodeBytes(quotedPrintable(text.replaceAll('_', ' ')), charset),
    );
}

function splitPart(raw: string): { headers: Record<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end ? raw.slice(0, end.index) : raw;
  const body = end ? raw.slice(end.index + end[0].length) : '';
  const headers: Record<string, string> = {};
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body };
}

/** The text of a part; inside a multipart, the first plain text, else the first thing readable. */
function readText(headers: Record<string, string>, body: string): string | null {
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!/^multipart\//i.test(type) || !boundary) return /^text\//i.test(type) ? decodeBody(headers, type, body) : null;
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => splitPart(part.replace(/^\r?\n/, '')));
  const plainFirst = [...parts].sort((a, b) => Number(isPlain(b.headers)) - Number(isPlain(a.headers)));
  for (const part of plainFirst) {
    const text = readText(part.headers, part.body);
    if (text !== null) return text;
  }
  return null;
}

function isPlain(headers: Record<string, string>): boolean {
  return /^text\/plain/i.test(headers['content-type'] ?? 'text/plain');
}

function decodeBody(headers: Record<string, string>, type: string, body: string): string {
  const charset = /charset="?([^";]+)"?/i.exec(type)?.[1] ?? 'utf-8';
  const encoding = (headers['content-transfer-encoding'] ?? '7bit').toLowerCase();
  const text = decodeTransfer(encoding, body, charset);
  return text.replaceAll('\r\n', '\n').replace(/\n+$/, '\n');
}

function decodeTransfer(encoding: string, body: string, charset: string): string {
  if (encoding === 'base64') return decodeBytes(Buffer.from(body, 'base64'), charset);
  if (encoding === 'quoted-printable')
    return decodeBytes(quotedPrintable(body.replaceAll(/=[ \t]*\r?\n/g, '')), charset);
  return decodeBytes(Buffer.from(body, 'latin1'), charset);
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function decodeBytes(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
