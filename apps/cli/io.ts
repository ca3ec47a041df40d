import type { Readable, Writable } from 'node:stream';
import { errorCode } from './start/error-code.ts';

/** The doors of a command, so that a test can hold them. */
export interface CommandIo {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/** 0 all good, 1 some item in error, 2 unreadable input or unknown command. */
export type ExitCode = 0 | 1 | 2;

export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return Buffer.concat(chunks).toString('utf8');
}

/** Who reads the answer may have enough before its end (`| head`): there is nobody left to write to, and no fault. */
export function leaveWithReader(stdout: Writable, leave: () => void): void {
  stdout.on('error', (error) => {
    if (errorCode(error) !== 'EPIPE') throw error;
    leave();
  });
}
