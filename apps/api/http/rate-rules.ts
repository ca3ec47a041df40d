import type { RateLimit } from '#platform';

/** What a request costs: every rule that holds for it takes one point, for its address or its account. */
export interface RateRule extends RateLimit {
  per: 'address' | 'account';
  holds(method: string, route: string): boolean;
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Names typed letter by letter: the answers are people. */
const SEARCHES =
  /^\/api\/(communes|e\/:ess\/(patients|professionals)\/(search|duplicates)|e\/:ess\/requests\/duplicates)$/;
/** Each try tests a secret: a password, a code, a link of a message. */
const PROOFS = /^\/api\/(session|link|psc)(\/|$)/;
const MINUTE = 60;

/**
 * A whole hospital may come from one address: its limits are those of two hundred people, an account's those of one
 * who works fast. What is guessed, searched or uploaded is tighter.
 */
export const RATE_RULES: readonly RateRule[] = [
  { name: 'address', per: 'address', points: 12_000, seconds: MINUTE, holds: () => true },
  { name: 'account', per: 'account', points: 1200, seconds: MINUTE, holds: () => true },
  { name: 'write', per: 'account', points: 300, seconds: MINUTE, holds: (method) => WRITES.has(method) },
  {
    name: 'proof',
    per: 'address',
    points: 120,
    seconds: MINUTE,
    holds: (method, route) => method === 'POST' && PROOFS.test(route) && !/\/lock$/.test(route),
  },
  { name: 'forgot', per: 'address', points: 20, seconds: 10 * MINUTE, holds: (_, route) => /\/forgot$/.test(route) },
  { name: 'search', per: 'account', points: 180, seconds: MINUTE, holds: (_, route) => SEARCHES.test(route) },
  {
    name: 'exceptional',
    per: 'account',
    points: 10,
    seconds: MINUTE,
    holds: (method, route) => method === 'POST' && /^\/api\/e\/:ess\/exceptional(\/search)?$/.test(route),
  },
  {
    name: 'upload',
    per: 'account',
    points: 120,
    seconds: 10 * MINUTE,
    holds: (method, route) => method === 'POST' && /\/attachments$/.test(route),
  },
];

/** Asked by machines that watch, or files that never change. */
const FREE = /^\/(health|ready|assets)(\/|$)/;

/** @param route the pattern it was matched to, never what was typed. */
export const rulesOf = (method: string, route: string, per: RateRule['per']): RateRule[] =>
  FREE.test(route) ? [] : RATE_RULES.filter((rule) => rule.per === per && rule.holds(method, route));

/** A house has one IPv6 network, and millions of addresses in it. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
