const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux|X11/, 'Linux'],
];

const named = (agent: string, list: [RegExp, string][]): string | undefined =>
  list.find(([sign]) => sign.test(agent))?.[1];

/** « Firefox, Windows »: enough for a person to know her own browsers apart, nothing that follows her. */
export function deviceLabel(agent: string): string {
  const known = [named(agent, BROWSERS), named(agent, SYSTEMS)].filter((word) => word !== undefined);
  return known.length > 0 ? known.join(', ') : 'Navigateur inconnu';
}
