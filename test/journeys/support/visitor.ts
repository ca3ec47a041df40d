import { io, type Socket } from 'socket.io-client';
import supertest from 'supertest';
import { PASSWORD, recoveryCodeOf, type Person } from './territory.ts';
import { waitFor } from './wait-for.ts';

/** A signed-in person with a browser's cookie. */
export interface Visitor {
  cookie: string;
  get(path: string): supertest.Test;
  post(path: string, body: object, headers?: Record<string, string>): supertest.Test;
  put(path: string, body: object): supertest.Test;
  delete(path: string): supertest.Test;
  socket(): Promise<Listening>;
}

export interface Listening {
  signals: { room: string; kind: string; id: string; at: number }[];
  /** Told that his rights have changed. */
  rightsToldAt: number | null;
  /** When the server cut it. */
  cutAt: number | null;
  heard(kind: string, id: string): Promise<{ room: string; at: number }>;
  close(): void;
}

/** Both steps; the second one by a recovery code. */
export async function signIn(url: string, person: Person): Promise<Visitor> {
  const first = await supertest(url).post('/api/session').send({ email: person.email, password: PASSWORD }).expect(200);
  const second = await supertest(url)
    .post('/api/session/factor/recovery')
    .set('cookie', sessionCookieOf(first))
    .send({ code: recoveryCodeOf(person) })
    .expect(200);
  return visitor(url, sessionCookieOf(second));
}

/** Whoever holds this cookie. */
export const visitor = (url: string, cookie: string): Visitor => ({
  cookie,
  get: (path) => supertest(url).get(path).set('cookie', cookie),
  post: (path, body, headers = {}) => supertest(url).post(path).set('cookie', cookie).set(headers).send(body),
  put: (path, body) => supertest(url).put(path).set('cookie', cookie).send(body),
  delete: (path) => supertest(url).delete(path).set('cookie', cookie),
  socket: () => listen(url, cookie),
});

/** « name=value », as a browser would send it back. */
export const sessionCookieOf = (answer: supertest.Response): string => cookieOf(answer, 'guichet_session');

export function cookieOf(answer: supertest.Response, name: string): string {
  const set: unknown = answer.headers['set-cookie'];
  const lines = Array.isArray(set) ? set.map(String) : [];
  // Under an https address it has its longer name.
  return (lines.find((line) => line.replace(/^__Host-/, '').startsWith(`${name}=`)) ?? '').split(';')[0] ?? '';
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
  const listening: Listening = {
    signals,
    rightsToldAt: null,
    cutAt: null,
    heard: (kind, id) =>
      waitFor(`${kind} of ${id}`, async () => signals.find((signal) => signal.kind === kind && signal.id === id)),
    close: () => void socket.disconnect(),
  };
  socket.on('rights', () => (listening.rightsToldAt = Date.now()));
  socket.on('disconnect', () => (listening.cutAt = Date.now()));
  return listening;
}
