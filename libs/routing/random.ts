/** Marsaglia's xorshift32: quick, seeded, good enough to shake tours; never for secrets. */
export class Random {
  #state: number;

  constructor(seed: number) {
    // A poor seed (0, 1, 2…) would give poor first draws: Murmur3's finalizer spreads it.
    let mixed = (Math.trunc(seed) ^ 0x9e3779b9) | 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    this.#state = mixed ^ (mixed >>> 16) || 0x1234567;
  }

  /** Uniform in ]0, 1[. */
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) / 4294967296;
  }

  /** Uniform among 0 … bound − 1. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }
}
