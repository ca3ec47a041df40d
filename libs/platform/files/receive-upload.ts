import type { Readable } from 'node:stream';
import { DomainError } from '#contracts';
import { checkContent } from './check-content.ts';
import { cleanFileName } from './file-name.ts';
import { announcedMime, HEAD_BYTES, MOST_BYTES, startsAs, type FileMime } from './file-types.ts';
import { refused } from './refusal.ts';

/** Ten megabytes over a poor country line, with time to spare. */
const PATIENCE_MS = 300_000;

export interface AnnouncedFile {
  name: string;
  /** The type the sender declares. */
  type: string;
  /** Its length when it is declared: too large is then refused unread. */
  declaredBytes?: number;
}

export interface ReceivedFile {
  name: string;
  mime: FileMime;
  bytes: Buffer;
}

/** Name and announced type first, then the first bytes, then the size as it comes, then the whole. Nothing touches the disk. */
export async function receiveUpload(announced: AnnouncedFile, stream: Readable): Promise<ReceivedFile> {
  const name = cleanFileName(announced.name);
  const mime = announcedMime(name, announced.type);
  if ((announced.declaredBytes ?? 0) > MOST_BYTES) throw refused('too_large');
  return { name, mime, bytes: checkContent(mime, await readCapped(stream, mime)) };
}

async function readCapped(stream: Readable, mime: FileMime): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  let recognised = false;
  const late = setTimeout(() => stream.destroy(new Error('too slow')), PATIENCE_MS);
  try {
    // The answer still has to leave by this connection: a refused stream is not destroyed.
    for await (const piece of stream.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('a stream of bytes was expected');
      pieces.push(piece);
      size += piece.length;
      if (size > MOST_BYTES) throw refused('too_large');
      if (recognised || size < HEAD_BYTES) continue;
      if (!startsAs(mime, Buffer.concat(pieces))) throw refused('mismatch');
      recognised = true;
    }
  } catch (error) {
    if (error instanceof DomainError || error instanceof TypeError) throw error;
    throw new DomainError('input.invalid', 'L’envoi a été coupé. Gardez le fichier, et réessayez.');
  } finally {
    clearTimeout(late);
  }
  if (size === 0) throw refused('empty');
  if (!recognised) throw refused('mismatch');
  return Buffer.concat(pieces);
}
