import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createMissingLinks } from './links.ts';

describe('the links of the shipped server', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guichet-links-'));
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
    writeFileSync(join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library');
    const list = ['libpq.so', 'libpq.so.5'].map((name) => ({
      source: 'native/lib/libpq.so.5.18',
      target: `native/lib/${name}`,
    }));
    writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(list));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('are made once, then found', () => {
    expect(createMissingLinks(folder)).toBe(2);
    expect(createMissingLinks(folder)).toBe(0);
    expect(readFileSync(join(folder, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });

  test('are made again when they lead nowhere', () => {
    symlinkSync('gone', join(folder, 'native', 'lib', 'libpq.so'));
    expect(createMissingLinks(folder)).toBe(2);
    expect(readFileSync(join(folder, 'native', 'lib', 'libpq.so'), 'utf8')).toBe('library');
  });

  test('are not asked of a package that lists none', () => {
    rmSync(join(folder, 'native', 'pg-symlinks.json'));
    expect(createMissingLinks(folder)).toBe(0);
  });
});
