import { inflateSync } from 'node:zlib';
import { refused } from './refusal.ts';

/** Of one object stream, unpacked; a stream that claims more is a bomb. */
const MOST_UNPACKED = 16 * 1024 * 1024;
const MOST_OBJECT_STREAMS = 2000;

/** Names that make a reader run, open or send something. Long ones are looked for everywhere. */
const LONG_NAMES = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE)(?![A-Za-z])/;
const SHORT_NAMES = /\/(JS|XFA)(?![A-Za-z0-9])/;
/** What says that a stream is packed objects; some readers do not ask for its type. */
const PACKED = /\/(ObjStm|First)(?![A-Za-z])/;
const PACKED_TYPE = /\/ObjStm(?![A-Za-z])/g;
const ENCRYPTED = /\/Encrypt(?![A-Za-z])/;

/** `/Java#53cript` is `/JavaScript`. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/**
 * A search of names in the structure and in the packed object streams, not a reader of PDF: it refuses what declares
 * code, a launch or an embedded file, and what it cannot look into. It proves nothing about flaws of a given reader.
 */
export function checkPdf(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) throw refused('damaged');
  const end = text.lastIndexOf('%%EOF');
  if (end === -1 || !text.includes('startxref')) throw refused('damaged');
  // Something else lies behind the end: the file is two files.
  if (!/^[\s\x00\x1a]*$/.test(text.slice(end + 5))) throw refused('active_content');
  const { structure, packed, typed } = parts(text, bytes);
  // A remark or a text that opens a false stream would hide a true one from us, not from a reader.
  if ((plainNames(text).match(PACKED_TYPE)?.length ?? 0) !== typed) throw refused('active_content');
  if (ENCRYPTED.test(structure)) throw refused('protected');
  if (LONG_NAMES.test(plainNames(text)) || LONG_NAMES.test(packed)) throw refused('active_content');
  if (SHORT_NAMES.test(structure) || SHORT_NAMES.test(packed)) throw refused('active_content');
  return bytes;
}

/** What lies between the streams, and the unpacked object streams, names made plain; how many of these say their type. */
function parts(text: string, bytes: Buffer): { structure: string; packed: string; typed: number } {
  const outside: string[] = [];
  const packed: string[] = [];
  let typed = 0;
  let from = 0;
  const opening = /stream\r?\n/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const before = text.slice(from, found.index);
    const close = text.indexOf('endstream', opening.lastIndex);
    if (close === -1) throw refused('damaged');
    outside.push(before);
    const dictionary = plainNames(before.slice(before.lastIndexOf(' obj') + 1));
    if (PACKED.test(dictionary)) {
      if (packed.length >= MOST_OBJECT_STREAMS) throw refused('damaged');
      if (dictionary.includes('/ObjStm')) typed += 1;
      packed.push(unpack(dictionary, bytes.subarray(opening.lastIndex, close)));
    }
    from = close + 'endstream'.length;
    opening.lastIndex = from;
  }
  outside.push(text.slice(from));
  return { structure: plainNames(outside.join('\n')), packed: plainNames(packed.join('\n')), typed };
}

function unpack(dictionary: string, stream: Buffer): string {
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\/\w+/g) ?? [];
  // A predictor writes between the letters: names could hide there.
  if (/\/Predictor/.test(dictionary)) throw refused('protected');
  if (filters.length === 0) return stream.toString('latin1');
  if (filters.length > 1 || filters[0] !== '/FlateDecode') throw refused('protected');
  try {
    return inflateSync(stream, { maxOutputLength: MOST_UNPACKED }).toString('latin1');
  } catch {
    throw refused('damaged');
  }
}
