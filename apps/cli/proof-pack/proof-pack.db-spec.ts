import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AuditAnchor, AuditSealer, Clock, SystemDatabase } from '#platform';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { projectRoot } from '../start/project-root.ts';
import { writeProofPack } from './proof-pack.command.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

describe('guichet proof-pack', () => {
  let services: Services;
  let system: SystemDatabase;
  let root: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    services = await openServices();
    await services.send(services.cardio);
    system = new SystemDatabase(services.database.systemUrl);
    await new AuditSealer(system).seal();
  });
  afterAll(async () => {
    await system.onApplicationShutdown();
    await services.stop();
  });
  /** A tree of its own, without a history: a version, the documents, the lock. */
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'guichet-proofs-'));
    for (const path of ['docs/security.md', 'docs/privacy.md', 'package-lock.json'])
      cpSync(join(projectRoot(), path), join(root, path), { recursive: true });
    writeFileSync(join(root, 'package.json'), JSON.stringify({ version: '3.2.1' }));
    const anchors = join(root, 'audit-anchors.jsonl');
    await new AuditAnchor(system, anchors, new Clock()).write();
    env = { DATABASE_URL: services.database.appUrl, AUDIT_ANCHOR_FILE: anchors };
  });

  const record = (file: string, result: object) => {
    mkdirSync(join(root, 'test-results'), { recursive: true });
    writeFileSync(join(root, 'test-results', file), JSON.stringify(result));
  };
  const stages = [{ name: 'unit', passed: 41, failed: 1, seconds: 12.4 }];
  const pack = async (given?: Record<string, string> | null) => {
    const folder = join(root, 'pack');
    const said: string[] = [];
    const code = await writeProofPack(root, folder, given === undefined ? env : given, NOW, (line) => said.push(line));
    const names = ['proof.md', 'proof.json', 'security.md', 'privacy.md'] as const;
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    rmSync(root, { recursive: true, force: true });
    return { code, said: said.join('\n'), files: files as Record<(typeof names)[number], string> };
  };

  test('writes both documents, the version, the chain, the migrations and the licences', async () => {
    record('summary.json', { version: '3.2.1', commit: null, changed: false, passed: 41, failed: 1, stages });
    const { code, files } = await pack();
    expect(code).toBe(0);
    for (const name of ['security.md', 'privacy.md'] as const) {
      expect(files[name]).toMatch(/^> Copied on 2026-11-23T09:00:00.000Z .*version 3\.2\.1/);
      expect(files[name]).toContain('# ');
    }
    expect(files['proof.md']).toContain('Every chain holds.');
    expect(files['proof.md']).toContain('- Trust20261122013000: applied');
    expect(files['proof.md']).not.toContain('not applied');
    expect(files['proof.md']).toMatch(/\| rate-limiter-flexible \| [\d.]+ \| ISC \| run \|/);
    expect(files['proof.md']).toMatch(/\| jest \| [\d.]+ \| MIT \| build \|/);
    expect(JSON.parse(files['proof.json']).dependencies.length).toBeGreaterThan(200);
  });

  test('gives the last result of this version, failures included', async () => {
    record('summary.json', { version: '3.2.1', commit: null, changed: false, passed: 41, failed: 1, stages });
    const { files } = await pack();
    expect(files['proof.md']).toContain('Result of this very version');
    expect(files['proof.md']).toContain('| unit | 41 | 1 | 12 |');
  });

  test('says so when there is no result, or when it is of another version or of changed files', async () => {
    record('summary.json', { version: '3.2.0', commit: null, changed: false, passed: 40, failed: 0, stages });
    const { files, said } = await pack();
    expect(files['proof.md']).toContain(
      '**No result on record for this version.** The last one is of another (version 3.2.0',
    );
    expect(files['proof.md']).toContain('**No result on record** for this run.');
    expect(said).toContain('Aucun résultat de « npm test »');
  });

  test('a result of files changed since their commit is a result of another version', async () => {
    record('summary.json', { version: '3.2.1', commit: null, changed: true, passed: 40, failed: 0, stages });
    expect((await pack()).files['proof.md']).toContain('No result on record for this version');
  });

  test('without a guichet the chain is said not verified, never that it holds', async () => {
    const { code, files, said } = await pack(null);
    expect([code, files['proof.md'].includes('**Not verified**'), files['proof.md'].includes('holds')]).toEqual([
      0,
      true,
      false,
    ]);
    expect(said).toContain('Aucun guichet en marche');
  });

  test('a chain that was touched ends with 1, and the pack says which', async () => {
    await services.sql(`update audit set reason = 'autre' where seq = 1 and tenant_id = $1`, [services.cardio.id]);
    const { code, files } = await pack();
    expect(code).toBe(1);
    expect(files['proof.md']).toContain('**A chain does not hold.**');
  });
});
