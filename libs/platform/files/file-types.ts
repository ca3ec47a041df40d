import { refused } from './refusal.ts';

export const MOST_BYTES = 10 * 1024 * 1024;

export const FILE_MIMES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type FileMime = (typeof FILE_MIMES)[number];

interface FileType {
  mime: FileMime;
  extensions: readonly string[];
  /** What every file of this type begins with. */
  magic: Buffer;
}

/** The closed list. Telephones turn their HEIC photos into JPEG when a page asks for JPEG. */
const FILE_TYPES: readonly FileType[] = [
  { mime: 'application/pdf', extensions: ['pdf'], magic: Buffer.from('%PDF-') },
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], magic: Buffer.from([0xff, 0xd8, 0xff]) },
  { mime: 'image/png', extensions: ['png'], magic: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
];

/** As many first bytes as the longest magic number. */
export const HEAD_BYTES = Math.max(...FILE_TYPES.map((type) => type.magic.length));

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What the name and the declared type announce together. @throws when they disagree or are not on the list. */
export function announcedMime(name: string, declared: string): FileMime {
  const byName = FILE_TYPES.find((type) => type.extensions.includes(extensionOf(name)));
  const byType = FILE_TYPES.find((type) => type.mime === declared.toLowerCase());
  if (!byName || !byType) throw refused('type');
  if (byName !== byType) throw refused('mismatch');
  return byType.mime;
}

/** The first bytes are those of the announced type. */
export const startsAs = (mime: FileMime, head: Buffer): boolean => {
  const type = FILE_TYPES.find((candidate) => candidate.mime === mime);
  return type !== undefined && head.subarray(0, type.magic.length).equals(type.magic);
};
