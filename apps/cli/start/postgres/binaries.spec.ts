import { describe, expect, test } from '@jest/globals';
import { parseMajor, pickBinaries, platformName } from './binaries.ts';

const candidates = [
  { bin: '/shipped', packageFolder: '/package' },
  { bin: '/usr/lib/postgresql/17/bin', packageFolder: null },
  { bin: '/usr/lib/postgresql/14/bin', packageFolder: null },
];
const majors: Record<string, number | null> = {
  '/shipped': 18,
  '/usr/lib/postgresql/17/bin': 17,
  '/usr/lib/postgresql/14/bin': 14,
};
const readMajor = (bin: string): number | null => majors[bin] ?? null;

describe('the choice of a PostgreSQL', () => {
  test('takes the shipped one first', () => {
    expect(pickBinaries(candidates, null, readMajor)).toEqual({
      bin: '/shipped',
      major: 18,
      packageFolder: '/package',
    });
  });

  test('takes the one that made the existing data', () => {
    expect(pickBinaries(candidates, 17, readMajor)?.bin).toBe('/usr/lib/postgresql/17/bin');
  });

  test('gives none rather than one that would not open the data, or that is too old', () => {
    expect(pickBinaries(candidates, 16, readMajor)).toBeNull();
    expect(pickBinaries(candidates, 14, readMajor)).toBeNull();
  });

  test('skips a binary that does not run here', () => {
    expect(pickBinaries(candidates, null, (bin) => (bin === '/shipped' ? null : readMajor(bin)))?.major).toBe(17);
  });

  test('reads the version line, Debian remarks included', () => {
    expect(parseMajor('postgres (PostgreSQL) 18.4\n')).toBe(18);
    expect(parseMajor('postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n')).toBe(15);
    expect(parseMajor('')).toBeNull();
  });

  test('names the package as npm does', () => {
    expect(platformName('darwin', 'arm64')).toBe('darwin-arm64');
  });
});
