import { io, type Socket } from 'socket.io-client';
import supertest from 'supertest';
import { PASSWORD, type Person } from './territory.ts';
import { waitFor } from './wait-for.ts';

/** A signed-in person with a browser's cookie. */
export interface Visitor {
  cookie: string;
  get(path: string): supertest.Test;
  post(path: string, body: object, headers?: Record<string, string>): supertest.Test;
  put(path: string, body: object): supertest.Test;
  socket(): Promise<Listening>;
}

export interface Listening {
  signals: { room: string; kind: string; id: string; at: number }[];
  heard(kind: string, id: string, withinMs?: number): Promise<{ room: string; at: number }>;
  close(): void;
}

export async function signIn(url: string, person: Person): Promise<Visitor> {
  const answer = await supertest(url)
    .post('/api/session')
    .send({ email: person.email, password: PASSWORD })
    .expect(200);
  const cookie = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  return {
    cookie,
    get: (path) => supertest(url).get(path).set('cookie', cookie),
    post: (path, body, headers = {}) => supertest(url).post(path).set('cookie', cookie).set(headers).send(body),
    put: (path, body) => supertest(url).put(path).set('cookie', cookie).send(body),
    socket: () => listen(url, cookie),
  };
}

async function listen(url: string, cookie: string): Promise<Listening> {
  const socket: Socket = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true });
  const signals: Listening['signals'] = [];
  socket.on('change', (signal: { room: string; kind: string; id: string }) =>
    signals.push({ ...signal, at: Date.now() }),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
  return {
    signals,
    heard: (kind, id, withinMs = 5000) =>
      waitFor(
        `${kind} of ${id}`,
        async () => signals.find((signal) => signal.kind === kind && signal.id === id),
        withinMs,
      ),
    close: () => void socket.disconnect(),
  };
}
