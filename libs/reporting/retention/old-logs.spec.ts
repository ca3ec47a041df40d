import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { oldLogs } from './old-logs.ts';
import { monthsBefore } from './policy.ts';

describe('logs of the launcher', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guichet-logs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (day: string, apply = true) => {
    const now = new Date(`${day}T02:00:00Z`);
    return oldLogs(folder, now, monthsBefore(now, 11), apply);
  };

  test('are put aside once a month while their writer keeps writing, and deleted before a line is a year old', () => {
    const path = join(folder, 'api.log');
    const writer = openSync(path, 'a');
    writeSync(writer, 'october\n');
    expect(run('2026-11-02', false)).toBe(0);
    expect(readdirSync(folder)).toEqual(['api.log']);
    expect(run('2026-11-02')).toBe(0);
    writeSync(writer, 'november\n');
    closeSync(writer);
    expect(run('2026-11-03')).toBe(0);
    expect(readFileSync(join(folder, 'api.2026-10.log'), 'utf8')).toBe('october\n');
    expect(readFileSync(path, 'utf8')).toBe('november\n');
    expect(run('2027-10-01', false)).toBe(0);
    expect(run('2027-10-03', false)).toBe(1);
    expect(run('2027-10-03')).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['api.2027-09.log', 'api.log']);
  });

  test('leave other files alone, and a folder that is not there is no fault', () => {
    appendFileSync(join(folder, 'notes.txt'), 'kept');
    expect(run('2030-01-01')).toBe(0);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
    expect(oldLogs(join(folder, 'absent'), new Date(), new Date(), true)).toBe(0);
    expect(oldLogs(null, new Date(), new Date(), true)).toBe(0);
  });
});
