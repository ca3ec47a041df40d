import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { seal, unseal, type Key, type Place } from '../crypto/seal.ts';

const HASH = /^[0-9a-f]{64}$/;
const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Files sealed on disk: `<folder>/<tenant>/<2 letters>/<sha-256 of the sealed bytes>`. Clear bytes never touch the disk,
 * and no letter of a path comes from a person. A store on S3 will have these three methods.
 */
@Injectable()
export class FileStore {
  constructor(private readonly folder: string | null) {}

  /** Sealed, written whole under a name of quarantine, forced to the disk, then given the name of its hash. */
  async put(tenantId: string, key: Key, place: Place, clear: Buffer): Promise<Buffer> {
    const sealed = seal(key, place, clear);
    const sha256 = createHash('sha256').update(sealed).digest();
    const path = this.pathOf(tenantId, sha256);
    const waiting = join(this.root(), 'quarantine', randomBytes(16).toString('hex'));
    await mkdir(dirname(waiting), { recursive: true, mode: 0o700 });
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeThrough(waiting, sealed);
      await rename(waiting, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(waiting, { force: true });
      throw error;
    }
    return sha256;
  }

  /** @throws when the file is gone, was touched, or is not the one sealed for this place. */
  async get(tenantId: string, key: Key, place: Place, sha256: Buffer): Promise<Buffer> {
    const sealed = await readFile(this.pathOf(tenantId, sha256));
    if (!createHash('sha256').update(sealed).digest().equals(sha256)) throw new Error('a stored file was altered');
    return unseal(key, place, sealed);
  }

  /** Of a file whose row could not be written. */
  async remove(tenantId: string, sha256: Buffer): Promise<void> {
    await rm(this.pathOf(tenantId, sha256), { force: true });
  }

  private root(): string {
    if (!this.folder) throw new Error('no folder for files: FILES_DIR or DATA_DIR is missing');
    return this.folder;
  }

  private pathOf(tenantId: string, sha256: Buffer): string {
    const name = sha256.toString('hex');
    if (!HASH.test(name) || !TENANT.test(tenantId)) throw new Error('not the name of a stored file');
    return join(this.root(), tenantId, name.slice(0, 2), name);
  }
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
