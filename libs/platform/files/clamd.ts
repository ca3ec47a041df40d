import { connect, type NetConnectOpts, type Socket } from 'node:net';

/** A piece of the stream; clamd reads each with its length before it. */
const PIECE = 64 * 1024;
const PATIENCE_MS = 20_000;
const LONGEST_ANSWER = 1024;

export type ScanVerdict = 'clean' | 'infected';

/**
 * One scan by clamd, over its own protocol (`zINSTREAM`). Resolves on a verdict only; anything else (nobody there,
 * silence, an error, words we do not know) is thrown: the caller closes the door.
 */
export function scanWithClamd(where: NetConnectOpts, bytes: Buffer, patienceMs = PATIENCE_MS): Promise<ScanVerdict> {
  return new Promise((resolve, reject) => {
    const socket = connect(where);
    const fail = (why: string) => {
      socket.destroy();
      reject(new Error(`clamd: ${why}`));
    };
    let answer = '';
    socket.setTimeout(patienceMs, () => fail('no answer in time'));
    socket.on('error', (error) => fail(error.message));
    socket.on('connect', () => send(socket, bytes));
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1');
      if (answer.length > LONGEST_ANSWER) fail('an answer without end');
    });
    socket.on('end', () => fail('hung up without a verdict'));
    socket.on('data', () => {
      if (!answer.includes('\0')) return;
      const verdict = verdictOf(answer.slice(0, answer.indexOf('\0')));
      if (!verdict) return fail('an answer that is no verdict');
      socket.destroy();
      resolve(verdict);
    });
  });
}

function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    socket.write(lengthOf(piece));
    socket.write(piece);
  }
  socket.write(Buffer.alloc(4));
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

function verdictOf(answer: string): ScanVerdict | null {
  if (answer === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/.test(answer) ? 'infected' : null;
}
