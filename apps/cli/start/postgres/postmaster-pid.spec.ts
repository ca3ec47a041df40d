import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parsePostmasterFile, readPostmaster } from './postmaster-pid.ts';

describe('the lock file of a cluster', () => {
  let cluster: string;

  beforeEach(() => {
    cluster = join(mkdtempSync(join(tmpdir(), 'guichet-pid-')), 'postgresql-18');
    mkdirSync(cluster);
  });

  afterEach(() => rmSync(join(cluster, '..'), { recursive: true, force: true }));

  test('gives the process and its port', () => {
    expect(parsePostmasterFile('4242\n/data\n1700000000\n45079\n\n127.0.0.1\n')).toEqual({ pid: 4242, port: 45079 });
    expect(parsePostmasterFile('4242\n')).toEqual({ pid: 4242, port: null });
    expect(parsePostmasterFile('')).toBeNull();
  });

  test('means nothing when it is missing or its process is dead', () => {
    expect(readPostmaster(cluster)).toEqual({ kind: 'none' });
    writeFileSync(join(cluster, 'postmaster.pid'), '4194303999\n/data\n1\n5432\n');
    expect(readPostmaster(cluster)).toEqual({ kind: 'none' });
  });

  test('is stale when its number now belongs to a process that is no database', () => {
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n/data\n1\n5432\n`);
    expect(readPostmaster(cluster)).toEqual({ kind: 'stale', pid: process.pid });
  });
});
