import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../start/project-root.ts';

/** Requirements of levels 1 and 2 of the ASVS 5.0.0, by section: its published numbers. */
const SECTIONS: Record<string, string> = {
  ...{ '1.1': '1-2', '1.2': '1-9', '1.3': '1-11', '1.4': '1-3', '1.5': '1-2' },
  ...{ '2.1': '1-3', '2.2': '1-3', '2.3': '1-4', '2.4': '1-1' },
  ...{ '3.2': '1-2', '3.3': '1-4', '3.4': '1-6', '3.5': '1-5', '3.7': '1-2' },
  ...{ '4.1': '1-3', '4.2': '1-1', '4.3': '1-2', '4.4': '1-4' },
  ...{ '5.1': '1-1', '5.2': '1-3', '5.3': '1-2', '5.4': '1-3' },
  ...{ '6.1': '1-3', '6.2': '1-12', '6.3': '1-4', '6.4': '1-4', '6.5': '1-5', '6.6': '1-3', '6.8': '1-4' },
  ...{ '7.1': '1-3', '7.2': '1-4', '7.3': '1-2', '7.4': '1-5', '7.5': '1-2', '7.6': '1-2' },
  ...{ '8.1': '1-2', '8.2': '1-3', '8.3': '1-1', '8.4': '1-1' },
  ...{ '9.1': '1-3', '9.2': '1-4' },
  ...{ '10.1': '1-2', '10.2': '1-2', '10.3': '1-4', '10.4': '1-11', '10.5': '1-5', '10.6': '1-2', '10.7': '1-3' },
  ...{ '11.1': '1-2', '11.2': '1-3', '11.3': '1-3', '11.4': '1-4', '11.5': '1-1', '11.6': '1-1' },
  ...{ '12.1': '1-3', '12.2': '1-2', '12.3': '1-4' },
  ...{ '13.1': '1-1', '13.2': '1-5', '13.3': '1-2', '13.4': '1-5' },
  ...{ '14.1': '1-2', '14.2': '1-4', '14.3': '1-3' },
  ...{ '15.1': '1-3', '15.2': '1-3', '15.3': '1-7' },
  ...{ '16.1': '1-1', '16.2': '1-5', '16.3': '1-4', '16.4': '1-3', '16.5': '1-3' },
  ...{ '17.1': '1-1', '17.2': '1-4', '17.3': '1-2' },
};
const range = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}.${from + index}`);
const EVERY = Object.entries(SECTIONS).flatMap(([section, span]) => {
  const [from = 0, to = 0] = span.split('-').map(Number);
  return range(section, from, to);
});

const root = projectRoot();
const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** « 10.4.1 – 10.4.11, 10.6.1 » */
const idsOf = (cell: string): string[] =>
  cell.split(', ').flatMap((one) => {
    const [first = '', last = first] = one.split(' – ');
    const section = first.slice(0, first.lastIndexOf('.'));
    const number = (id: string) => Number(id.slice(id.lastIndexOf('.') + 1));
    return range(section, number(first), number(last));
  });

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.git', 'test-results'].includes(entry.name)) return [];
    return entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)];
  });
}

describe('the page of security', () => {
  test('answers each of the 253 requirements once', () => {
    expect(EVERY).toHaveLength(253);
    expect(rows.flatMap((cells) => idsOf(cells[1] ?? '')).sort()).toEqual([...EVERY].sort());
  });

  test('each answer has one of the five states, and what is met names a file or a test', () => {
    for (const [, id, , where, by, state] of rows) {
      expect([id, state]).toEqual([id, expect.stringMatching(/^(met|partly: .+|not met.*|not applicable|host)$/)]);
      const unsaid = ['6.2.10', '6.4.2', '13.4.4'];
      if (state === 'met' && !unsaid.includes(id ?? ''))
        expect([id, `${where}${by}`]).toEqual([id, expect.stringContaining('`')]);
    }
  });

  test('each file it names is there', () => {
    const files = filesOf(root);
    const named = rows.flatMap((cells) =>
      [cells[4] ?? '', cells[5] ?? ''].flatMap((cell) => cell.match(/`[^`]+`/g) ?? []),
    );
    const missing = [...new Set(named)]
      .map((one) => one.slice(1, -1))
      .filter((one) => !files.some((file) => file.endsWith(`/${one}`)));
    expect(missing).toEqual([]);
  });
});
