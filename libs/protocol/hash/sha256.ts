/**
 * SHA-256 in plain arithmetic (FIPS 180-4), because this library runs in a browser page without a secure context too.
 * Symbols of the standard: H hash values, K constants, W message schedule, a…h working variables.
 */
const PRIMES = 64;

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
}

const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;
const H0 = firstPrimes(8).map((p) => fraction(Math.sqrt(p)));
const K = firstPrimes(PRIMES).map((p) => fraction(Math.cbrt(p)));

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

function padded(text: string): number[] {
  const bytes = utf8(text);
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bits / 2 ** shift) & 0xff);
  return bytes;
}

function schedule(bytes: number[], offset: number): Int32Array {
  const W = new Int32Array(64);
  for (let t = 0; t < 16; t += 1) {
    const i = offset + t * 4;
    W[t] = (at(bytes, i) << 24) | (at(bytes, i + 1) << 16) | (at(bytes, i + 2) << 8) | at(bytes, i + 3);
  }
  for (let t = 16; t < 64; t += 1) {
    const x = at(W, t - 15);
    const y = at(W, t - 2);
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    W[t] = at(W, t - 16) + s0 + at(W, t - 7) + s1;
  }
  return W;
}

function compress(H: number[], W: Int32Array): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = H;
  for (let t = 0; t < 64; t += 1) {
    const S1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const T1 = (h + S1 + ((e & f) ^ (~e & g)) + at(K, t) + at(W, t)) | 0;
    const S0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const T2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + T1) | 0, c, b, a, (T1 + T2) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => (value + at(H, index)) | 0);
}

/** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. */
export function sha256(text: string): string {
  const bytes = padded(text);
  let H = H0;
  for (let offset = 0; offset < bytes.length; offset += 64) H = compress(H, schedule(bytes, offset));
  return H.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
