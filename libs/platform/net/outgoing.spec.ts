import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OutgoingError, outgoingFetch, type ResolvedAddress } from './outgoing.ts';

const LOOPBACK: ResolvedAddress = { address: '127.0.0.1', family: 4 };
const ELSEWHERE: ResolvedAddress = { address: '93.184.215.14', family: 4 };

describe('a call to an address that is not ours', () => {
  let server: Server;
  let port: number;
  let asked: { path: string; method: string; body: string }[];

  beforeAll(async () => {
    asked = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push({ path: request.url ?? '', method: request.method ?? '', body });
        if (request.url === '/elsewhere')
          response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
        else if (request.url === '/endless') {
          // As long as somebody reads.
          const more = (): void => void response.write('x'.repeat(64 * 1024), (error) => !error && setImmediate(more));
          more();
        } else if (request.url === '/silent') response.writeHead(200).write('a');
        else response.end('answer');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const refused = async (address: string, answers: ResolvedAddress[] = [ELSEWHERE]): Promise<unknown> => {
    const before = asked.length;
    const error = await outgoingFetch({ resolve: async () => answers })(address).then(
      () => 'called',
      (thrown: unknown) => thrown,
    );
    expect(asked).toHaveLength(before);
    return error;
  };

  test.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://user:secret@example.org/',
    'not an address',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fe80::1]/',
  ])('%s is refused before anybody is called', async (address) => {
    expect(await refused(address)).toBeInstanceOf(OutgoingError);
  });

  test('a name is refused when one of its addresses is private, even the last', async () => {
    expect(await refused('https://example.org/', [LOOPBACK])).toBeInstanceOf(OutgoingError);
    expect(await refused('https://example.org/', [ELSEWHERE, LOOPBACK])).toBeInstanceOf(OutgoingError);
    expect(
      await refused('https://example.org/', [ELSEWHERE, { address: '::ffff:10.0.0.1', family: 6 }]),
    ).toBeInstanceOf(OutgoingError);
    expect(await refused('https://example.org/', [])).toBeInstanceOf(OutgoingError);
  });

  test('a name of this machine is refused by the resolver of the system', async () => {
    await expect(outgoingFetch()(`https://localhost:${port}/`)).rejects.toThrow(OutgoingError);
  });

  test('the connection goes to the addresses that were checked: the name is asked once', async () => {
    let questions = 0;
    const resolve = async (): Promise<ResolvedAddress[]> => {
      questions += 1;
      return questions === 1 ? [LOOPBACK] : [{ address: '192.0.2.1', family: 4 }];
    };
    // A name that no resolver knows: it can only have been reached through the pinned address.
    const origin = `http://pinned.invalid:${port}`;
    const answer = await outgoingFetch({ resolve, localOrigins: [origin] })(`${origin}/pinned`);
    expect([answer.status, await answer.text(), questions]).toEqual([200, 'answer', 1]);
  });

  test('an origin allowed by the configuration opens that port alone', async () => {
    const call = outgoingFetch({ localOrigins: [`http://127.0.0.1:${port}`] });
    expect(await (await call(`http://127.0.0.1:${port}/`)).text()).toBe('answer');
    await expect(call(`http://127.0.0.1:${port + 1}/`)).rejects.toThrow(OutgoingError);
    await expect(call(`https://127.0.0.1:${port}/`)).rejects.toThrow(OutgoingError);
    await expect(call(`http://localhost:${port}/`)).rejects.toThrow(OutgoingError);
  });

  test('a redirect is given back, never followed', async () => {
    const call = outgoingFetch({ localOrigins: [`http://127.0.0.1:${port}`] });
    const answer = await call(`http://127.0.0.1:${port}/elsewhere`);
    expect(answer.status).toBe(302);
    expect(asked.some(({ path }) => path === '/secret')).toBe(false);
  });

  test('a form is sent as it is', async () => {
    const call = outgoingFetch({ localOrigins: [`http://127.0.0.1:${port}`] });
    await call(`http://127.0.0.1:${port}/form`, { method: 'POST', body: new URLSearchParams({ code: 'a b' }) });
    expect(asked.at(-1)).toEqual({ path: '/form', method: 'POST', body: 'code=a+b' });
  });

  test('an answer without end is cut, and one that does not come too', async () => {
    const localOrigins = [`http://127.0.0.1:${port}`];
    await expect(outgoingFetch({ localOrigins })(`http://127.0.0.1:${port}/endless`)).rejects.toThrow('too long');
    await expect(outgoingFetch({ localOrigins, timeoutMs: 200 })(`http://127.0.0.1:${port}/silent`)).rejects.toThrow(
      /abort/i,
    );
  });
});
