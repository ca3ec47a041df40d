import { crc32 } from 'node:zlib';
import { refused } from './refusal.ts';

/** About four times the largest telephone sensor in use: above, opening the picture would exhaust a small device. */
const MOST_PIXELS = 200_000_000;

/** Words that would mean something to a browser, a server or a PDF reader, hidden where a picture keeps its remarks. */
const ACTIVE = /<script|<\?php|<!doctype|<html|<svg|<iframe|javascript:|%pdf-|mz\x90\x00|pk\x03\x04/i;

function refuseActive(remark: Buffer): void {
  if (ACTIVE.test(remark.toString('latin1'))) throw refused('active_content');
}

function refuseHuge(width: number, height: number): void {
  if (width === 0 || height === 0) throw refused('damaged');
  if (width * height > MOST_PIXELS) throw refused('too_many_pixels');
}

/** Every chunk whole and with its checksum, the header first, the end last and nothing after it. */
export function checkPng(bytes: Buffer): Buffer {
  let at = 8;
  let chunks = 0;
  let pixels = false;
  for (;;) {
    if (at + 12 > bytes.length) throw refused('damaged');
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw refused('damaged');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw refused('damaged');
    if ((chunks === 0) !== (type === 'IHDR')) throw refused('damaged');
    if (type === 'IHDR') {
      if (length !== 13) throw refused('damaged');
      refuseHuge(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
    } else if (type === 'IDAT') pixels = true;
    else refuseActive(bytes.subarray(at + 8, end - 4));
    chunks += 1;
    at = end;
    if (type !== 'IEND') continue;
    if (!pixels) throw refused('damaged');
    if (at !== bytes.length) throw refused('active_content');
    return bytes;
  }
}

/** Start of frame: baseline, progressive and the rest; not DHT (C4), JPG (C8) nor DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * Segments whole, a frame, a scan, an end. What telephones write after the end (a depth map, a film, a maker's notes)
 * is cut off: the picture is kept, whatever was hidden behind it is not.
 */
export function checkJpeg(bytes: Buffer): Buffer {
  let at = 2;
  let frame = false;
  let scan = false;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw refused('damaged');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      if (!frame || !scan) throw refused('damaged');
      return bytes.subarray(0, at + 2);
    }
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) throw refused('damaged');
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) throw refused('damaged');
    if (isFrame(marker)) {
      if (end < at + 9) throw refused('damaged');
      frame = true;
      refuseHuge(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    } else if (marker >= 0xe0) refuseActive(bytes.subarray(at + 4, end));
    at = end;
    if (marker !== 0xda) continue;
    scan = true;
    at = endOfScan(bytes, at);
  }
}

/** Inside a scan, FF is followed by 00 or by a restart marker; anything else ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw refused('damaged');
}
