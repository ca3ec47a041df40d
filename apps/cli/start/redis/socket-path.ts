import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';

/** Systems cut the name of a unix socket at about a hundred bytes (104 on macOS). */
const LONGEST_SOCKET_NAME = 100;

/** The socket lives with its data, unless the path is too long: then in a private temporary folder. */
export function socketPath(folder: string, temporary = tmpdir()): string {
  const natural = join(folder, 'redis.sock');
  if (Buffer.byteLength(natural) <= LONGEST_SOCKET_NAME) return natural;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const place = join(temporary, `guichet-${name}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const owner = statSync(place);
  if (owner.uid !== (process.getuid?.() ?? owner.uid) || (owner.mode & 0o077) !== 0) {
    throw new StartError(
      `Le dossier temporaire ${place} appartient à quelqu'un d'autre : supprimez-le, puis relancez.`,
    );
  }
  return join(place, 'redis.sock');
}
