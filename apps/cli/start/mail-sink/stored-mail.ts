import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMail } from './mime.ts';

/** One mail as the sink keeps it, a JSON file each. */
export interface StoredMail {
  readonly at: string;
  readonly from: string;
  readonly to: string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Record<string, string>;
  readonly messageId: string;
}

export interface Envelope {
  readonly from: string;
  readonly to: string[];
}

/** `raw` is read byte for byte (latin1): each part then says its own character set. */
export function toStoredMail(raw: Buffer, envelope: Envelope, at: Date): StoredMail {
  const { headers, text } = parseMail(raw.toString('latin1'));
  return {
    at: at.toISOString(),
    from: envelope.from,
    to: envelope.to,
    subject: headers['subject'] ?? '',
    text,
    headers,
    messageId: headers['message-id'] ?? '',
  };
}

/** File names sort by arrival; the file appears whole or not at all. */
export function storeMail(folder: string, mail: StoredMail): string {
  const name = `${mail.at.replaceAll(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.json`;
  const draft = join(folder, `.${name}.new`);
  writeFileSync(draft, `${JSON.stringify(mail, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, join(folder, name));
  return name;
}
