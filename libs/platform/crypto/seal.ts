import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Blob: version (1) · key id (16) · iv (12) · tag (16) · ciphertext. AES-256-GCM. */
const VERSION = 1;
const HEADER = 1 + 16 + 12 + 16;

export interface Key {
  /** UUID of what the key belongs to: a patient, an ESS, or zeroes for the master key. */
  id: string;
  bytes: Buffer;
}

/** Where a blob lives: it opens nowhere else. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const aad = (place: Place): Buffer => Buffer.from(`${place.table}|${place.column}|${place.row}`);

export function seal(key: Key, place: Place, clear: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(aad(place));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), idBytes(key.id), iv, cipher.getAuthTag(), body]);
}

/** @throws when the key, the place or the bytes are not those of the sealing. */
export function unseal(key: Key, place: Place, blob: Buffer): Buffer {
  if (blob.length < HEADER || blob[0] !== VERSION) throw new Error('sealed blob of an unknown version');
  if (!blob.subarray(1, 17).equals(idBytes(key.id))) throw new Error('sealed blob of another key');
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, blob.subarray(17, 29)).setAAD(aad(place));
  decipher.setAuthTag(blob.subarray(29, 45));
  return Buffer.concat([decipher.update(blob.subarray(HEADER)), decipher.final()]);
}

export const sealJson = (key: Key, place: Place, value: unknown): Buffer =>
  seal(key, place, Buffer.from(JSON.stringify(value)));

export const unsealJson = <T>(key: Key, place: Place, blob: Buffer): T =>
  JSON.parse(unseal(key, place, blob).toString('utf8')) as T;

/** A fresh 32-byte key, and the same wrapped by the key above it. */
export function newWrappedKey(parent: Key, owner: { id: string; table: string }): { key: Key; wrapped: Buffer } {
  const key: Key = { id: owner.id, bytes: randomBytes(32) };
  return { key, wrapped: seal(parent, { table: owner.table, column: 'wrapped_key', row: owner.id }, key.bytes) };
}

export const unwrapKey = (parent: Key, owner: { id: string; table: string }, wrapped: Buffer): Key => ({
  id: owner.id,
  bytes: unseal(parent, { table: owner.table, column: 'wrapped_key', row: owner.id }, wrapped),
});

/** Exact search without the clear value: HMAC-SHA256 under a key derived from the tenant's. */
export function blindIndex(tenantKey: Key, purpose: string, value: string): Buffer {
  const derived = Buffer.from(hkdfSync('sha256', tenantKey.bytes, Buffer.alloc(0), `blind-index:${purpose}`, 32));
  return createHmac('sha256', derived).update(value.normalize('NFKC')).digest();
}

export const masterKey = (bytes: Buffer): Key => ({ id: '00000000-0000-0000-0000-000000000000', bytes });
