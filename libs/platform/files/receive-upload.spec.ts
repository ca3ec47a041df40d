import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { DomainError } from '#contracts';
import { HOSTILE_UPLOADS, jpeg, objectStream, pdf, png, pngChunk } from '../../../test/support/uploads.ts';
import { receiveUpload } from './receive-upload.ts';

const inPieces = (bytes: Buffer, size = 7000): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    ),
    { objectMode: false },
  );

const whyRefused = async (name: string, type: string, stream: Readable): Promise<string> => {
  try {
    await receiveUpload({ name, type }, stream);
    return 'passed';
  } catch (error) {
    return error instanceof DomainError ? (error.errors?.[0]?.code ?? error.code) : String(error);
  }
};

describe('an upload is checked before anything is kept', () => {
  test('the battery holds at least 24 hostile files, and none passes', async () => {
    expect(HOSTILE_UPLOADS.length).toBeGreaterThanOrEqual(24);
    const passed: string[] = [];
    const unexpected: string[] = [];
    for (const { what, name, type, bytes } of HOSTILE_UPLOADS) {
      const why = await whyRefused(name, type, inPieces(bytes));
      if (why === 'passed') passed.push(what);
      if (!/^(empty|too_large|name|type|mismatch|damaged|active_content|protected|too_many_pixels)$/.test(why))
        unexpected.push(`${what}: ${why}`);
    }
    expect([passed, unexpected]).toEqual([[], []]);
  });

  test('true files pass as they are', async () => {
    const prose = objectStream(Buffer.from('5 0 << /Type /Font /BaseFont /Helvetica >>'));
    for (const [name, type, bytes] of [
      ['ECG du 12 mars.pdf', 'application/pdf', pdf(prose)],
      ['photo.JPG', 'image/jpeg', jpeg()],
      ['capture.png', 'image/png', png(40, 30, pngChunk('tEXt', Buffer.from('Software\0essai')))],
    ] as const) {
      const received = await receiveUpload({ name, type }, inPieces(bytes, 3));
      expect([received.name, received.mime, received.bytes.equals(bytes)]).toEqual([name, type, true]);
    }
  });

  test('what lies behind the end of a photo is cut off, the photo is kept', async () => {
    const whole = Buffer.concat([jpeg(), Buffer.from('PK\x03\x04 hidden'), jpeg()]);
    const received = await receiveUpload({ name: 'photo.jpeg', type: 'image/jpeg' }, inPieces(whole));
    expect(received.bytes.equals(jpeg())).toBe(true);
  });

  test('a file too large by its own announcement is refused unread, and one that lies is stopped at the cap', async () => {
    let read = 0;
    const endless = () =>
      Readable.from(
        (function* () {
          yield Buffer.from('%PDF-1.7\n');
          for (;;) {
            read += 65_536;
            yield Buffer.alloc(65_536, 0x20);
          }
        })(),
        { objectMode: false },
      );
    const announced = receiveUpload({ name: 'a.pdf', type: 'application/pdf', declaredBytes: 10_485_761 }, endless());
    await expect(announced).rejects.toMatchObject({ errors: [{ code: 'too_large' }] });
    expect(read).toBe(0);
    expect(await whyRefused('a.pdf', 'application/pdf', endless())).toBe('too_large');
    expect(read).toBeLessThan(10_485_760 + 4 * 65_536);
  });

  test('false first bytes stop the reading at once', async () => {
    let read = 0;
    const zip = Readable.from(
      (function* () {
        for (; read < 100; read += 1) yield Buffer.from('PK\x03\x04 and much more');
      })(),
      { objectMode: false, highWaterMark: 1 },
    );
    expect(await whyRefused('a.pdf', 'application/pdf', zip)).toBe('mismatch');
    expect(read).toBeLessThan(5);
  });

  test('a connection cut on the way is said as such', async () => {
    const cut = Readable.from(
      (function* () {
        yield Buffer.from('%PDF-1.7\n');
        throw new Error('aborted');
      })(),
      { objectMode: false },
    );
    expect(await whyRefused('a.pdf', 'application/pdf', cut)).toBe('input.invalid');
  });
});
