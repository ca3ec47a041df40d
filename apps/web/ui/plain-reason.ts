/**
 * The sentence of a rule without what the panel says beside it: the class in front (« P1 – »), and the rule, protocol
 * and sources at the end. Requesters never read a P-number.
 */
export function plainReason(reason: string): string {
  const bare = reason.replace(/^P[0-4]\s*[–-]\s*/u, '').replace(/\s*\(règle\s[^]*\)\.?$/u, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
