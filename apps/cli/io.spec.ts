import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { leaveWithReader } from './io.ts';

test('a reader that leaves before the end of the answer ends the command without a word', async () => {
  const stdout = new PassThrough();
  const left = new Promise<void>((resolve) => leaveWithReader(stdout, resolve));
  stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  await expect(left).resolves.toBeUndefined();
});
