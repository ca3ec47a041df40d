import { chainHash, GENESIS, type ChainedLine } from './chain.ts';

export type SealedLine = ChainedLine & { prev: Buffer | null; hash: Buffer | null };

export type BreakKind = 'edited' | 'deleted' | 'swapped' | 'inserted' | 'tail-cut' | 'rewritten' | 'added-after-head';

export interface ChainBreak {
  kind: BreakKind;
  /** Number of the first line that does not hold. */
  seq: number;
  /** The other line of a swap, or the instant of the anchor that knows better. */
  with: string | null;
}

/** A head written elsewhere: the chain must hold this hash at this number. */
export interface KnownHead {
  seq: number;
  hash: string;
  /** Null: the head kept in the database itself. */
  anchoredAt: string | null;
}

export interface ChainWalk {
  verified: number;
  broken: ChainBreak | null;
}

/** A line moved further than this is told as edited: found all the same. */
const LOOK_AHEAD = 20_000;

const fits = (previous: Buffer, line: SealedLine, seq: number, hash: Buffer | null): boolean =>
  hash !== null && chainHash(previous, { ...line, seq: String(seq) }).equals(hash);

/** Rebuilds a chain from its first line; stops at the first that does not hold, and says what was done to it. */
export async function walkChain(lines: AsyncIterable<SealedLine>, heads: readonly KnownHead[]): Promise<ChainWalk> {
  const expected = new Map<number, KnownHead>();
  // The oldest anchor of a number is the true one: later ones may already tell the rewritten story.
  for (const head of heads) if (head.anchoredAt !== null && !expected.has(head.seq)) expected.set(head.seq, head);
  let previous: Buffer = GENESIS;
  let verified = 0;
  let broken: SealedLine | null = null;
  const after: SealedLine[] = [];
  for await (const line of lines) {
    if (broken) {
      if (after.length < LOOK_AHEAD) after.push(line);
      continue;
    }
    const seq = verified + 1;
    const holds = line.seq === String(seq) && line.prev?.equals(previous) && fits(previous, line, seq, line.hash);
    if (!holds || !line.hash) {
      broken = line;
      continue;
    }
    const anchored = expected.get(seq);
    if (anchored && anchored.hash !== line.hash.toString('hex')) {
      return { verified, broken: { kind: 'rewritten', seq, with: anchored.anchoredAt } };
    }
    previous = line.hash;
    verified = seq;
  }
  if (broken) return { verified, broken: explain(previous, verified + 1, broken, after) };
  return { verified, broken: tailBreak(verified, previous, heads) };
}

/** A line that does not follow: which of the four ways of the hand explains it. */
function explain(previous: Buffer, seq: number, line: SealedLine, after: readonly SealedLine[]): ChainBreak {
  // The true line of this number, by its hash or by the hash left in this place, found further on.
  const trueLine = after.find(
    (other) => fits(previous, other, seq, other.hash) || fits(previous, other, seq, line.hash),
  );
  if (trueLine) {
    const moved =
      wasAt(line, Number(trueLine.seq)) || fits(trueLine.prev ?? previous, line, Number(trueLine.seq), trueLine.hash);
    return moved ? { kind: 'swapped', seq, with: trueLine.seq } : { kind: 'inserted', seq, with: null };
  }
  if (Number(line.seq) > seq) return { kind: 'deleted', seq, with: null };
  // It once had another number, and nobody pushed it forward: those before it are gone, or one slipped in between.
  if (wasAt(line, seq + 1)) return { kind: 'deleted', seq, with: null };
  if (wasAt(line, seq - 1)) return { kind: 'inserted', seq: seq - 1, with: null };
  // It has not moved, and remembers another line before it: that one was changed, its own hash included.
  if (wasAt(line, seq)) return { kind: 'edited', seq: seq - 1, with: null };
  return { kind: 'edited', seq, with: null };
}

const wasAt = (line: SealedLine, seq: number): boolean => line.prev !== null && fits(line.prev, line, seq, line.hash);

/** Every line follows: the end of the chain must still be what was written elsewhere. */
function tailBreak(verified: number, last: Buffer, heads: readonly KnownHead[]): ChainBreak | null {
  const missing = heads.filter((head) => head.seq > verified);
  const [known] = missing.filter((head) => head.anchoredAt !== null);
  if (missing[0]) return { kind: 'tail-cut', seq: verified + 1, with: known?.anchoredAt ?? null };
  const kept = heads.find((head) => head.anchoredAt === null);
  const keptSeq = kept?.seq ?? 0;
  if (keptSeq < verified) return { kind: 'added-after-head', seq: keptSeq + 1, with: null };
  if (kept && verified > 0 && kept.hash !== last.toString('hex'))
    return { kind: 'rewritten', seq: verified, with: null };
  return null;
}
