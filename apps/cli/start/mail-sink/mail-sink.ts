import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';
import { storeMail, toStoredMail } from './stored-mail.ts';

const LARGEST_MAIL_BYTES = 5 * 1024 * 1024;

/** A real SMTP server on this machine only, that delivers to a folder. Resolves when it listens. */
export async function openMailSink(folder: string, port: number): Promise<SMTPServer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sink = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MAIL_BYTES,
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('error', done);
      stream.once('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((one) => one.address) };
        try {
          storeMail(folder, toStoredMail(Buffer.concat(chunks), envelope, new Date()));
          done();
        } catch (error) {
          done(error instanceof Error ? error : new Error('mail not stored'));
        }
      });
    },
  });
  sink.listen(port, '127.0.0.1');
  await once(sink.server, 'listening');
  sink.on('error', (error) => console.error(error.message));
  return sink;
}
