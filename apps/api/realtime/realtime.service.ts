import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Server, type Socket } from 'socket.io';
import { sessionTokenOf, Sessions } from '#accounts';
import type { Principal } from '#accounts';
import { type BusSignal, DomainError, permissionsOf } from '#contracts';
import { Directory } from '#directory';
import { BUS } from '#platform';
import type { Bus } from '#platform';
import { fromOurPages } from '../http/origin.ts';

/** Fastify does not see the handshake: its own parser is lent. */
type ParseCookies = (header: string) => Record<string, string | undefined>;

/** Tells the screens that something moved; they fetch the rest. Rooms are joined by the server's decision. */
@Injectable()
export class Realtime implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Realtime');
  private io: Server | null = null;
  private sweeping?: NodeJS.Timeout;

  constructor(
    private readonly sessions: Sessions,
    private readonly directory: Directory,
    @Inject(BUS) private readonly bus: Bus,
  ) {}

  async attach(http: HttpServer, parseCookies: ParseCookies): Promise<void> {
    const io = new Server(http, {
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: MOST_BYTES,
      allowRequest: checkOrigin,
    });
    io.use((socket, next) => {
      this.admit(socket, parseCookies).then(
        () => next(),
        () => next(new Error('unauthorized')),
      );
    });
    // What changed while it was being let in: from here on it is reached like the others.
    io.on('connection', (socket) => void this.rejoin(socket));
    this.io = io;
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_MS).unref();
    await this.bus.subscribe((signal) => this.tell(signal));
  }

  /** Before the HTTP server closes: it waits for every open screen. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeping);
    await this.io?.close();
  }

  /** A session ends after twelve hours, a role at midnight: nobody tells. */
  private async sweep(): Promise<void> {
    for (const socket of this.io?.of('/').sockets.values() ?? []) await this.rejoin(socket);
  }

  /** A socket does not keep a session awake: only the person's own acts do. */
  private async admit(socket: Socket, parseCookies: ParseCookies): Promise<void> {
    const cookies = parseCookies(socket.handshake.headers.cookie ?? '');
    const principal = await this.sessions.principal(sessionTokenOf(cookies), false);
    if (principal.stage !== 'open') throw new Error('not open');
    if (this.inRoom(`session:${principal.sessionId}`).length >= MOST_SOCKETS) throw new Error('too many');
    whose.set(socket, principal.sessionId);
    await socket.join(roomsOf(principal));
  }

  /** Whose it is today, or nobody's: it joins and leaves rooms at once. */
  private async rejoin(socket: Socket): Promise<void> {
    try {
      const rooms = new Set(roomsOf(await this.sessions.principalOf(whose.get(socket) ?? '')));
      for (const room of socket.rooms) if (room !== socket.id && !rooms.has(room)) await socket.leave(room);
      await socket.join([...rooms]);
    } catch (error) {
      // A database that is away says nothing of the rights; a session that has ended does.
      if (error instanceof DomainError) cut(socket);
      else this.logger.warn(`rooms not renewed: ${String(error)}`);
    }
  }

  private inRoom(room: string): Socket[] {
    const { sockets, adapter } = this.io?.of('/') ?? {};
    return [...(adapter?.rooms.get(room) ?? [])].flatMap((id) => sockets?.get(id) ?? []);
  }

  private tell(signal: BusSignal): void {
    if (signal.kind === 'session.revoked') {
      for (const socket of this.inRoom(signal.room)) cut(socket);
      return;
    }
    if (signal.kind === 'ess.changed') return this.directory.forget(signal.tenant);
    if (signal.kind === 'rights.changed' && signal.tenant === '') {
      for (const socket of this.inRoom(signal.room)) void this.rejoin(socket).then(() => socket.emit('rights'));
      return;
    }
    this.directory
      .essById(signal.tenant)
      .then((ess) => this.io?.to(`${signal.tenant}:${signal.room}`).emit('change', { ...signal, tenant: ess.slug }))
      .catch((error: unknown) => this.logger.warn(`signal not told: ${String(error)}`));
  }
}

/** One socket after the other: a few hundred screens cost a few queries a second. */
const SWEEP_MS = 60_000;
/** More tabs than anybody opens: the limits of the api do not see sockets. */
const MOST_SOCKETS = 50;
/** A screen says hello, and nothing else. */
const MOST_BYTES = 4096;
/** The session each socket came with. */
const whose = new WeakMap<Socket, string>();

/** The screen learns why, then is alone. */
function cut(socket: Socket): void {
  socket.emit('session', { kind: 'revoked' });
  socket.disconnect(true);
}

const roomsOf = (principal: Principal): string[] => [
  `session:${principal.sessionId}`,
  `account:${principal.accountId}`,
  ...principal.memberships.flatMap(({ tenantId, roles, organisations }) => [
    `${tenantId}:user:${principal.professionalId}`,
    ...(permissionsOf(roles).has('request.triage') ? [`${tenantId}:desk`] : []),
    ...organisations.map((organisation) => `${tenantId}:org:${organisation.id}`),
  ]),
];

function checkOrigin(request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void): void {
  const allowed = fromOurPages(request.headers);
  decide(allowed ? null : 'foreign origin', allowed);
}
