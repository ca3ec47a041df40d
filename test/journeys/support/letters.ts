import { showReference } from '#contracts/reference';
import { parseMail } from '../../../apps/cli/start/mail-sink/mime.ts';

/**
 * What a person reads of a letter, its reference and its link aside: they are drawn by lot, and one reference out of a
 * hundred has « P2 » in it.
 */
export function wordsOf(message: string, { id, reference }: { id: string; reference: string }): string {
  const { headers, text } = parseMail(Buffer.from(message, 'utf8').toString('latin1'));
  const written = `${headers['subject'] ?? ''}\n${text}`;
  return written
    .replaceAll(showReference(reference), '')
    .replaceAll(reference, '')
    .replace(new RegExp(`https?://[^/]+(\\S+)${id}`, 'g'), '$1');
}
