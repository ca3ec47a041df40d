import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Head of one tenant's chain: number of its last sealed line, and the hash of that line in hexadecimal. */
export interface AnchoredHead {
  seq: string;
  hash: string;
}

/** One line of the file: every head at one instant, chained to the line before. */
export interface Anchor {
  n: number;
  at: string;
  prev: string;
  heads: Record<string, AnchoredHead>;
  hash: string;
}

export interface AnchorReading {
  anchors: Anchor[];
  /** Number of the first anchor that does not follow from the one before; null when all do. */
  brokenAt: number | null;
}

const NOTHING_BEFORE = '0'.repeat(64);

/** Canonical: tenants in order, keys in this order. */
function anchorHash({ n, at, prev, heads }: Omit<Anchor, 'hash'>): string {
  const sorted = Object.entries(heads)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([tenant, { seq, hash }]) => [tenant, seq, hash]);
  return createHash('sha256')
    .update(JSON.stringify([n, at, prev, sorted]))
    .digest('hex');
}

/** Only ever appended to, and on the disk before it returns: works on a file that the system lets nobody rewrite. */
export function appendAnchor(path: string, at: Date, heads: Record<string, AnchoredHead>): Anchor {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const last = parseAnchors(text).at(-1);
  const anchor = { n: (last?.n ?? 0) + 1, at: at.toISOString(), prev: last?.hash ?? NOTHING_BEFORE, heads };
  const whole = { ...anchor, hash: anchorHash(anchor) };
  // A line cut short by a crash stays where it is, and is skipped by its readers.
  const line = `${text === '' || text.endsWith('\n') ? '' : '\n'}${JSON.stringify(whole)}\n`;
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return whole;
}

/** @returns null when there is no file. */
export function readAnchors(path: string): AnchorReading | null {
  if (!existsSync(path)) return null;
  const anchors = parseAnchors(readFileSync(path, 'utf8'));
  let prev = NOTHING_BEFORE;
  for (const [index, anchor] of anchors.entries()) {
    const follows = anchor.n === index + 1 && anchor.prev === prev && anchor.hash === anchorHash(anchor);
    if (!follows) return { anchors: anchors.slice(0, index), brokenAt: index + 1 };
    prev = anchor.hash;
  }
  return { anchors, brokenAt: null };
}

function parseAnchors(text: string): Anchor[] {
  return text.split('\n').flatMap((line) => {
    try {
      const parsed: unknown = JSON.parse(line);
      return isAnchor(parsed) ? [parsed] : [];
    } catch {
      return [];
    }
  });
}

function isAnchor(value: unknown): value is Anchor {
  return (
    typeof value === 'object' &&
    value !== null &&
    'n' in value &&
    typeof value.n === 'number' &&
    'at' in value &&
    typeof value.at === 'string' &&
    'prev' in value &&
    typeof value.prev === 'string' &&
    'hash' in value &&
    typeof value.hash === 'string' &&
    'heads' in value &&
    typeof value.heads === 'object' &&
    value.heads !== null
  );
}
