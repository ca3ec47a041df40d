import { describe, expect, test } from '@jest/globals';
import { decodeWords, parseMail } from './mime.ts';

describe('the reader of the mail sink', () => {
  test('decodes encoded words, the space between two of them dropped', () => {
    expect(decodeWords('=?UTF-8?Q?Demande_re=C3=A7ue?=')).toBe('Demande reçue');
    expect(decodeWords('=?UTF-8?B?RGVtYW5kZQ==?= =?UTF-8?Q?_re=C3=A7ue?=')).toBe('Demande reçue');
    expect(decodeWords('Demande K7QX2M9T')).toBe('Demande K7QX2M9T');
  });

  test('reads quoted-printable text with its soft line ends', () => {
    const mail = [
      'Subject: x',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Votre demande est bien arriv=C3=A9e, r=',
      '=C3=A9f=C3=A9rence K7QX.',
      '',
    ].join('\r\n');
    expect(parseMail(mail).text).toBe('Votre demande est bien arrivée, référence K7QX.\n');
  });

  test('takes the plain text of a multipart, wherever it stands', () => {
    const part = (type: string, text: string): string => `--b1\r\nContent-Type: ${type}\r\n\r\n${text}\r\n`;
    const mail = `Content-Type: multipart/alternative;\r\n boundary="b1"\r\n\r\n${part('text/html', '<p>H</p>')}${part('text/plain', 'P')}--b1--\r\n`;
    expect(parseMail(mail).text).toBe('P\n');
  });

  test('unfolds headers and keeps their values readable', () => {
    const { headers } = parseMail('Message-ID: <a@b>\r\nX-Long: one\r\n two\r\n\r\nbody');
    expect(headers).toEqual({ 'message-id': '<a@b>', 'x-long': 'one two' });
  });

  test('never throws on a mail without a body', () => {
    expect(parseMail('Subject: x')).toEqual({ headers: { subject: 'x' }, text: '' });
    expect(parseMail('')).toEqual({ headers: {}, text: '' });
  });
});
