import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chooseInstance } from './choose-instance.ts';
import { openDataFolder, readInstance, writeInstance } from './data-folder.ts';
import { lockDataFolder } from './instance-lock.ts';
import { resetDataFolder } from './reset.ts';
import { ensureMasterKey, loadSecrets } from './secrets.ts';

describe('the data folder', () => {
  let parent: string;
  let folder: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'guichet-folder-'));
    folder = join(parent, 'new', 'data');
  });

  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  test("refuses a folder with someone else's files, and leaves it as it was", () => {
    writeFileSync(join(parent, 'letters.txt'), 'mine');
    expect(() => openDataFolder(parent)).toThrow(/n'est pas un dossier de données/);
    expect(readdirSync(parent)).toEqual(['letters.txt']);
  });

  test('once a demonstration, never becomes a real installation', () => {
    openDataFolder(folder);
    expect(chooseInstance(folder, null)).toEqual({ demonstration: true, seed: 'none' });
    expect(() => chooseInstance(folder, false)).toThrow(/contient la démonstration/);
  });

  test('once without the demonstration, never receives it', () => {
    openDataFolder(folder);
    chooseInstance(folder, false);
    expect(chooseInstance(folder, null).demonstration).toBe(false);
  });

  test('keeps its secrets from one start to the next, for their owner only', () => {
    openDataFolder(folder);
    const secrets = loadSecrets(folder);
    expect(loadSecrets(folder)).toEqual(secrets);
    expect(new Set(Object.values(secrets)).size).toBe(4);
    const key = ensureMasterKey(folder);
    expect(ensureMasterKey(folder)).toBe(key);
    for (const file of ['secrets.json', 'master.key']) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  });

  test('is held by one launcher at a time, and let go', () => {
    openDataFolder(folder);
    const release = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(new RegExp(`processus ${process.pid}`));
    release();
    lockDataFolder(folder)();
  });

  test('is free again when its launcher died, or its number passed to another process', () => {
    openDataFolder(folder);
    writeFileSync(join(folder, 'launcher.lock'), '4194303 123');
    lockDataFolder(folder)();
    writeFileSync(join(folder, 'launcher.lock'), `${process.pid} another-birth`);
    lockDataFolder(folder)();
    expect(existsSync(join(folder, 'launcher.lock'))).toBe(false);
  });

  test('is emptied by --reset, which says what goes', async () => {
    openDataFolder(folder);
    writeInstance(folder, { demonstration: true, seed: 'done' });
    writeFileSync(join(folder, 'accounts.json'), '[]');
    const said: string[] = [];
    await resetDataFolder(folder, (line) => said.push(line));
    expect(readdirSync(folder)).toEqual([]);
    expect(said[0]).toContain('accounts.json');
    expect(readInstance(folder)).toBeNull();
  });

  test('is not emptied by --reset when no start made it its own', async () => {
    writeFileSync(join(parent, 'letters.txt'), 'mine');
    await resetDataFolder(parent, () => undefined);
    expect(readdirSync(parent)).toEqual(['letters.txt']);
  });
});
