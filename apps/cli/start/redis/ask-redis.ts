import { createConnection } from 'node:net';

/** One inline command on a unix socket; the first line of the answer, or null when nobody answers. */
export function askRedis(socket: string, command: string, patienceMs = 1_000): Promise<string | null> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    const settle = (answer: string | null): void => {
      connection.destroy();
      resolve(answer);
    };
    connection.setTimeout(patienceMs, () => settle(null));
    connection.once('error', () => settle(null));
    connection.once('close', () => settle(null));
    connection.once('data', (data) => settle(data.toString('utf8').split('\r\n')[0] ?? null));
    connection.once('connect', () => connection.write(`${command}\r\n`));
  });
}
