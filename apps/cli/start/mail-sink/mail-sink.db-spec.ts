import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { SMTPServer } from 'smtp-server';
import { findFreePort } from '../free-port.ts';
import { temporaryDataFolder } from '../../../../test/support/temporary-data.ts';
import { openMailSink } from './mail-sink.ts';

describe('the mail sink', () => {
  let data: ReturnType<typeof temporaryDataFolder>;
  let sink: SMTPServer;
  let port: number;

  beforeEach(async () => {
    data = temporaryDataFolder();
    port = await findFreePort();
    sink = await openMailSink(join(data.folder, 'mail'), port);
  });

  afterEach(async () => {
    await new Promise<void>((resolve) => sink.close(() => resolve()));
    data.remove();
  });

  test('keeps a mail as it was sent, accents and all', async () => {
    const transport = createTransport({ host: '127.0.0.1', port });
    await transport.sendMail({
      from: 'Guichet ESS <guichet@ess.example>',
      to: ['a@cabinet.example', 'b@cabinet.example'],
      subject: 'Demande reçue : référence K7QX2M9T',
      text: 'Votre demande est bien arrivée.\n\nSuivre : http://localhost:3000/e/x\n',
      html: '<p>Votre demande</p>',
      headers: { 'X-Reference': 'K7QX2M9T' },
    });
    transport.close();
    const files = readdirSync(join(data.folder, 'mail'));
    expect(files).toHaveLength(1);
    const mail = JSON.parse(readFileSync(join(data.folder, 'mail', files[0]!), 'utf8'));
    expect(mail).toMatchObject({
      from: 'guichet@ess.example',
      to: ['a@cabinet.example', 'b@cabinet.example'],
      subject: 'Demande reçue : référence K7QX2M9T',
      text: 'Votre demande est bien arrivée.\n\nSuivre : http://localhost:3000/e/x\n',
    });
    expect(mail.headers['x-reference']).toBe('K7QX2M9T');
    expect(mail.messageId).toMatch(/^<.+@.+>$/);
    expect(Number.isNaN(Date.parse(mail.at))).toBe(false);
  });

  test('keeps every mail of a burst', async () => {
    const transport = createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: 4 });
    const mails = Array.from({ length: 40 }, (_none, n) =>
      transport.sendMail({ from: 'g@ess.example', to: 'a@cabinet.example', subject: `n° ${n}`, text: 'x' }),
    );
    await Promise.all(mails);
    transport.close();
    expect(readdirSync(join(data.folder, 'mail'))).toHaveLength(40);
  });
});
