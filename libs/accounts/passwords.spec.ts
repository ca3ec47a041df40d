import { describe, expect, test } from '@jest/globals';
import { decoyHash, hashPassword, verifyPassword } from './passwords.ts';

describe('a password that is kept', () => {
  test('is argon2id, 19 MiB and two passes, never twice the same; the decoy costs as much', async () => {
    const [one, other, decoy] = [
      await hashPassword('un mot de passe'),
      await hashPassword('un mot de passe'),
      await decoyHash,
    ];
    for (const hash of [one, other, decoy]) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(one).not.toBe(other);
    expect([await verifyPassword(one, 'un mot de passe'), await verifyPassword(one, 'un mot de passE')]).toEqual([
      true,
      false,
    ]);
  });
});
