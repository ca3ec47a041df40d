import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const { prepare } = await import(new URL('../bin/prepare.mjs', import.meta.url).href);

describe('the preparation of a project whose packages are a link', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guichet-linked-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('installs nothing through the link, and leaves the packages of the other project alone', async () => {
    const other = join(folder, 'other');
    const project = join(folder, 'project');
    mkdirSync(other);
    mkdirSync(project);
    writeFileSync(join(other, 'kept'), '');
    writeFileSync(join(project, 'package-lock.json'), '{}');
    symlinkSync(other, join(project, 'node_modules'));
    await expect(prepare(project, { web: false, say: () => undefined })).rejects.toThrow(/est un lien/);
    expect(existsSync(join(other, 'kept'))).toBe(true);
  });
});
