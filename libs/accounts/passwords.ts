import argon2 from 'argon2';

/** argon2id is the library's default. OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => argon2.hash(password, OPTIONS);

export const verifyPassword = (hash: string, password: string): Promise<boolean> => argon2.verify(hash, password);

/** Checked when the address is unknown, so that the answer takes the same time. */
export const decoyHash: Promise<string> = hashPassword('decoy');
