import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it receives. */
export interface MailCatcher {
  readonly url: string;
  /** Whole messages, headers included. */
  readonly messages: string[];
  /** True: it answers 451 to every letter, for now. */
  refuse: boolean;
  stop(): Promise<void>;
}

export async function startMailCatcher(): Promise<MailCatcher> {
  const messages: string[] = [];
  const catcher = {
    url: '',
    messages,
    refuse: false,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (catcher.refuse) return done(Object.assign(new Error('later'), { responseCode: 451 }));
        messages.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  // A worker killed in the middle of a letter hangs up on it.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(catcher, { url: `smtp://127.0.0.1:${port}` });
}
