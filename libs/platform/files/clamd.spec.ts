import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Antivirus } from './antivirus.ts';
import { scanWithClamd } from './clamd.ts';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** Speaks clamd's protocol at the edge of the world: reads the lengths and the pieces, then answers. */
function clamd(answer: (content: Buffer) => string | null): Server {
  return createServer((socket: Socket) => {
    let read = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      read = Buffer.concat([read, piece]);
      const content = streamed(read);
      if (!content) return;
      const words = answer(content);
      if (words === null) socket.destroy();
      else if (words) socket.end(`${words}\0`);
    });
  });
}

/** The whole content once the piece of length zero has come. */
function streamed(read: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (!read.subarray(0, command.length).equals(command)) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= read.length;) {
    const length = read.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(read.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

describe('the antivirus', () => {
  let server: Server | null = null;
  const listening = async (answer: (content: Buffer) => string | null) => {
    const opened = clamd(answer);
    server = opened;
    await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
    const address = opened.address();
    if (!address || typeof address === 'string') throw new Error('no port');
    return { host: '127.0.0.1', port: address.port };
  };
  afterEach(async () => {
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    server = null;
  });
  const verdict = (content: Buffer) => (content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');

  test('receives every byte, piece by piece, and its verdict is kept', async () => {
    const sent = Buffer.alloc(300_001, 'abcdefg');
    let seen: Buffer | null = null;
    const where = await listening((content) => {
      seen = content;
      return verdict(content);
    });
    expect(await new Antivirus(where).scan(sent)).toBe('clean');
    expect(sent.equals(seen ?? Buffer.alloc(0))).toBe(true);
  });

  test('an infected file is refused with what to do', async () => {
    const where = await listening(verdict);
    const scan = new Antivirus(where).scan(Buffer.from(`%PDF-1.7 ${EICAR}`));
    await expect(scan).rejects.toMatchObject({ code: 'upload.refused', errors: [{ code: 'infected' }] });
  });

  test('fails closed: hung up, silent, too long, in doubt or gone, no file passes', async () => {
    for (const answer of [null, 'INSTREAM size limit exceeded. ERROR', 'stream: OK maybe', 'x'.repeat(5000)]) {
      const where = await listening(() => answer);
      await expect(new Antivirus(where).scan(Buffer.from('a'))).rejects.toMatchObject({ code: 'unavailable' });
      await new Promise((resolve) => server?.close(resolve));
    }
    const silent = await listening(() => '');
    await expect(scanWithClamd(silent, Buffer.from('a'), 50)).rejects.toThrow('no answer in time');
    const gone = new Antivirus({ path: '/nowhere/clamd.sock' }).scan(Buffer.from('a'));
    await expect(gone).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('without one, a file says that it was not scanned', async () => {
    expect(await new Antivirus(null).scan(Buffer.from('a'))).toBe('not_scanned');
  });
});
