import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { DomainError } from '#contracts';

/** Blob: version (1) · key id (16) · iv (12) · tag (16) · ciphertext. AES-256-GCM. */
const VERSION = 1;
const HEADER = 1 + 16 + 12 + 16;

export interface Key {
  /** UUID of what the key belongs to (a patient, an ESS), or a name of its own after a rotation. */
  id: string;
  bytes: Buffer;
  /** Set when the key was destroyed: what to say in the place of what it sealed. */
  erased?: string;
}

/** Where a blob lives: it opens nowhere else. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

/** As it stands in a blob, from its second byte. */
export const keyIdBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const aad = (place: Place): Buffer => Buffer.from(`${place.table}|${place.column}|${place.row}`);

/** In the place of a key that was destroyed: nothing opens with it, and that is no accident. */
export const erasedKey = (said: string): Key => ({ id: '', bytes: Buffer.alloc(0), erased: said });

function refuseErased({ erased }: Key): void {
  if (erased !== undefined) throw new DomainError('patient.erased', `${erased}\u00a0: son contenu n’existe plus.`);
}

export function seal(key: Key, place: Place, clear: Buffer): Buffer {
  refuseErased(key);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(aad(place));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), keyIdBytes(key.id), iv, cipher.getAuthTag(), body]);
}

/** @throws when the key, the place or the bytes are not those of the sealing; patient.erased when the key is gone. */
export function unseal(key: Key, place: Place, blob: Buffer): Buffer {
  refuseErased(key);
  if (blob.length < HEADER || blob[0] !== VERSION) throw new Error('sealed blob of an unknown version');
  if (!blob.subarray(1, 17).equals(keyIdBytes(key.id))) throw new Error('sealed blob of another key');
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, blob.subarray(17, 29)).setAAD(aad(place));
  decipher.setAuthTag(blob.subarray(29, 45));
  return Buffer.concat([decipher.update(blob.subarray(HEADER)), decipher.final()]);
}

export const sealJson = (key: Key, place: Place, value: unknown): Buffer =>
  seal(key, place, Buffer.from(JSON.stringify(value)));

export const unsealJson = <T>(key: Key, place: Place, blob: Buffer): T =>
  JSON.parse(unseal(key, place, blob).toString('utf8')) as T;

export interface KeyOwner {
  id: string;
  table: string;
}

const wrappedPlace = ({ id, table }: KeyOwner): Place => ({ table, column: 'wrapped_key', row: id });

/** Which key sealed a blob, read from the blob itself. */
export const keyIdOf = (blob: Buffer): string => uuidOf(blob.subarray(1, 17));

/** A fresh 32-byte key, and the same wrapped by the key above it. */
export function newWrappedKey(parent: Key, owner: KeyOwner): { key: Key; wrapped: Buffer } {
  const key: Key = { id: owner.id, bytes: randomBytes(32) };
  return { key, wrapped: seal(parent, wrappedPlace(owner), key.bytes) };
}

/** One more key of an owner that already has one: it carries a name of its own, before its bytes. */
export function nextWrappedKey(parent: Key, owner: KeyOwner): { key: Key; wrapped: Buffer } {
  const named = randomBytes(16 + 32);
  const key: Key = { id: uuidOf(named.subarray(0, 16)), bytes: named.subarray(16) };
  return { key, wrapped: seal(parent, wrappedPlace(owner), named) };
}

export function unwrapKey(parent: Key, owner: KeyOwner, wrapped: Buffer): Key {
  const clear = unseal(parent, wrappedPlace(owner), wrapped);
  return clear.length === 48
    ? { id: uuidOf(clear.subarray(0, 16)), bytes: clear.subarray(16) }
    : { id: owner.id, bytes: clear };
}

/** The same key under another parent; what it has sealed does not change. */
export const rewrapKey = (from: Key, to: Key, owner: KeyOwner, wrapped: Buffer): Buffer =>
  reseal(from, to, wrappedPlace(owner), wrapped);

export const reseal = (from: Key, to: Key, place: Place, blob: Buffer): Buffer =>
  seal(to, place, unseal(from, place, blob));

/** Exact search without the clear value: HMAC-SHA256 under a key derived from the tenant's. */
export function blindIndex(tenantKey: Key, purpose: string, value: string): Buffer {
  const derived = Buffer.from(hkdfSync('sha256', tenantKey.bytes, Buffer.alloc(0), `blind-index:${purpose}`, 32));
  return createHmac('sha256', derived).update(value.normalize('NFKC')).digest();
}

/** Proof that a link of a message is ours: HMAC-SHA256 under a key derived from the tenant's. Nothing of it is kept. */
export function linkMac(tenantKey: Key, purpose: string, id: string): string {
  const derived = Buffer.from(hkdfSync('sha256', tenantKey.bytes, Buffer.alloc(0), 'link', 32));
  return createHmac('sha256', derived).update(`link|${purpose}|${id}`).digest('base64url');
}

/** Named after its bytes: two master keys are told apart, and a file says nothing more than the key. */
export const masterKey = (bytes: Buffer): Key => ({
  id: uuidOf(createHash('sha256').update('guichet master key').update(bytes).digest().subarray(0, 16)),
  bytes,
});

/** The name of every master key before there could be two. */
const UNNAMED = '00000000-0000-0000-0000-000000000000';

/** @returns which of the master keys wrapped it. @throws when none did. */
export function masterOf(masters: readonly Buffer[], owner: KeyOwner, wrapped: Buffer): Key {
  const id = keyIdOf(wrapped);
  for (const bytes of masters) {
    const named = masterKey(bytes);
    if (named.id === id) return named;
    if (id === UNNAMED && opens({ id, bytes }, owner, wrapped)) return { id, bytes };
  }
  throw new Error('sealed blob of another key');
}

function opens(parent: Key, owner: KeyOwner, wrapped: Buffer): boolean {
  try {
    unwrapKey(parent, owner, wrapped);
    return true;
  } catch {
    return false;
  }
}
