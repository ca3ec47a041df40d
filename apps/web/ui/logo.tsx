/** A counter window crossed by a line: the guichet and its thread. */
export function Logo({ size = 32, ground, line }: { size?: number; ground?: string; line?: string }) {
  const stroke = { fill: 'none', stroke: line ?? 'var(--logo-line)', strokeWidth: 2.6 };
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <path d="M4 30V15.500C4 8.600 9.400 3 16 3s12 5.600 12 12.500V30z" fill={ground ?? 'var(--logo-ground)'} />
      <path d="M0 21.500H12.500" {...stroke} />
      <path d="M20.400 21.500h4.600" {...stroke} strokeLinecap="round" />
      <circle cx="16.200" cy="21.500" r="3.900" {...stroke} />
    </svg>
  );
}
